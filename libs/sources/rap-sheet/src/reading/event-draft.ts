import { readCharge, type RowDate, saysConvicted, UNREADABLE_DATE } from '@clearway/record';
import { courthouseOf, isCourt } from '@clearway/record';
import { type EventKind, type LineUse, type SheetCount, type SheetEvent, type SheetWords } from '../rap-sheet';
import { CountDraft, takeAddress } from './count-draft';
import { countLineOf, isChargeLine, withoutClass } from './count-line';
import { isKnownDisposition } from './disposition-words';
import { type EventHeader } from './event-header';
import { type Findings, type LineAtHand, unread, used } from './findings';
import { dateLineOf } from './sheet-date';

const LABELS_WITHIN = / +(?=(?:\*?DISPO|CONV STATUS|SEN|COM):)/;
const AGENCY = /^(?:CA[A-Z]{2}|US[A-Z]{2}|FB[A-Z]{2})\b/;

/** An event while its lines arrive. */
export class EventDraft {
  kind: EventKind;
  private date: RowDate = 0;
  private hasDate = false;
  private agency = '';
  /** A class that stands with the agency is that of every count without its own. */
  private classOfCharge = '';
  private readonly comments: SheetWords[] = [];
  private readonly counts: CountDraft[] = [];

  constructor(
    private readonly header: EventHeader,
    private readonly at: number,
    private readonly findings: Findings,
  ) {
    this.kind = header.kind;
  }

  /** `new-event`: the line is the date and agency of another event, which has no header. */
  read(line: LineAtHand): LineUse | 'new-event' {
    const { text, at } = line;
    const count = countLineOf(text, (this.counts[this.counts.length - 1]?.through ?? 0) + 1);
    if (count) {
      if (!/^CNT:\s*\d/.test(text)) this.findings.note('count-without-number', at);
      const draft = new CountDraft(count, at, this.findings);
      this.counts.push(draft);
      if (isChargeLine(count.rest)) draft.read({ ...line, text: count.rest });
      else if (this.findings.leftOver(count.rest, at)) return unread('part-of-count-line');
      return used('count');
    }
    return this.readDate(line) ?? this.readRest(line);
  }

  private readDate(line: LineAtHand): LineUse | 'new-event' | undefined {
    const dated = dateLineOf(line.text);
    if (!dated) return undefined;
    const { date, rest, repair } = dated;
    const last = this.counts[this.counts.length - 1];
    if (!last) {
      if (this.hasDate) return line.next.startsWith('CNT:') || AGENCY.test(rest) ? 'new-event' : undefined;
      this.findings.repaired(repair, line.at);
      this.hasDate = true;
      this.date = date;
      if (date === UNREADABLE_DATE) this.findings.note('unreadable-date', line.at, line.text);
      const [agency = '', counts] = rest.split(/\s*(?=CNT\s?:)/);
      this.takeAgency(agency);
      const use = counts === undefined ? undefined : this.read({ ...line, text: counts.replace(/^CNT\s?:/, 'CNT:') });
      // A part of the line that nobody reads may be a count.
      return use !== undefined && use !== 'new-event' && use.kind === 'unread' ? use : used('event-date');
    }
    if (date === UNREADABLE_DATE) return undefined;
    if (rest !== '' && line.next.startsWith('CNT:')) return 'new-event';
    const labelled = /^(?:\*?DISPO|COM|SEN|CONV STATUS):/.test(rest);
    if (rest !== '' && !labelled && !AGENCY.test(rest)) return undefined;
    this.findings.repaired(repair, line.at);
    last.update(date, line.at);
    if (labelled) return this.readSegments(last, { ...line, text: rest });
    if (rest !== '') this.readSegments(last, { ...line, text: `COM:BY ${rest}` });
    return used('update');
  }

  private readRest(line: LineAtHand): LineUse {
    const { text, at } = line;
    const last = this.counts[this.counts.length - 1];
    if (last) return this.readSegments(last, line);
    if (text.startsWith('COM:')) return this.takeComment({ text: text.slice(4).trim(), at });
    if (/^(?:X?SEN)\b.{0,3}:/.test(text)) {
      this.findings.note('sentence-without-disposition', at, text);
      return unread('sentence-without-count');
    }
    if (this.agency === '' && AGENCY.test(text)) {
      this.takeAgency(text);
      return used('agency');
    }
    if (/^\*?DISPO:/.test(text) || isChargeLine(text)) return this.takeWithoutNumber(line);
    return unread('not-understood');
  }

  /** A count whose `CNT:` line is missing: its charge or its disposition begins it. */
  private takeWithoutNumber(line: LineAtHand): LineUse {
    this.findings.note('count-without-number', line.at, line.text);
    const count = new CountDraft(
      { numbers: [1], caseNumbers: [], classOfCharge: '', rest: '' },
      line.at,
      this.findings,
    );
    this.counts.push(count);
    return this.readSegments(count, line);
  }

  /** Labels that scanning put on one line are read one after the other. */
  private readSegments(count: CountDraft, line: LineAtHand): LineUse {
    const [first = '', ...more] = /^(?:\*?DISPO|CONV STATUS):/.test(line.text)
      ? line.text.split(LABELS_WITHIN)
      : [line.text];
    const use = count.read({ ...line, text: first });
    for (const text of more) count.read({ ...line, text });
    return use;
  }

  private takeComment(words: SheetWords): LineUse {
    if (/^ADR\b/.test(words.text)) {
      takeAddress(words, this.findings);
      return used('address');
    }
    this.comments.push(words);
    return used('comment');
  }

  private takeAgency(text: string): void {
    const { text: agency, classOfCharge } = withoutClass(text);
    this.agency = agency.replace(/\s+/g, ' ').trim();
    this.classOfCharge = classOfCharge;
  }

  /** `release` says that a line which seemed unread is the charge of its count. */
  finish(release: (at: number) => void): SheetEvent {
    const counts: SheetCount[] = [];
    let caseNumbers: readonly string[] = [];
    for (const draft of this.counts) {
      const found = draft.finish(caseNumbers, this.classOfCharge, release);
      counts.push(...found);
      caseNumbers = found[found.length - 1]?.caseNumbers.slice(-1) ?? caseNumbers;
    }
    const { kind, at, date, agency, comments } = this;
    const court = kind === 'court' || (agency !== '' && isCourt(agency)) ? courthouseOf(agency) : undefined;
    const event: SheetEvent = {
      kind,
      header: this.header.header,
      at,
      name: this.header.name,
      date,
      agency,
      courthouse: court,
      comments,
      counts,
    };
    if (!this.hasDate) this.findings.note('event-without-date', at);
    if (kind === 'court') noteCourt(event, this.findings);
    for (const each of counts) noteCount(event, each, this.findings);
    return event;
  }
}

function noteCourt({ at, courthouse }: SheetEvent, findings: Findings): void {
  if (!courthouse) return;
  if (courthouse.federal) findings.note('federal-court', at, courthouse.written);
  else if (!courthouse.known) findings.note('unknown-courthouse', at, courthouse.written);
  if (courthouse.county === '' && !courthouse.federal) findings.note('county-not-known', at, courthouse.written);
}

function noteCount(event: SheetEvent, count: SheetCount, findings: Findings): void {
  const { charge, dispositions, at } = count;
  const comment = [...count.comments, ...dispositions.flatMap((each) => each.comments)]
    .map((each) => each.text)
    .join('; ');
  if (charge.text === '') findings.note('count-without-charge', at);
  else if (readCharge(charge.text, comment).problem) findings.note('unreadable-charge', charge.at, charge.text);
  if (event.kind === 'court' && !dispositions.some((each) => each.text !== ''))
    findings.note('court-count-without-disposition', at);
  if (event.kind !== 'court' && dispositions.some((each) => saysConvicted(each.text)))
    findings.note('conviction-not-by-a-court', at);
  if (count.sentences.length > 0) findings.note('sentence-without-disposition', count.sentences[0]?.at ?? at);
  for (const each of dispositions)
    if (!isKnownDisposition(each.text)) findings.note('unknown-disposition', each.at, each.text);
}

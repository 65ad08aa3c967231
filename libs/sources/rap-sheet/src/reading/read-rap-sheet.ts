import { citedAnywhere } from '@clearway/record';
import { isCourt } from '@clearway/record';
import { RapSheetError } from '../errors';
import { normalLine } from '../lines/normal-form';
import { type SheetText } from '../lines/sheet-line';
import { type LineUse, type RapSheet, type SheetCycle, type SheetEvent } from '../rap-sheet';
import { EventDraft } from './event-draft';
import { type EventHeader, eventHeaderOf } from './event-header';
import { Findings, type LineAtHand, unread, used } from './findings';
import { furnitureOf, isEventBoundary, isSheetHeader, missingPages, starsOf } from './furniture';
import { PersonBlock } from './person-block';
import { dateLineOf } from './sheet-date';

const ARRESTS = /^CA(?:PD|SO|HP|CP|UP|TP) /;
/** Words of an unread line before the first cycle that may say something of the record. */
const MAY_MATTER = /REGIST|STRIKE|FELON|CONVICT|DECEASED|SEX OFF|PRISON|PAROLE/;

/**
 * Reads the lines of one person's sheet. Every line ends up used, furniture, or unread with a reason; nothing is passed over.
 *
 * Throws a RapSheetError when the lines are no RAP sheet, or those of several.
 */
export function readRapSheet(text: SheetText): RapSheet {
  return new SheetReader(text).read();
}

class SheetReader {
  private readonly findings = new Findings();
  private readonly person = new PersonBlock(this.findings);
  private readonly uses: LineUse[] = [];
  private readonly cycles: SheetEvent[][] = [];
  private event: EventDraft | undefined;
  private ended = false;
  private stars = 0;
  private cycleIsOpen = false;
  /** The first cycle has begun. */
  private started = false;

  constructor(private readonly text: SheetText) {}

  read(): RapSheet {
    const lines = this.linesAtHand();
    for (const line of lines) this.uses.push(this.readLine(line));
    this.closeEvent();
    this.noteWhatIsMissing(lines);
    const person = this.person.finish();
    const cycles = this.cycles.filter((events) => events.length > 0).map((events): SheetCycle => ({ events }));
    if (cycles.length === 0 && person.cii === '' && person.names.length === 0) throw notASheet(this.text);
    const { notes, repairs } = this.findings;
    notes.sort((a, b) => a.at - b.at);
    return {
      person,
      cycles,
      lines: this.text.lines,
      uses: this.uses,
      repairs,
      notes,
      incomplete: this.isIncomplete(lines),
    };
  }

  /** A sheet that was cut may have gone on: its end, or a page of those that it counts, is not there. */
  private noteWhatIsMissing(lines: readonly LineAtHand[]): void {
    if (!this.ended) this.findings.note('no-end-of-message', lines.length);
    const missing = missingPages(lines.map(({ text }) => text));
    if (missing.length > 0) this.findings.note('page-missing', lines.length, missing.join(', '));
  }

  private linesAtHand(): readonly LineAtHand[] {
    const normal = this.text.lines.map((each) => normalLine(each.text));
    let next = '';
    const lines: LineAtHand[] = [];
    for (let i = normal.length - 1; i >= 0; i--) {
      const line = normal[i];
      if (!line) continue;
      lines.push({ ...line, at: i + 1, width: line.indent + line.text.length, next });
      if (beginsSomething(line.text)) next = line.text;
    }
    return lines.reverse();
  }

  private readLine(line: LineAtHand): LineUse {
    const { text, at } = line;
    for (const repair of line.repairs) this.findings.repaired(repair, at);
    const stars = text === '' ? 0 : starsOf(text);
    if (stars > 0) return this.takeStars(stars);
    if (text !== '') this.stars = 0;
    if (isEventBoundary(text)) {
      this.closeEvent();
      return { kind: 'furniture', as: 'separator' };
    }
    const furniture = furnitureOf(text);
    if (furniture === 'end-of-message') {
      this.closeEvent();
      this.ended = true;
    }
    if (furniture) return { kind: 'furniture', as: furniture };
    if (isSheetHeader(text)) return { kind: 'furniture', as: 'sheet-header' };
    this.refuseSecondSheet(line);
    if (this.ended) return unread('after-the-end');
    // A page may repeat whose sheet it is.
    if (/^(?:CII|NAM) ?\//.test(text)) return this.person.read(line) ?? unread('not-understood');
    return this.readEventLine(line) ?? this.readOutside(line);
  }

  /** Asterisks of one line or of a few together are the end of a cycle; a row of many is decoration. */
  private takeStars(stars: number): LineUse {
    this.stars = stars > 4 ? 0 : this.stars + stars;
    if (this.stars >= 3) {
      this.closeEvent();
      this.cycleIsOpen = false;
      this.started = true;
    }
    return { kind: 'furniture', as: 'separator' };
  }

  private readEventLine(line: LineAtHand): LineUse | undefined {
    const { text, at } = line;
    const header = eventHeaderOf(text);
    if (header) {
      this.openEvent(header, at);
      if (header.kind === 'unknown') this.findings.note('unknown-event', at, header.header);
      if (header.birthDate !== '') this.findings.birthDate(header.birthDate, at);
      if (header.rest !== '') this.readAfterHeader({ ...line, text: header.rest });
      return used('event');
    }
    if (/POTENTIAL FELONY STRIKE ENTRY/.test(text) && this.started) {
      this.findings.note('strike-remark', at, text);
      return used('strike-remark');
    }
    if (!this.event) return this.started ? this.readWithoutHeader(line) : undefined;
    const use = this.event.read(line);
    return use === 'new-event' ? this.readWithoutHeader(line) : use;
  }

  /** The date and agency may stand on the line of the header. */
  private readAfterHeader(line: LineAtHand): void {
    const use = dateLineOf(line.text) ? this.event?.read(line) : undefined;
    if (use === undefined || use === 'new-event' || use.kind === 'unread') this.findings.leftOver(line.text, line.at);
  }

  /** An event that begins with its date: in a cycle of registrations a further one, else of the kind that its agency tells. */
  private readWithoutHeader(line: LineAtHand): LineUse | undefined {
    const { text, at } = line;
    const dated = dateLineOf(text);
    if (!dated && !text.startsWith('CNT:')) return undefined;
    const agency = dated?.rest ?? '';
    const first = this.cycleIsOpen ? this.cycles[this.cycles.length - 1]?.[0] : undefined;
    const kind =
      first?.kind === 'registration'
        ? 'registration'
        : isCourt(agency)
          ? 'court'
          : ARRESTS.test(agency)
            ? 'arrest'
            : 'unknown';
    this.openEvent({ kind, header: '', name: 0, birthDate: '', rest: '' }, at);
    if (kind !== 'registration') this.findings.note('event-without-header', at, text);
    const use = this.event?.read(line);
    return use === 'new-event' ? undefined : use;
  }

  private readOutside(line: LineAtHand): LineUse {
    const ofPerson = this.person.read(line);
    if (ofPerson) return ofPerson;
    return unread(this.started ? 'outside-any-event' : 'not-understood');
  }

  private openEvent(header: EventHeader, at: number): void {
    this.closeEvent();
    this.started = true;
    if (!this.cycleIsOpen) this.cycles.push([]);
    this.cycleIsOpen = true;
    this.event = new EventDraft(header, at, this.findings);
  }

  private closeEvent(): void {
    if (!this.event) return;
    this.cycles[this.cycles.length - 1]?.push(this.event.finish((at) => (this.uses[at - 1] = used('charge'))));
    this.event = undefined;
  }

  private refuseSecondSheet({ text, at }: LineAtHand): void {
    const names = /^(?:CII|NAM) ?\//.test(text);
    const { page = 1, line = at } = this.text.lines[at - 1] ?? {};
    if (names && this.person.isOfAnother(text, this.started || this.ended)) {
      throw new RapSheetError(
        'rap-sheet.several-people',
        `The file holds the sheets of several people: another one begins on page ${page}, line ${line}. Split it, one person a file; nothing was taken from it.`,
      );
    }
    if (this.ended && (names || eventHeaderOf(text))) {
      throw new RapSheetError(
        'rap-sheet.several-sheets',
        `The file goes on with another sheet after END OF MESSAGE (page ${page}). Split it, one sheet a file; what stands in both would count twice.`,
      );
    }
  }

  private isIncomplete(lines: readonly LineAtHand[]): boolean {
    const firstEvent = this.uses.findIndex((each) => each.kind === 'used' && each.as === 'event');
    const unreadLine = lines.some(
      ({ text }, i) =>
        this.uses[i]?.kind === 'unread' &&
        ((firstEvent >= 0 && i > firstEvent) || MAY_MATTER.test(text) || citedAnywhere(text).length > 0),
    );
    return (
      unreadLine ||
      this.findings.notes.some(({ code }) => code === 'no-end-of-message' || code === 'page-missing') ||
      this.findings.notes.some((each) => each.code === 'part-unread' && citedAnywhere(each.words).length > 0)
    );
  }
}

function beginsSomething(text: string): boolean {
  if (/^(?:CNT:|\*?DISPO:)/.test(text)) return true;
  if (text === '') return false;
  return (
    eventHeaderOf(text) !== undefined || dateLineOf(text) !== undefined || isEventBoundary(text) || starsOf(text) > 0
  );
}

/** What was given instead, when it can be told. */
function notASheet({ lines }: SheetText): RapSheetError {
  const first = lines.find((each) => each.text.trim() !== '')?.text ?? '';
  if (first.startsWith('RECORD_ID') || first.split(',').length > 80) {
    return new RapSheetError(
      'rap-sheet.state-file',
      "This is a file of the state for a whole county, not one person's RAP sheet: give it to clearway analyze.",
    );
  }
  return new RapSheetError(
    'rap-sheet.not-a-rap-sheet',
    'No CII, no name and no cycle (a line of asterisks, then ARR/DET/CITE, COURT, ...) was found: this is not a California RAP sheet, or its pages were read in another order.',
  );
}

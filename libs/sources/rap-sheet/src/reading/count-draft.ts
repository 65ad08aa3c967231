import { type RowDate } from '@clearway/record';
import {
  type LineUse,
  type SheetCount,
  type SheetDisposition,
  type SheetSentence,
  type SheetWords,
} from '../rap-sheet';
import { caseNumberOf, type CountLine, isChargeLine, withoutClass } from './count-line';
import { goesOn, statusOf } from './disposition-words';
import { type Findings, type LineAtHand, unread, used } from './findings';
import { dateOf } from './sheet-date';
import { sentenceParts } from './sentence-parts';

interface Words {
  text: string;
  at: number;
}

interface DispositionDraft extends Words {
  updated: RowDate | undefined;
  status: string;
  sentences: Words[];
  comments: Words[];
}

/** What the line before it was, so that a line that goes on is known. */
type Before =
  | {
      readonly kind: 'charge' | 'disposition' | 'sentence' | 'comment' | 'address';
      readonly words: Words;
      readonly width: number;
    }
  | undefined;

const SENTENCE = /^(?:COM:\s*SEN-X\b|COM:\s*XSEN\b|XSEN\b|SEN\s*-\s*X\b|SEN:)\s*[-:;]?\s*(.*)$/;
const ADDRESS = /^ADR\s*-?\s*(\d{8})?\s*\(?(.*?)\)?$/;
const SENTENCE_WORDS =
  /^(?:\d+|YEARS?|YRS?|MONTHS?|MOS?|WEEKS?|DAYS?|HOURS?|JAIL|JL|PROB(?:ATION)?|PRISON|FINE|SS|REST(?:N|ITUTION)|CONC(?:URRENT)?|CONS(?:ECUTIVE)?|WORK|FURLOUGH|CREDIT|TIME|SERVED|SUSP(?:ENDED)?|FORMAL|SUMMARY|WITH|TO|OR|AND|LIFE|COMM(?:UNITY)?|SERV(?:ICE)?|[,.;&/ ])+$/;
/** From this width on a line of a sheet may be full, and the next one its end. */
const FULL_LINE = 45;
/** What goes on longer was never closed: a bracket that was not seen would take the rest of the count. */
const MOST_LINES = 6;

/** A count while its lines arrive. */
export class CountDraft {
  readonly comments: Words[] = [];
  private charge: Words | undefined;
  private readonly others: Words[] = [];
  private readonly qualifiers: string[] = [];
  private readonly dispositions: DispositionDraft[] = [];
  private readonly sentences: Words[] = [];
  /** Lines that may be the charge of a count that has none. */
  private readonly candidates: Words[] = [];
  private before: Before;
  /** How many lines went on from it. */
  private joined = 0;

  constructor(
    private readonly line: CountLine,
    private readonly at: number,
    private readonly findings: Findings,
    private readonly caseNumbers = [...line.caseNumbers],
    private classOfCharge = line.classOfCharge,
  ) {}

  get through(): number {
    return this.line.numbers[this.line.numbers.length - 1] ?? 0;
  }

  /** A day on which something about the count changed. */
  update(date: RowDate, at: number): void {
    this.dispositions.push({ text: '', at, updated: date, status: '', sentences: [], comments: [] });
    this.before = undefined;
  }

  read(line: LineAtHand): LineUse {
    const { text, at } = line;
    const label = this.readLabelled(line);
    if (label) {
      this.joined = 0;
      return label;
    }
    if (this.goOn(line)) return used(this.before?.kind ?? 'comment');
    if (/^#\s*\S/.test(text)) {
      this.caseNumbers.push(
        ...text
          .split('#')
          .map(caseNumberOf)
          .filter((each) => each !== ''),
      );
      return used('case-number');
    }
    const { text: whole, classOfCharge } = withoutClass(text);
    if (classOfCharge !== '') this.classOfCharge ||= classOfCharge;
    if (whole === '') return used('class-of-charge');
    if (/^1170\(H\) ?PC/.test(whole)) {
      this.comments.push({ text: whole, at });
      return used('sentencing-provision');
    }
    if (/^-\s*[A-Z][A-Z /]*$/.test(whole)) {
      this.qualifiers.push(whole.replace(/^-\s*/, ''));
      return used('qualifier');
    }
    if (isChargeLine(whole)) return this.takeCharge({ text: whole, at }, line.width);
    if (!this.charge && this.dispositions.length === 0) this.candidates.push({ text: whole, at });
    return unread('not-understood');
  }

  /** The count of each number that its line names. `inherited`: case number of the counts before it; the class stands with the agency. */
  finish(inherited: readonly string[], classOfEvent: string, release: (at: number) => void): readonly SheetCount[] {
    const candidate = this.candidates[0];
    if (!this.charge && candidate) {
      this.charge = candidate;
      release(candidate.at);
    }
    const qualifier = this.qualifiers.map((each) => `-${each}`).join('');
    const charge = this.charge ?? { text: '', at: this.at };
    const one: Omit<SheetCount, 'number'> = {
      at: this.at,
      caseNumbers: this.caseNumbers.length > 0 ? this.caseNumbers : inherited,
      charge: charge.text === '' ? charge : { ...charge, text: charge.text + qualifier },
      otherCharges: this.others,
      classOfCharge: this.classOfCharge || classOfEvent,
      dispositions: this.dispositions.map(toDisposition),
      sentences: this.sentences.flatMap(toSentences),
      comments: this.comments,
    };
    return this.line.numbers.map((number) => ({ number, ...one }));
  }

  private readLabelled({ text, at, width }: LineAtHand): LineUse | undefined {
    const disposition = /^\*?DISPO:\s*(.*)$/.exec(text);
    if (disposition) return this.takeDisposition(disposition[1] ?? '', at, width);
    const status = /^CONV STATUS:\s*(.*)$/.exec(text);
    if (status) {
      this.lastDisposition(at).status = statusOf(status[1] ?? '');
      this.before = undefined;
      return used('conviction-status');
    }
    const sentence = SENTENCE.exec(text);
    if (sentence) {
      const words = { text: sentence[1] ?? '', at };
      (this.dispositions[this.dispositions.length - 1]?.sentences ?? this.sentences).push(words);
      this.before = { kind: 'sentence', words, width };
      return used('sentence');
    }
    const comment = /^COM:\s*(.*)$/.exec(text);
    if (comment) return this.takeComment({ text: comment[1] ?? '', at }, width);
    if (!/^(?:ARR BY|SCN|WARRANT|DOCKET|PHOTO)\b/.test(text)) return undefined;
    this.comments.push({ text, at });
    this.before = undefined;
    return used(text.startsWith('ARR BY') ? 'arrested-by' : 'comment');
  }

  private takeDisposition(text: string, at: number, width: number): LineUse {
    const last = this.dispositions[this.dispositions.length - 1];
    if (last && last.text === '' && last.status === '') Object.assign(last, { text, at });
    else this.dispositions.push({ text, at, updated: undefined, status: '', sentences: [], comments: [] });
    const words = this.dispositions[this.dispositions.length - 1] as DispositionDraft;
    this.before = { kind: 'disposition', words, width };
    return used('disposition');
  }

  private takeComment(words: Words, width: number): LineUse {
    const address = /^ADR\b/.test(words.text);
    if (!address) (this.dispositions[this.dispositions.length - 1]?.comments ?? this.comments).push(words);
    else takeAddress(words, this.findings);
    this.before = { kind: address ? 'address' : 'comment', words, width };
    return used(address ? 'address' : 'comment');
  }

  private takeCharge(words: Words, width: number): LineUse {
    if (this.charge) {
      this.others.push(words);
      this.findings.note('second-charge', words.at, words.text);
    } else this.charge = words;
    this.before = { kind: 'charge', words, width };
    this.joined = 0;
    return used('charge');
  }

  private lastDisposition(at: number): DispositionDraft {
    const last = this.dispositions[this.dispositions.length - 1];
    if (last) return last;
    const made: DispositionDraft = { text: '', at, updated: undefined, status: '', sentences: [], comments: [] };
    this.dispositions.push(made);
    return made;
  }

  /** Joins a line to the one that it goes on from. */
  private goOn({ text, width, at }: LineAtHand): boolean {
    const { before } = this;
    if (!before || this.joined >= MOST_LINES || (!this.charge && isChargeLine(text))) return false;
    const { kind, words } = before;
    const full = before.width >= FULL_LINE;
    const open = words.text.split('(').length > words.text.split(')').length;
    const more =
      kind === 'sentence'
        ? SENTENCE_WORDS.test(text) || (words.text.endsWith(',') && !/[^\w ,.;&/()-]/.test(text))
        : kind === 'disposition'
          ? goesOn(words.text)
          : kind === 'charge'
            ? full && /^[A-Z][A-Z ,/&.'-]*$/.test(text)
            : open || /[,&/-]$/.test(words.text);
    if (!more) return false;
    if (kind === 'address') this.findings.addresses.pop();
    words.text = `${words.text}${/[-/]$/.test(words.text) ? '' : ' '}${text}`;
    if (kind === 'address') takeAddress({ ...words, at: words.at || at }, this.findings);
    this.before = { kind, words, width };
    this.joined += 1;
    return true;
  }
}

/** `ADR-19940410 (300,NEWT AV, , ,OAKLAND,CA,94612)`. */
export function takeAddress({ text, at }: SheetWords, findings: Findings): void {
  const [, date = '', inside = ''] = ADDRESS.exec(text) ?? [];
  const parts = inside
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  findings.addresses.push({ date: dateOf(date), parts, at });
}

function toSentences({ text, at }: Words): readonly SheetSentence[] {
  return sentenceParts(text, at);
}

function toDisposition({ text, at, updated, status, sentences, comments }: DispositionDraft): SheetDisposition {
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    at,
    updated,
    status,
    sentences: sentences.flatMap(toSentences),
    comments,
  };
}

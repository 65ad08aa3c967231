import { type RowDate } from '@clearway/record';
import { type NormalLine, type LineRepair } from '../lines/normal-form';
import { type LineUse, type NoteCode, type SheetAddress, type SheetNote } from '../rap-sheet';
import { dateOf } from './sheet-date';

/** A line in its normal form, and the next one that says something. */
export interface LineAtHand extends NormalLine {
  /** `SheetLine.number`. */
  readonly at: number;
  /** Length of the line as written, blanks after it left out. */
  readonly width: number;
  /** Text of the next line that begins something: an event, a count, a disposition, a date; blank where the event ends. */
  readonly next: string;
}

export const used = (as: Extract<LineUse, { kind: 'used' }>['as']): LineUse => ({ kind: 'used', as });
export const unread = (why: Extract<LineUse, { kind: 'unread' }>['why']): LineUse => ({ kind: 'unread', why });

/** What is noticed on the way through a sheet beside its structure. */
export class Findings {
  readonly notes: SheetNote[] = [];
  private readonly noted = new Set<string>();
  readonly repairs: (LineRepair & { readonly at: number })[] = [];
  readonly birthDates: { readonly date: RowDate; readonly at: number }[] = [];
  readonly addresses: SheetAddress[] = [];

  note(code: NoteCode, at: number, words = ''): void {
    const key = `${code} ${at} ${words}`;
    if (this.noted.has(key)) return;
    this.noted.add(key);
    this.notes.push({ code, at, words });
  }

  repaired(repair: LineRepair | undefined, at: number): void {
    if (repair) this.repairs.push({ ...repair, at });
  }

  /** Words of a line that was used for the rest; false where they say nothing. */
  leftOver(words: string, at: number): boolean {
    const left = words.replace(/\s+/g, ' ').trim();
    if (!/[A-Z0-9]/.test(left)) return false;
    this.note('part-unread', at, left);
    return true;
  }

  birthDate(text: string, at: number): void {
    const date = dateOf(text);
    if (date === -1) this.note('unreadable-date', at, text);
    if (date !== 0 && !this.birthDates.some((each) => each.date === date)) this.birthDates.push({ date, at });
  }
}

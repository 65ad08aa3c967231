import { type RowDate } from '@clearway/record';
import { type Courthouse } from '@clearway/record';
import { type LineRepair } from './lines/normal-form';
import { type SheetLine } from './lines/sheet-line';

/** What a line of the sheet became. Every line has exactly one. */
export type LineUse =
  /** Something of the history, or of the person, was read from it. */
  | { readonly kind: 'used'; readonly as: Element }
  /** It says nothing about anybody, by rule. */
  | { readonly kind: 'furniture'; readonly as: Furniture }
  /** Nobody knows what it says. */
  | { readonly kind: 'unread'; readonly why: Unread };

export type Element =
  | 'identity'
  | 'name'
  | 'event'
  | 'event-date'
  | 'agency'
  | 'count'
  | 'charge'
  | 'class-of-charge'
  | 'qualifier'
  | 'case-number'
  | 'sentencing-provision'
  | 'disposition'
  | 'conviction-status'
  | 'sentence'
  | 'update'
  | 'comment'
  | 'address'
  | 'arrested-by'
  | 'strike-remark';

export type Furniture = 'blank' | 'page-header' | 'sheet-header' | 'separator' | 'end-of-message';

export type Unread =
  | 'not-understood'
  | 'part-of-count-line'
  | 'outside-any-event'
  | 'sentence-without-count'
  | 'after-the-end';

/** Something that a person should know, and the line (`SheetLine.number`) at which it was seen. */
export interface SheetNote {
  readonly code: NoteCode;
  readonly at: number;
  /** The words of the sheet that it is about; for the person who holds the sheet, never for a log. */
  readonly words: string;
}

export type NoteCode =
  | 'no-identity'
  | 'unreadable-cii'
  | 'unknown-courthouse'
  | 'county-not-known'
  | 'federal-court'
  | 'unknown-event'
  | 'event-without-header'
  | 'event-without-date'
  | 'unreadable-date'
  | 'count-without-number'
  | 'count-without-charge'
  | 'unreadable-charge'
  | 'second-charge'
  | 'court-count-without-disposition'
  | 'sentence-without-disposition'
  | 'unknown-disposition'
  | 'conviction-not-by-a-court'
  | 'strike-remark'
  | 'part-unread'
  | 'no-end-of-message'
  | 'page-missing';

/** Words of the sheet and the line where they begin. */
export interface SheetWords {
  readonly text: string;
  readonly at: number;
}

/** The code that a sheet gives a name (`01`), as a number: `NAM:001` of an event is `NAM/01` of the header. */
export interface SheetName extends SheetWords {
  readonly code: number;
}

/** `COM: ADR-19940410 (300,NEWT AV, , ,OAKLAND,CA,94612)`: where the person said to live on that day. */
export interface SheetAddress {
  readonly date: RowDate;
  /** As written between the brackets: street number, street, ..., city, state, ZIP code. */
  readonly parts: readonly string[];
  readonly at: number;
}

export interface SheetPerson {
  /** Blank where the sheet has none that can be read. */
  readonly cii: string;
  readonly names: readonly SheetName[];
  /** Those of the header, then further ones that events give. */
  readonly birthDates: readonly { readonly date: RowDate; readonly at: number }[];
  readonly sex: string;
  readonly race: string;
  readonly addresses: readonly SheetAddress[];
}

export type EventKind =
  | 'court'
  | 'arrest'
  | 'supplemental-arrest'
  | 'registration'
  | 'probation'
  | 'custody'
  | 'mental-health'
  | 'applicant'
  | 'deceased'
  | 'unknown';

/** One part of a sentence. */
export interface SheetSentence extends SheetWords {
  readonly kind: 'probation' | 'jail' | 'prison' | 'other';
  /** What stands beside the time: `JAIL SS`, `PROBATION`, `RESTN`. */
  readonly place: string;
  /** Whole number of units, `LIFE`, `25 TO LIFE`, a text that is no number, or blank. */
  readonly length: string;
  /** `Y`, `M`, `D` (weeks are counted as days), or blank. */
  readonly unit: string;
}

/** What was done with a count at one time. */
export interface SheetDisposition extends SheetWords {
  /** The day of an update; the event's own day where undefined. */
  readonly updated: RowDate | undefined;
  /** CONV STATUS as written, a shortened word made whole. */
  readonly status: string;
  readonly sentences: readonly SheetSentence[];
  readonly comments: readonly SheetWords[];
}

export interface SheetCount {
  readonly number: number;
  readonly at: number;
  /** Its own, in order; counts after it in the event have the last one where they name none. */
  readonly caseNumbers: readonly string[];
  readonly charge: SheetWords;
  readonly otherCharges: readonly SheetWords[];
  /** `F`, `M`, `I`, `N` or blank. */
  readonly classOfCharge: string;
  readonly dispositions: readonly SheetDisposition[];
  /** Before any disposition. */
  readonly sentences: readonly SheetSentence[];
  readonly comments: readonly SheetWords[];
}

export interface SheetEvent {
  readonly kind: EventKind;
  /** The header as written: `COURT`, `ARR/DET/CITE`; blank where there is none. */
  readonly header: string;
  readonly at: number;
  /** Code of the name that was given, 0 when none. */
  readonly name: number;
  readonly date: RowDate;
  /** As written, one blank between words. */
  readonly agency: string;
  /** Of an event of a court. */
  readonly courthouse: Courthouse | undefined;
  readonly comments: readonly SheetWords[];
  readonly counts: readonly SheetCount[];
}

export interface SheetCycle {
  readonly events: readonly SheetEvent[];
}

/** One person's sheet as it was understood, with what became of each of its lines. */
export interface RapSheet {
  readonly person: SheetPerson;
  readonly cycles: readonly SheetCycle[];
  readonly lines: readonly SheetLine[];
  /** One for each line. */
  readonly uses: readonly LineUse[];
  readonly repairs: readonly (LineRepair & { readonly at: number })[];
  readonly notes: readonly SheetNote[];
  /**
   * A line was not read that may say something of the record, or a part of the sheet is missing: nothing can be decided by what the
   * record does not have.
   */
  readonly incomplete: boolean;
}

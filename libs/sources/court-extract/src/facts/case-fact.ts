import { type PartialDate } from '@clearway/record';

/** What a list of what already happened is. */
export const FACT_KINDS = {
  'state-list-2019': "the Department's list of 2019 (HS 11361.9(a)): each row is on it, unless a column says otherwise",
  'filings-2020': "an office's own results and filings: what is a fact is what a court did, or a whole challenge",
  'court-grants': 'what a court granted: each row is granted, unless a column says otherwise',
  'automatic-relief':
    'relief of the state without a petition, PC 1203.425: recorded; relief under HS 11361.8 stays owed',
} as const;
export type FactKind = keyof typeof FACT_KINDS;

/** Columns of a facts file that this reader can fill. */
export type FactColumn =
  | 'cii'
  | 'subject_id'
  | 'case_number'
  | 'count'
  | 'section'
  | 'conviction_date'
  | 'on_list'
  | 'challenged_on'
  | 'challenged_by'
  | 'ground'
  | 'evidence'
  | 'evidence_kind'
  | 'granted_on'
  | 'relieved_on'
  | 'relieved_under'
  | 'destroyed'
  | 'source';

/** One row of the list as a row of a facts file. */
export interface CaseFact {
  readonly line: number;
  readonly columns: Readonly<Partial<Record<FactColumn, string>>>;
  readonly who: ListedPerson;
}

/** Whom a row of the list names, as far as it says. */
export interface ListedPerson {
  readonly cii: string;
  readonly subjectId: string;
  /** As the state writes names: `LAST,FIRST M`. */
  readonly name: string;
  readonly birthDate: PartialDate;
  readonly sex: string;
  /** Upper case. */
  readonly county: string;
}

export type FactRejectReason =
  | 'open-quote'
  | 'text-after-quote'
  | 'cell-too-long'
  | 'field-count'
  | 'no-number-of-the-person'
  | 'nobody-named'
  | 'no-case'
  | 'case-number-lost'
  | 'charge-not-one-section'
  | 'day-not-readable'
  | 'unknown-result'
  | 'not-yes-or-no';

/** Why a row that was understood gives no fact: what it says leaves relief owed. */
export type NoFactReason = 'filed-no-answer' | 'decided-not-filed' | 'denied' | 'challenge-not-whole' | 'says-nothing';

export const FACT_REJECT_WORDS: Readonly<Record<FactRejectReason, string>> = {
  'open-quote': 'a quote is opened and never closed: close it, or write a quote inside a cell twice',
  'text-after-quote': 'text stands after a closing quote: write a quote inside a cell twice',
  'cell-too-long': 'a cell is longer than 100,000 characters: a quote before it is probably not closed',
  'field-count': 'it has another number of cells than the header: put cells that hold the separator in quotes',
  'no-number-of-the-person': 'it has neither CII nor SUBJECT_ID: a name alone stops nobody’s relief',
  'nobody-named': 'it has no CII, no SUBJECT_ID, and no name with a birth date or a case number',
  'no-case': 'it says of no case: no case number, CNT_ORDER, section or full day of conviction',
  'case-number-lost': 'a spreadsheet program cut digits of the case number: export it again as text',
  'charge-not-one-section':
    'its charge is not one section: write one row for each, or leave the column out for whole cases',
  'day-not-readable': 'a day that no form of the mapping reads: what was misread must not stop relief',
  'unknown-result': 'what was done is not in codes.result: add it there',
  'not-yes-or-no': 'write yes or no, or leave the cell empty',
};

export const NO_FACT_WORDS: Readonly<Record<NoFactReason, string>> = {
  'filed-no-answer': 'filed, and no answer of the court is recorded: still owed until one is',
  'decided-not-filed': 'an earlier result: nothing shows that it was filed or granted',
  denied: 'denied: the record does not say on which ground; look at it before it is filed again',
  'challenge-not-whole': 'a challenge without day, challenger, ground, evidence and its kind: the relief stands',
  'says-nothing': 'it says of nothing that was done',
};

import { type PartialDate } from '../partial-date';

/**
 * A date as a row has it: `0` when the field is blank, `UNREADABLE_DATE` when something stands there that is no date.
 */
export type RowDate = PartialDate;
export const UNREADABLE_DATE = -1;

/**
 * What one row of a source says, in the words of the source, blanks around removed and the state's blanks (`NULL`, `-`)
 * empty. One object is filled again for every row: whoever keeps something copies it.
 */
export interface RowFacts {
  file: number;
  row: number;
  offset: number;
  line: number;
  /** From 1; 0 where the source has no pages. */
  page: number;
  subjectId: string;
  cii: string;
  name: string;
  sex: string;
  race: string;
  birthDate: RowDate;
  cycleDate: RowDate;
  eventDate: RowDate;
  stepType: string;
  ori: string;
  agency: string;
  /** Upper case. */
  county: string;
  /** Twelve digits. */
  order: string;
  dispositionDate: RowDate;
  caseNumber: string;
  courtCase: string;
  offence: string;
  /** Upper case. */
  offenceClass: string;
  disposedOffence: string;
  convictedOffence: string;
  /** Upper case. */
  convictedClass: string;
  offenceCode: string;
  convictedCode: string;
  disposition: string;
  convictionStatus: string;
  sentencePlace: string;
  sentenceLength: string;
  /** Upper case. */
  sentenceUnit: string;
  comment: string;
}

export function emptyRowFacts(): RowFacts {
  return {
    file: 0,
    row: 0,
    offset: 0,
    line: 0,
    page: 0,
    subjectId: '',
    cii: '',
    name: '',
    sex: '',
    race: '',
    birthDate: 0,
    cycleDate: 0,
    eventDate: 0,
    stepType: '',
    ori: '',
    agency: '',
    county: '',
    order: '',
    dispositionDate: 0,
    caseNumber: '',
    courtCase: '',
    offence: '',
    offenceClass: '',
    disposedOffence: '',
    convictedOffence: '',
    convictedClass: '',
    offenceCode: '',
    convictedCode: '',
    disposition: '',
    convictionStatus: '',
    sentencePlace: '',
    sentenceLength: '',
    sentenceUnit: '',
    comment: '',
  };
}

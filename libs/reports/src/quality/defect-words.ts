import { type DefectKind } from '@clearway/record';

/** What several defects keep from relief together stands beside the kinds. */
export const SEVERAL_TOGETHER = 'several-together';
export type QualityKind = DefectKind | typeof SEVERAL_TOGETHER;

/** What a kind of defect is, and what mends it. */
export const DEFECT_WORDS: Readonly<Record<QualityKind, { readonly what: string; readonly mend: string }>> = {
  'missing-disposition': {
    what: 'A cannabis count of which nobody says what became of it',
    mend: "the disposition, from the court's docket",
  },
  'partial-date': {
    what: 'A date that is missing, or whose day or month is not known',
    mend: "the date, from the court's docket, the arrest report or the booking sheet",
  },
  'conflicting-birth-dates': {
    what: 'Two full birth dates of one person',
    mend: 'the right birth date, from a booking sheet or an identity card',
  },
  'unknown-section': {
    what: 'A conviction whose charge cites no section that can be read',
    mend: 'the section, from the charging document or the plea form',
  },
  'severity-not-stated': {
    what: 'A conviction of which the record does not say the grade',
    mend: "felony, misdemeanor or infraction, from the court's docket",
  },
  'disposition-before-arrest': {
    what: 'A conviction on a day before its arrest',
    mend: 'the day of the arrest, or that of the conviction',
  },
  'conviction-before-age-ten': {
    what: 'A conviction on a day before the person was ten years old',
    mend: 'the birth date, or the day of the conviction',
  },
  'orphan-sentence': {
    what: 'A sentence of a count that nobody was convicted of',
    mend: "the disposition, from the court's docket",
  },
  'rejected-row': {
    what: 'A row of the person could not be read',
    mend: 'the row, from whoever sent the file; until then the answer to record-incomplete in the review',
  },
  'unknown-court-code': {
    what: "A court's code of a disposition that the mapping of its export does not know",
    mend: 'a line in codes.disposition of the mapping, as unknown_codes.csv has it; then run again with --mapping',
  },
  'two-case-numbers': {
    what: 'One count under two case numbers',
    mend: 'the number under which the court keeps the case',
  },
  'not-in-the-state-file': {
    what: "A conviction in the court's system that the state's file does not have",
    mend: 'nothing to fill in: it is decided from the court record; tell the state',
  },
  'not-in-the-court-extract': {
    what: "A conviction in the state's file that the court's system should have and does not",
    mend: 'nothing to fill in: ask the court for its record',
  },
  'possible-other-record': {
    what: 'Another record may be this person and holds a conviction',
    mend: 'the answer in the review of who is who',
  },
  'sources-disagree': {
    what: 'Two sources, or two rows of one, say different things of one conviction',
    mend: 'the right value, from the court file',
  },
  [SEVERAL_TOGETHER]: {
    what: 'Convictions that no defect keeps from relief alone, and several of the person do together',
    mend: 'all of the values that stand beside the person',
  },
};

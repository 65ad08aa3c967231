import {
  type CalendarDate,
  isFullDate,
  isOnOrBefore,
  dayOf,
  monthOf,
  yearOf,
  type PartialDate,
} from '@clearway/record';
import { type DecidedConviction, type DecidedPerson } from '@clearway/rules';
import { csvCell, safeCell, safeCsvCell } from '@clearway/spreadsheets';

/** What the annotations of one run have in common. */
export interface AnnotationRun {
  readonly asOf: CalendarDate;
  /** SHA-256 of the compiled rules, hex. */
  readonly ruleSetHash: string;
  /** SHA-256 of the policy, hex. */
  readonly policyHash: string;
}

/**
 * The earlier desktop tool's columns in its order. The Los Angeles tool had the same without `Occurred after 11/9/2016`;
 * Clearway writes it under every policy, so that a column of a results file is the same in every run.
 */
const EARLIER_COLUMNS = [
  'Case Number',
  '# of convictions on record',
  'Possible Other P64 Charges',
  'Occurred after 11/9/2016',
  'Superstrike Code Section(s)',
  'PC290 Code Section(s)',
  'PC290 Registration',
  'Date of Conviction',
  'Years Since This Conviction',
  'Years Since Any Conviction',
  '# of Prop 64 convictions',
  '# of HS 11357 convictions',
  '# of HS 11358 convictions',
  '# of HS 11359 convictions',
  '# of HS 11360 convictions',
  'Deceased',
  'Eligibility Determination',
  'Eligibility Reason',
] as const;

const CLEARWAY_COLUMNS = [
  'Outcome',
  'Floor',
  'Question',
  'Standing',
  'Person',
  'Conviction',
  'Citation',
  'Severity',
  'Prosecutor',
  'Rule Set',
  'Policy',
  'Decided By',
] as const;

const HEADER: readonly string[] = [...EARLIER_COLUMNS, ...CLEARWAY_COLUMNS];
const POSSIBLE_OTHER = HEADER.indexOf('Possible Other P64 Charges');
const BLANK_AFTER_NOTE = HEADER.length - POSSIBLE_OTHER - 1;
const PROP_64_DAY: CalendarDate = 20161109;
const SHORT_HASH = 12;

/** The column heads that are appended to the state's own: the earlier tool's 18, then Clearway's 12. */
export function annotationHeader(): readonly string[] {
  return HEADER;
}

/** The cells of a row that carries neither a decided conviction nor a note. */
export const BLANK_ANNOTATION: readonly string[] = HEADER.map(() => '');

/** The cells of a row that only says which other cannabis charge its comment may hold. */
export function noteAnnotation(possibleOtherCharge: string): readonly string[] {
  return HEADER.map((_, column) => (column === POSSIBLE_OTHER ? safeCell(possibleOtherCharge) : ''));
}

/** `noteAnnotation` as CSV, without the comma before it and the line end after it. */
export function noteAnnotationCsv(possibleOtherCharge: string): string {
  return `${','.repeat(POSSIBLE_OTHER)}${safeCsvCell(possibleOtherCharge)}${','.repeat(BLANK_AFTER_NOTE)}`;
}

/**
 * The cells of the row that carries a decided conviction. Dates are MM/DD/YYYY, years since have one decimal and are
 * counted as the earlier tool counted (365.25 days); what is not known is empty, never a date of year 1. Text that a
 * spreadsheet program could run is stopped by an apostrophe.
 */
export function annotationOf(
  person: DecidedPerson,
  conviction: DecidedConviction,
  run: AnnotationRun,
): readonly string[] {
  return cellsOf(person, conviction, run, safeCell, (code) => code);
}

/** `annotationOf` as CSV, without the comma before it and the line end after it. */
export function annotationCsv(person: DecidedPerson, conviction: DecidedConviction, run: AnnotationRun): string {
  return cellsOf(person, conviction, run, safeCsvCell, csvCell).join(',');
}

/**
 * @param written a text as it is written
 * @param coded the same of codes, keys and what is made of them; numbers, dates and closed words are written as they are
 */
function cellsOf(
  person: DecidedPerson,
  conviction: DecidedConviction,
  run: AnnotationRun,
  written: (text: string) => string,
  coded: (code: string) => string,
): readonly string[] {
  const { facts } = person;
  const { determination } = conviction;
  return [
    written(caseNumberCell(conviction)),
    String(facts.convictions),
    written(possibleOtherCharge(person, conviction)),
    afterProp64(conviction.convictedOn),
    written(listOrDash(facts.superStrikes)),
    written(listOrDash(facts.sexOffences)),
    facts.sexOffenderRegistration ? 'Yes' : '-',
    usDate(conviction.convictedOn),
    yearsSince(conviction.convictedOn, run.asOf),
    yearsSince(facts.lastConviction, run.asOf),
    String(facts.prop64),
    String(facts.bySection['11357']),
    String(facts.bySection['11358']),
    String(facts.bySection['11359']),
    String(facts.bySection['11360']),
    person.deceased ? 'Deceased' : '-',
    written(determination.determination),
    written(determination.reason),
    determination.outcome,
    determination.floor,
    determination.questions.length === 0 ? '' : coded(determination.questions.map(({ code }) => code).join('; ')),
    determination.standing,
    coded(person.person),
    coded(conviction.key),
    written(conviction.citation),
    conviction.severity,
    written(conviction.prosecutor),
    run.ruleSetHash.slice(0, SHORT_HASH),
    run.policyHash.slice(0, SHORT_HASH),
    coded(determination.decidedBy.join('; ')),
  ];
}

/** Distinct case numbers in order, without blanks and the state's `NULL`. */
function caseNumberCell(conviction: DecidedConviction): string {
  const numbers: string[] = [];
  for (const { number } of conviction.caseNumbers) {
    const trimmed = number.trim();
    if (trimmed !== '' && trimmed.toUpperCase() !== 'NULL' && !numbers.includes(trimmed)) numbers.push(trimmed);
  }
  return numbers.length === 1 ? (numbers[0] ?? '') : numbers.join('; ');
}

function possibleOtherCharge(person: DecidedPerson, conviction: DecidedConviction): string {
  if (person.notes.length === 0) return '';
  const { file, row } = conviction.row;
  return person.notes.find((note) => note.row.file === file && note.row.row === row)?.possibleOtherCharge ?? '';
}

/** `N` on the day itself, as the desktop tool counted; empty when the known part of the date cannot tell. */
function afterProp64(date: PartialDate): string {
  const onOrBefore = isOnOrBefore(date, PROP_64_DAY);
  return onOrBefore === 'cannot-tell' ? '' : onOrBefore === 'yes' ? 'N' : 'Y';
}

function listOrDash(sections: readonly string[]): string {
  return sections.length === 0 ? '-' : sections.join(';');
}

function usDate(date: PartialDate): string {
  return isFullDate(date) ? `${two(monthOf(date))}/${two(dayOf(date))}/${yearOf(date)}` : '';
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function yearsSince(date: PartialDate, asOf: CalendarDate): string {
  return isFullDate(date) ? (((dayNumber(asOf) - dayNumber(date)) * 24) / (24 * 365.25)).toFixed(1) : '';
}

/** Days since 1970-01-01. */
function dayNumber(date: CalendarDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / 86_400_000;
}

import { isFullDate, parsePartialDate, readCharge } from '@clearway/record';
import { type Challenge } from '@clearway/rules';
import { EVIDENCE_KINDS, evidenceKindOf, groundOf, GROUNDS, NO_EVIDENCE } from './challenge-words';
import { type FactsProblem } from './errors';
import { plainCaseNumber, type FactsRow } from './facts-row';

/** The columns of a facts file: whose and which count, then what is known of it, then where that was found. */
export const FACTS_COLUMNS = [
  'cii',
  'subject_id',
  'case_number',
  'count',
  'section',
  'conviction_date',
  'on_list',
  'challenged_on',
  'challenged_by',
  'ground',
  'evidence',
  'evidence_kind',
  'granted_on',
  'relieved_on',
  'relieved_under',
  'destroyed',
  'source',
] as const;
export type FactsColumn = (typeof FACTS_COLUMNS)[number];

export function isColumn(text: string): text is FactsColumn {
  return (FACTS_COLUMNS as readonly string[]).includes(text);
}

export type Cells = (column: FactsColumn) => string;

/**
 * One row; undefined when something is wrong with it, which then stands in `problems`.
 *
 * @param named the row names its person otherwise
 */
export function readFactsRow(
  cell: Cells,
  file: number,
  line: number,
  problems: FactsProblem[],
  named = false,
): FactsRow | undefined {
  const before = problems.length;
  const problem = (code: FactsProblem['code'], column: FactsColumn | 'row', cure: string): void =>
    void problems.push({ code, line, column, cure });
  const cii = cell('cii').toUpperCase();
  const subjectId = cell('subject_id').toUpperCase();
  if (cii === '' && subjectId === '' && !named)
    problem('facts.no-person', 'row', 'says of nobody: fill cii, or subject_id');
  const row: FactsRow = {
    file,
    line,
    cii,
    subjectId,
    caseNumber: plainCaseNumber(cell('case_number')),
    count: countOf(cell('count'), problem),
    section: sectionOf(cell('section'), problem),
    convictedOn: cell('conviction_date') === '' ? 0 : dayOf('conviction_date', cell, problem),
    onList: yesOrNo('on_list', cell, problem),
    challenge: challengeOf(cell, problem),
    granted: grantedOf(cell, problem),
    destroyed: asBoolean(yesOrNo('destroyed', cell, problem)),
    ...relievedOf(cell, problem),
  };
  if (row.caseNumber === '' && row.count === '' && row.section === undefined && row.convictedOn === 0) {
    problem('facts.no-case', 'row', 'says of no case: fill case_number, or count, section or conviction_date');
  }
  const silent =
    row.onList === undefined &&
    row.destroyed === undefined &&
    !row.challenge &&
    row.granted === undefined &&
    !row.relieved;
  if (silent && problems.length === before) {
    problem(
      'facts.nothing-said',
      'row',
      'says nothing: fill on_list, challenged_on, granted_on, relieved_on or destroyed, or remove it',
    );
  }
  return problems.length === before ? row : undefined;
}

type Report = (code: FactsProblem['code'], column: FactsColumn | 'row', cure: string) => void;

function countOf(text: string, problem: Report): string {
  if (text === '') return '';
  // A spreadsheet program drops the zeros in front.
  const digits = text.replace(/\D/g, '').padStart(12, '0');
  if (/^\d{12}$/.test(digits) && /^[\d\s]+$/.test(text)) return digits;
  problem('facts.bad-value', 'count', 'write CNT_ORDER, twelve digits as the state has them');
  return '';
}

function sectionOf(text: string, problem: Report): FactsRow['section'] {
  if (text === '') return undefined;
  const read = readCharge(/[A-Za-z]{2}/.test(text) ? text : `${text} HS`);
  const [offence] = read.offences;
  if (read.offences.length === 1 && offence)
    return { code: offence.code, section: offence.section, path: offence.path };
  problem('facts.bad-value', 'section', 'write one section, such as HS 11359 or HS 11357(a)');
  return undefined;
}

/** `2019-07-01`, `7/1/2019` or `20190701`. */
export function readDay(text: string): number {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : american ? [american[3], american[1], american[2]] : [text];
  const day = parsePartialDate(parts.map((each = '') => each.padStart(2, '0')).join(''));
  return isFullDate(day) ? day : 0;
}

function dayOf(column: FactsColumn, cell: Cells, problem: Report): number {
  const day = readDay(cell(column));
  if (day === 0) problem('facts.bad-value', column, 'write a day of the calendar as YYYY-MM-DD');
  return day;
}

function yesOrNo(column: FactsColumn, cell: Cells, problem: Report): 'yes' | 'no' | undefined {
  const text = cell(column).toLowerCase();
  if (text === '') return undefined;
  if (['yes', 'y', 'true', '1'].includes(text)) return 'yes';
  if (['no', 'n', 'false', '0'].includes(text)) return 'no';
  problem('facts.bad-value', column, 'write yes or no, or leave it empty when it is not known');
  return undefined;
}

function asBoolean(value: 'yes' | 'no' | undefined): boolean | undefined {
  return value === undefined ? undefined : value === 'yes';
}

/** The day, or `yes` when only the fact is known. */
function grantedOf(cell: Cells, problem: Report): number | undefined {
  const text = cell('granted_on').toLowerCase();
  if (text === '' || text === 'no') return undefined;
  return text === 'yes' ? 0 : dayOf('granted_on', cell, problem);
}

/** Relief of another kind: kept with the case, and no reason not to file. */
function relievedOf(cell: Cells, problem: Report): Pick<FactsRow, 'relieved'> {
  const text = cell('relieved_on').toLowerCase();
  const under = cell('relieved_under');
  if (text === '' && under !== '')
    problem('facts.bad-value', 'relieved_on', 'write the day, or yes, beside relieved_under');
  if (text === '' || text === 'no') return {};
  return { relieved: { on: text === 'yes' ? 0 : dayOf('relieved_on', cell, problem), under } };
}

const OF_A_CHALLENGE = ['challenged_on', 'challenged_by', 'ground', 'evidence', 'evidence_kind'] as const;

/** A challenge is whole or none: only a whole one takes relief away. */
function challengeOf(cell: Cells, problem: Report): Challenge | undefined {
  if (OF_A_CHALLENGE.every((column) => cell(column) === '')) return undefined;
  let whole = true;
  const refuse = (column: FactsColumn, cure: string): void => {
    whole = false;
    problem('facts.bad-challenge', column, cure);
  };
  const cure =
    'a challenge needs its day, who challenged, ground, evidence and evidence_kind; where one of them is not known there is no challenge: leave all five empty, the relief then stands';
  for (const column of OF_A_CHALLENGE) if (cell(column) === '') refuse(column, cure);
  if (!whole) return undefined;
  const ground = groundOf(cell('ground'));
  const kind = evidenceKindOf(cell('evidence_kind'));
  const on = readDay(cell('challenged_on'));
  if (on === 0) refuse('challenged_on', 'write a day of the calendar as YYYY-MM-DD');
  if (!ground) refuse('ground', `write one of ${Object.keys(GROUNDS).join(', ')}`);
  if (cell('evidence_kind').toLowerCase() === NO_EVIDENCE)
    refuse(
      'evidence_kind',
      'unreliable hearsay is no evidence (Banda), so there is no challenge: leave its five columns empty',
    );
  else if (!kind) refuse('evidence_kind', `write one of ${Object.keys(EVIDENCE_KINDS).join(', ')}`);
  if (!whole || !ground || !kind) return undefined;
  return { ground, evidence: cell('evidence'), kind, by: cell('challenged_by'), on };
}

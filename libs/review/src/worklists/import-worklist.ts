import {
  type CalendarDate,
  CORRECTION_FIELDS,
  type CorrectionField,
  correctionKey,
  type DraftCorrection,
  IMPOSSIBLE,
  impossibleAlone,
  readCorrectionValue,
} from '@clearway/record';
import { CORRECTED_WORDS } from '@clearway/rules';
import { dayOfSerial, readWorkbook } from '@clearway/spreadsheets';
import { ReturnedWorkbookError, type WorkbookProblem } from '../errors';
import { readCode } from '../questions/sheet-columns';
import { findSheet, type ReturnedRow } from '../returned/returned-sheet';
import { assertMadeOf, type MadeOf, madeOfWorkbook } from './made-of';
import { WORKLIST_HEADS, type WorklistHead } from './worklist-workbook';

export interface ImportedWorklist {
  readonly drafts: readonly DraftCorrection[];
  /** Rows that could not be taken; empty unless the import is partial. */
  readonly problems: readonly WorkbookProblem[];
  /** Inputs of the run that it was made of; undefined of one that does not say so. */
  readonly madeOf: readonly MadeOf[] | undefined;
}

type Row = ReturnedRow<WorklistHead>;

const CURES: Readonly<Record<CorrectionField, string>> = {
  disposition: 'choose one of the list',
  severity: 'choose one of the list',
  section: 'write a section that can be read, such as 11357(A) HS',
  'case-number': 'write the number as the court writes it, up to 60 letters and digits',
  'conviction-date': 'write a day of the calendar, such as 2001-05-31, or what is known of it: 2001-05, 2001',
  'arrest-date': 'write a day of the calendar, such as 2001-05-31, or what is known of it: 2001-05, 2001',
  'birth-date': 'write a day of the calendar, such as 2001-05-31, or what is known of it: 2001-05, 2001',
};

export interface ImportWorklistOptions {
  readonly partial: boolean;
  /** SHA-256 of the inputs of the run that it is for; left out: nobody knows. */
  readonly inputs?: readonly string[];
  /** The day of who reads it back: nothing that was found is of a later one. */
  readonly today: CalendarDate;
}

/**
 * What was written into a worklist, as drafts of corrections. Throws a ReturnedWorkbookError with every problem; with
 * `partial` the rows that are right are taken all the same. Throws a ReviewError for a worklist of other files than `inputs`.
 */
export function importWorklist(bytes: Uint8Array, { partial, inputs, today }: ImportWorklistOptions): ImportedWorklist {
  const book = readWorkbook(bytes);
  const problems: WorkbookProblem[] = [];
  const sheet = findSheet(book, WORKLIST_HEADS, problems);
  if (!sheet) {
    const cure = `no sheet has the heads ${WORKLIST_HEADS.join(', ')} in its first row: use a workbook of clearway fix export, and change no head`;
    throw new ReturnedWorkbookError('fix.unusable', [{ sheet: '(any)', cell: 'A1', cure }]);
  }
  const madeOf = madeOfWorkbook(book);
  if (madeOf && inputs) assertMadeOf(madeOf, inputs);
  const drafts = new Map<string, DraftCorrection>();
  for (const row of sheet.rows) {
    const before = problems.length;
    const draft = draftOf(row, book.from1904, today);
    if (!draft || problems.length > before) continue;
    if (saysBefore(row, draft, drafts.values())) continue;
    const place = JSON.stringify([draft.person, draft.key, draft.field]);
    const other = drafts.get(place);
    if (other && other.value !== draft.value)
      row.problem('Value', 'another row says otherwise of the same value; correct one of them');
    else drafts.set(place, draft);
  }
  if (problems.length > 0 && !partial) throw new ReturnedWorkbookError('fix.unusable', problems);
  return { drafts: [...drafts.values()], problems, madeOf };
}

/** Of one person the list says a birth after a conviction or an arrest: one of the two cells is wrong. */
function saysBefore(row: Row, draft: DraftCorrection, others: Iterable<DraftCorrection>): boolean {
  const isBirth = draft.field === 'birth-date';
  for (const other of others) {
    if (other.person !== draft.person || (other.field === 'birth-date') === isBirth) continue;
    if (!draft.field.endsWith('-date') || !other.field.endsWith('-date')) continue;
    const [born, day] = isBirth ? [draft.value, other.value] : [other.value, draft.value];
    if (day.slice(0, born.length) >= born.slice(0, day.length)) continue;
    row.problem('Value', IMPOSSIBLE[isBirth ? 'after-a-conviction' : 'before-the-birth']);
    return true;
  }
  return false;
}

function draftOf(row: Row, from1904: boolean, today: CalendarDate): DraftCorrection | undefined {
  const text = row.text('Value');
  const evidence = row.text('Evidence');
  if (text === '') {
    if (evidence !== '')
      row.problem('Value', 'evidence stands beside it and no value; write the value, or empty both cells');
    return undefined;
  }
  const code = readCode(row.text('Code'));
  if (!code?.asked) {
    row.problem('Code', 'was changed or is missing; copy the row from a new export');
    return undefined;
  }
  const fields = JSON.parse(code.asked) as readonly (readonly [string, string])[];
  const chosen = fieldOf(row.text('What is corrected'), fields);
  if (!chosen) {
    row.problem(
      'What is corrected',
      `choose one of the list: ${fields.map(([field]) => CORRECTED_WORDS[field as CorrectionField]).join(', ')}`,
    );
    return undefined;
  }
  const [field, was] = chosen;
  const value = readCorrectionValue(field, asDay(field, text, from1904));
  if (value === undefined) row.problem('Value', CURES[field]);
  if (evidence === '') row.problem('Evidence', 'say where the value was found: nobody can check it otherwise');
  const signed = { by: row.text('By'), on: row.day('On') };
  const impossible = value === undefined ? undefined : impossibleAlone({ field, value, on: signed.on }, today);
  if (impossible) row.problem(impossible.of === 'on' ? 'On' : 'Value', IMPOSSIBLE[impossible.why]);
  return value === undefined
    ? undefined
    : {
        kind: code.group,
        person: code.person,
        key: correctionKey(field, code.key),
        field,
        was,
        value,
        evidence,
        ...signed,
      };
}

function fieldOf(
  text: string,
  fields: readonly (readonly [string, string])[],
): readonly [CorrectionField, string] | undefined {
  for (const [name, now] of fields) {
    const field = CORRECTION_FIELDS.find((each) => each === name);
    if (field && (text === '' ? fields.length === 1 : text.toLowerCase() === CORRECTED_WORDS[field]))
      return [field, now];
  }
  return undefined;
}

/** Spreadsheet programs turn a day into a number of days. A year alone stays a year. */
function asDay(field: CorrectionField, text: string, from1904: boolean): string {
  if (!field.endsWith('-date') || !/^\d{5}(?:\.0+)?$/.test(text)) return text;
  const day = String(dayOfSerial(Number(text), from1904));
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
}

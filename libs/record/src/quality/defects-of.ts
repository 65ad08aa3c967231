import { type History, type RecordProblem } from '../history';
import { isFullDate } from '../partial-date';
import { birthDatesNow } from '../corrections/recorded-value';
import { type Defect, type DefectKind, type SourceFile } from './defect';
import { CountDefects } from './count-defects';
import { convictedCharge } from './count-parts';
import { placeOf } from './place-of';

const NOTHING: readonly Defect[] = [];

/**
 * Everything that the record of a person cannot tell and that somebody could mend, the person's own defects first, then by the
 * order of the record. Pure, one walk; the same for a history from which cycles were left out that decide nothing (`RowReader.signs`).
 *
 * @param files what each input of the run is, by its index; left out: all are files of the state
 */
export function defectsOf(history: History, files: readonly SourceFile[] = []): readonly Defect[] {
  const found: Defect[] = [];
  ofPerson(history, found);
  new CountDefects(history, files, found).addAll();
  return found.length === 0 ? NOTHING : found;
}

function ofPerson(history: History, found: Defect[]): void {
  const { birthDates, problems } = history;
  let full = 0;
  for (const each of birthDates) if (isFullDate(each)) full++;
  if (full === 0) found.push(personal('partial-date', 'birth-date', birthDatesNow(history), firstRow(history)));
  else if (full > 1)
    found.push(personal('conflicting-birth-dates', 'birth-date', birthDatesNow(history), firstRow(history)));
  if (problems.length === 0) return;
  for (const [code, kind] of OF_PROBLEMS) {
    const problem = problems.find((each) => each.code === code);
    if (problem) found.push(personal(kind, '', '', problem.at ?? firstRow(history)));
  }
  for (const problem of problems) if (problem.code === 'unknown-court-code') ofCourtCode(history, problem, found);
}

/** A code that nobody knows stands at its count: it may be a conviction. */
function ofCourtCode({ cycles }: History, { at }: RecordProblem, found: Defect[]): void {
  const kind = 'unknown-court-code';
  for (const { subject, steps } of cycles)
    for (const { counts, agency } of steps)
      for (const count of counts) {
        const row = count.rows.findIndex(({ file, row: each }) => file === at?.file && each === at.row);
        if (row < 0) continue;
        const now = count.dispositions.find((each) => each.row === row && each.kind === 'other')?.text ?? '';
        const place = placeOf(count.rows[row]);
        found.push({
          kind,
          key: `${subject}:${count.order}`,
          ...(place ? { at: place } : {}),
          field: '',
          now,
          count: {
            charge: convictedCharge(count).text,
            court: agency.name,
            caseNumbers: [...new Set(count.caseNumbers.map(({ number }) => number.trim()))],
          },
        });
      }
}

/** Problems of a history that are a defect of the whole person; those of sources put together have their place. */
const OF_PROBLEMS: readonly (readonly [string, DefectKind])[] = [
  ['rejected-row', 'rejected-row'],
  ['possible-other-record', 'possible-other-record'],
];

function personal(kind: DefectKind, field: Defect['field'], now: string, at: Defect['at']): Defect {
  return { kind, key: '', ...(at ? { at } : {}), field, now };
}

function firstRow({ cycles }: History): Defect['at'] {
  return placeOf(cycles[0]?.steps[0]?.counts[0]?.rows[0]);
}

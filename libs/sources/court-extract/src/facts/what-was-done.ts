import { isFullDate, printDate } from '@clearway/record';
import { type Field } from '../mapping/fields';
import { type BoundColumns } from '../reading/bind-columns';
import { type RowCells } from '../reading/row-cells';
import { type CourtCodes } from '../values/court-codes';
import { yesOrNo } from '../values/yes-or-no';
import { type CaseFact, type FactKind, type FactRejectReason, type NoFactReason } from './case-fact';

type Done =
  | { readonly says: CaseFact['columns'] }
  | { readonly without: NoFactReason }
  | { readonly rejected: FactRejectReason; readonly field: Field };

const OF_A_CHALLENGE = ['challenged-by', 'ground', 'evidence', 'evidence-kind'] as const;

/** What a row says was done, as columns of a facts file; the kind of list says what a row means where no column does. */
export function whatWasDone(kind: FactKind, cells: RowCells, bound: BoundColumns, codes: CourtCodes): Done {
  const has = (field: Field): boolean => bound.byField.has(field);
  const written = cells.text('result');
  const result = written === '' ? undefined : codes.result(written);
  if (written !== '' && result === undefined) return { rejected: 'unknown-result', field: 'result' };
  const onList = has('on-list') ? yesOrNo(cells.text('on-list')) : kind === 'state-list-2019' ? 'yes' : '';
  if (onList === undefined) return { rejected: 'not-yes-or-no', field: 'on-list' };
  const destroyed = result === 'destroyed' ? 'yes' : yesOrNo(cells.text('destroyed'));
  if (destroyed === undefined) return { rejected: 'not-yes-or-no', field: 'destroyed' };
  const granted = has('granted-on') ? dayOrYes('granted-on', cells) : '';
  if (granted === undefined) return { rejected: 'day-not-readable', field: 'granted-on' };
  const relieved = has('relieved-on') ? dayOrYes('relieved-on', cells) : kind === 'automatic-relief' ? 'yes' : '';
  if (relieved === undefined) return { rejected: 'day-not-readable', field: 'relieved-on' };
  const resultOn = cells.date('result-date');
  if (resultOn < 0 && result !== undefined) return { rejected: 'day-not-readable', field: 'result-date' };
  const byResult = result === 'granted' ? (isFullDate(resultOn) ? printDate(resultOn) : 'yes') : '';
  const everyRow = kind === 'court-grants' && !has('granted-on') && !has('result') && destroyed !== 'yes' ? 'yes' : '';
  const challenge = challengeOf(cells);
  if (challenge === 'day-not-readable') return { rejected: challenge, field: 'challenged-on' };
  const says = {
    on_list: onList,
    ...(typeof challenge === 'object' ? challenge : {}),
    granted_on: granted || byResult || everyRow,
    relieved_on: relieved,
    relieved_under: relieved === '' ? '' : 'PC 1203.425',
    destroyed,
  };
  if (Object.values(says).some((each) => each !== '')) return { says };
  if (challenge === 'not-whole' || result === 'challenged') return { without: 'challenge-not-whole' };
  const filed = yesOrNo(cells.text('filed-on'));
  if (result === 'filed' || (filed !== '' && filed !== 'no')) return { without: 'filed-no-answer' };
  if (result === 'decided') return { without: 'decided-not-filed' };
  return { without: result === 'denied' ? 'denied' : 'says-nothing' };
}

/** `2020-06-01`, `yes` where only the fact is known, empty for no; undefined for what cannot be read. */
function dayOrYes(field: 'granted-on' | 'relieved-on', cells: RowCells): string | undefined {
  const word = yesOrNo(cells.text(field));
  if (word !== undefined) return word === 'yes' ? 'yes' : '';
  const date = cells.date(field);
  if (date < 0) return undefined;
  return isFullDate(date) ? printDate(date) : 'yes';
}

/** A challenge is whole or none: only a whole one takes relief away. */
function challengeOf(cells: RowCells): CaseFact['columns'] | 'not-whole' | 'day-not-readable' | undefined {
  const on = cells.date('challenged-on');
  if (on < 0) return 'day-not-readable';
  const texts = OF_A_CHALLENGE.map((field) => cells.text(field));
  if (on === 0 && texts.every((each) => each === '')) return undefined;
  if (!isFullDate(on) || texts.some((each) => each === '')) return 'not-whole';
  const [challenged_by = '', ground = '', evidence = '', evidence_kind = ''] = texts;
  return { challenged_on: printDate(on), challenged_by, ground, evidence, evidence_kind };
}

import {
  type CourtUpdateRow,
  type ExchangeProblem,
  plainCaseNumber,
  type ReadReceiptLine,
  WHOLE_BATCH,
} from '@clearway/court-exchange';
import { type EventOf } from '../events/event';
import { type BatchState, type BookState } from '../state/book-state';
import { fitOf } from '../state/take-answers';

type TakenLine = EventOf<'receipt-recorded'>['lines'][number];

/** A receipt beside the book: what is new, what was known, and what cannot be taken. */
export interface CheckedReceipt {
  /** By batch. */
  readonly taken: ReadonlyMap<string, readonly TakenLine[]>;
  /** Lines that say what is recorded already. */
  readonly known: number;
  /** Lines that `*` passes over because the court answered them before. */
  readonly passedOver: number;
  readonly problems: readonly ExchangeProblem[];
}

/**
 * Compares the lines of a receipt with what was filed: the batch, the line, an earlier answer, the case number, the day. `*` becomes
 * every line of the batch that has no answer and that the file does not name. Nothing that does not fit is taken.
 *
 * @param rowsOf the rows of a batch; undefined when they are destroyed: the numbers of cases are then not compared
 */
export function checkReceipt(
  state: BookState,
  rowsOf: (batch: string) => readonly CourtUpdateRow[] | undefined,
  lines: readonly ReadReceiptLine[],
  file: string,
): CheckedReceipt {
  const problems: ExchangeProblem[] = [];
  const taken = new Map<string, TakenLine[]>();
  const rows = new Map<string, ReadonlyMap<string, CourtUpdateRow> | undefined>();
  let known = 0;
  let passedOver = 0;
  const named = new Map<string, Set<string>>();
  for (const { batch, ref } of lines) named.set(batch, (named.get(batch) ?? new Set()).add(ref));
  for (const line of lines) {
    const refuse = (column: string, cure: string): void =>
      void problems.push({ file, line: line.place, column, cure, nearest: '' });
    const batch = state.batches.get(line.batch);
    const fault = batchFault(batch, line);
    if (!batch || fault !== '') {
      refuse(fault.startsWith('is a day') ? 'answered_on' : 'batch', fault);
      continue;
    }
    const own = taken.get(line.batch) ?? [];
    taken.set(line.batch, own);
    if (line.ref === WHOLE_BATCH) {
      const rest = restOf(batch, named.get(line.batch) ?? new Set());
      passedOver += rest.answered;
      for (const ref of rest.open) own.push({ ref, answer: line.answer, on: line.on, caseNumber: '', note: line.note });
      if (rest.open.length === 0 && rest.answered === 0)
        refuse('ref', 'answers no line: every line of the batch is named in the file');
      continue;
    }
    if (!rows.has(line.batch)) rows.set(line.batch, byRef(rowsOf(line.batch)));
    const what = fitOfLine(batch, line, rows.get(line.batch));
    if (what === 'known') known += 1;
    else if (what === 'new')
      own.push({ ref: line.ref, answer: line.answer, on: line.on, caseNumber: line.caseNumber, note: line.note });
    else refuse(what.column, what.cure);
  }
  for (const [batch, own] of taken) if (own.length === 0) taken.delete(batch);
  return { taken, known, passedOver, problems };
}

function batchFault(batch: BatchState | undefined, { on }: ReadReceiptLine): string {
  if (!batch) return 'is no batch of this book: is it the right office, and the right book?';
  if (!batch.released || batch.stage === 'voided')
    return 'is a batch that was never released, or whose release was voided';
  return on < batch.released.on ? 'is a day before the batch was signed' : '';
}

function restOf(
  batch: BatchState,
  named: ReadonlySet<string>,
): { readonly open: readonly string[]; readonly answered: number } {
  const others = [...batch.lines.values()].filter(
    ({ ref, movedTo, withdrawn }) => !named.has(ref) && !movedTo && !withdrawn,
  );
  const open = others.filter(({ answer }) => !answer).map(({ ref }) => ref);
  return { open, answered: others.length - open.length };
}

type Refusal = { readonly column: string; readonly cure: string };

function fitOfLine(
  batch: BatchState,
  { ref, answer, on, caseNumber }: ReadReceiptLine,
  rows: ReadonlyMap<string, CourtUpdateRow> | undefined,
): 'new' | 'known' | Refusal {
  const line = batch.lines.get(ref);
  if (!line) return { column: 'ref', cure: 'is no line of this batch' };
  if (line.movedTo || line.withdrawn) {
    const where = line.movedTo ? `in batch ${line.movedTo.batch} as ${line.movedTo.ref}` : 'nowhere: it was withdrawn';
    return { column: 'ref', cure: `was taken out by a correction and goes on ${where}` };
  }
  const fit = fitOf(line, answer, on);
  if (fit === 'contradiction')
    return {
      column: 'answer',
      cure: `contradicts "${line.answer?.answer ?? ''}" of ${line.answer?.on ?? ''}: ask the court which holds, then take the earlier answer back (clearway court undo)`,
    };
  if (fit === 'twice') return 'known';
  const row = rows?.get(ref);
  if (row && caseNumber !== '' && answer !== 'mismatch' && answer !== 'not-found' && !isNumberOf(row, caseNumber)) {
    return {
      column: 'court_case_number',
      cure: 'is another case than was filed: ask the court; where only the number is new, have it answered as mismatch',
    };
  }
  return 'new';
}

function isNumberOf(row: CourtUpdateRow, caseNumber: string): boolean {
  const plain = plainCaseNumber(caseNumber);
  return [row.caseNumber, row.formerCaseNumber, ...row.otherCaseNumbers].some(
    (number) => number !== '' && plainCaseNumber(number) === plain,
  );
}

function byRef(rows: readonly CourtUpdateRow[] | undefined): ReadonlyMap<string, CourtUpdateRow> | undefined {
  return rows && new Map(rows.map((row) => [row.ref, row]));
}

import { type ExchangeProblem } from '@clearway/court-exchange';
import { BYTE_ORDER_MARK, csvRow, decodeCsv, readCsv } from '@clearway/spreadsheets';
import { type BatchState, type BookState } from '../state/book-state';
import { dangerCounts, readDangerList } from './danger-list';

/** What a run's danger list says of one batch. */
export interface BatchDangers {
  /** Lines by danger. */
  readonly counts: Readonly<Record<string, number>>;
  /** The rows of the run's list that are of this batch. */
  readonly csv: string;
}

/** The part of `danger_list.csv` that is about these packets; undefined where the list cannot be read. */
export function dangersOfPackets(bytes: Uint8Array, file: string, packets: Iterable<string>): BatchDangers | undefined {
  const problems: ExchangeProblem[] = [];
  const wanted = new Set(packets);
  const listed = readDangerList(bytes, file, problems).filter(({ packet }) => wanted.has(packet));
  if (problems.length > 0) return undefined;
  const own = new Set(listed.map(({ row }) => row));
  const records = [...readCsv(decodeCsv(bytes).replace(BYTE_ORDER_MARK, ''))].filter(
    ({ line }, i) => i === 0 || own.has(line),
  );
  return {
    counts: { ...dangerCounts(listed) },
    csv: BYTE_ORDER_MARK + records.map(({ fields }) => csvRow(fields)).join(''),
  };
}

/** Lines that a court denied in another batch: the law knows no fact "denied", so that they are filed again unless somebody looks. */
export function deniedBefore(batch: BatchState, state: BookState): number {
  const keys = new Set<string>();
  for (const other of state.batches.values())
    if (other.batch !== batch.batch)
      for (const { key, answer } of other.lines.values()) if (answer?.answer === 'denied') keys.add(key);
  return [...batch.lines.values()].filter(({ key }) => keys.has(key)).length;
}

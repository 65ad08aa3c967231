import { type RowReader } from '@clearway/doj-bulk';

/**
 * Goes through the rows of `bytes[from, to)`, which are whole lines in the middle of others: those of a person whose edges could not all
 * be set aside, for some had to be transcoded or the portion has too many rows. `onRow` is called when the reader stands on one.
 */
export function rowsBetween(reader: RowReader, bytes: Buffer, from: number, to: number, onRow: () => void): void {
  // A scan ends its bytes with a line feed: here other rows begin.
  const behind = bytes[to]!;
  reader.over(bytes, to, true, from);
  for (let result = reader.next(); result !== 'end'; result = reader.next()) if (result === 'row') onRow();
  bytes[to] = behind;
}

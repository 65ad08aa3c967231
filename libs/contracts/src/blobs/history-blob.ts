import { type History } from '@clearway/record';
import { HistoryBlobError, HistoryReader } from './history-reader';
import { HistoryWriter, type HistoryTables } from './history-writer';

/**
 * The members of a blob of histories: first the tables (their length in four bytes, then JSON), then one for each person.
 * All members together are read by `readHistories`; one person by the first member and the person's own, together.
 */
export function historyMembers(histories: readonly History[]): Buffer[] {
  const writer = new HistoryWriter();
  const people = histories.map((history) => writer.write(history));
  const tables = Buffer.from(JSON.stringify(writer.tables()), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(tables.length);
  return [Buffer.concat([length, tables]), ...people];
}

/** Histories from the unpacked members, in order. Throws HistoryBlobError. */
export function readHistories(bytes: Buffer): History[] {
  if (bytes.length < 4) throw new HistoryBlobError();
  const end = 4 + bytes.readUInt32LE(0);
  let tables: HistoryTables;
  try {
    tables = JSON.parse(bytes.toString('utf8', 4, end)) as HistoryTables;
  } catch {
    throw new HistoryBlobError();
  }
  return new HistoryReader(tables).readAll(bytes, end);
}

import { areClearlyTwo, type Said } from '../compare/clearly-two';
import { type RecordTable, SOURCES } from '../table/record-table';

const STATE_FILE = SOURCES.indexOf('state-file');
const COURT_EXTRACT = SOURCES.indexOf('court-extract');

/** Records of one CII that are one person, or a part of them that name and birth date keep apart. */
interface Holder {
  readonly records: number[];
  /** Whom a record is held against. */
  readonly said: { readonly names: number[]; readonly births: number[] };
}

/**
 * The records of one CII by whom they are of. The state's own files are the authority, whatever names and birth dates they have; what
 * they lack RAP sheets add. A record of another source is its person's unless name and birth date both say clearly that
 * it is somebody else: then a clerk may have written the number beside the wrong row, and the record stands apart, with those that are like it.
 *
 * @param group in the order of record ids
 * @returns the holder of the number first; all others are doubted
 */
export function holdersOf(records: RecordTable, group: readonly number[], farYears: number): readonly Holder[] {
  const holders: Holder[] = [];
  const ranked = [...group].sort((a, b) => records.source.at(a) - records.source.at(b));
  for (const record of ranked) {
    const source = records.source.at(record);
    const said = saidBy(records, record);
    const holder = holders.find(
      (each) => source === STATE_FILE || !areClearlyTwo(records.names, each.said, said, farYears),
    );
    if (holder === undefined) holders.push({ records: [record], said });
    else {
      holder.records.push(record);
      if (source < COURT_EXTRACT || isSilent(holder.said)) add(holder.said, said);
    }
  }
  for (const holder of holders) holder.records.sort((a, b) => records.ids.at(a) - records.ids.at(b));
  return holders;
}

/** Can a record of this group be apart from the others? Most groups are one record, or records of the state alone. */
export function mayHoldTwo(records: RecordTable, group: readonly number[]): boolean {
  return group.length > 1 && group.some((record) => records.source.at(record) !== STATE_FILE);
}

function saidBy({ nameLists, birthLists }: RecordTable, record: number): Holder['said'] {
  const names: number[] = [];
  const births: number[] = [];
  for (let at = nameLists.start(record); at < nameLists.end(record); at++) names.push(nameLists.item(at));
  for (let at = birthLists.start(record); at < birthLists.end(record); at++) births.push(birthLists.item(at));
  return { names, births };
}

function isSilent({ names, births }: Said): boolean {
  return names.length === 0 || births.length === 0;
}

function add(to: Holder['said'], said: Said): void {
  to.names.push(...said.names);
  to.births.push(...said.births);
}

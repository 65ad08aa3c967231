import { type FactsRow, factsRowsOf, type UnreadRow } from '@clearway/case-facts';
import {
  type DoneList,
  type DoneListInput,
  type ListedAs,
  listedPeople,
  type ListedRecord,
  type OpenSourcesOptions,
  readDoneList,
} from '@clearway/population';
import { type ReadCases } from './case-inputs';
import { unreadRowsOf } from './facts-input';

/** Lists of what already happened, with the people whom they name. */
export interface DoneLists {
  readonly lists: readonly DoneList[];
  readonly people: readonly ListedRecord[];
}

/**
 * Reads the lists of a run, each by the mapping that is named for it or that fits.
 *
 * @param county of cases whose row does not say one: the run's
 */
export function readDoneLists(inputs: readonly DoneListInput[], county: string): DoneLists {
  const lists = inputs.map((each) => readDoneList(each));
  return { lists, people: listedPeople(lists, county) };
}

/**
 * What joining is told of the lists; nothing where numbers alone say whose their rows are.
 *
 * @param others are there files that are not the state's, so that people are joined anyway?
 */
export function listedOf(done: DoneLists | undefined, others: boolean): Pick<OpenSourcesOptions, 'listed'> {
  if (!done || (!others && !namesAlone(done))) return {};
  return { listed: { people: done.people, names: done.lists.map(({ name }) => name) } };
}

/** Does a row name its person by name alone, so that people have to be joined to know whose it is? */
export function namesAlone({ lists }: DoneLists): boolean {
  return lists.some(({ reading }) => reading.facts.some(({ who }) => who.cii === '' && who.subjectId === ''));
}

/**
 * What is known of cases, with what lists say, which count as facts files after the others. `found`: whom joining found each listed person to
 * be; absent where nobody was joined, and numbers alone say it.
 */
export function withDoneLists(
  cases: ReadCases | undefined,
  { lists, people }: DoneLists,
  found: readonly ListedAs[] | undefined,
): ReadCases {
  const first = cases?.inputs.facts.length ?? 0;
  const rows: FactsRow[] = [...(cases?.data.rows ?? [])];
  const unread: UnreadRow[] = [...(cases?.data.unread ?? [])];
  lists.forEach((list, index) => {
    const file = first + index;
    const read = factsRowsOf(list.reading.facts, file);
    const who = found ? namedIn(people, found, index) : undefined;
    rows.push(...read.rows.map((row) => ofPerson(row, who)));
    unread.push(...read.unread, ...unreadRowsOf(list.reading, file));
  });
  return {
    data: { events: [], decisions: [], ...cases?.data, rows, ...(unread.length > 0 ? { unread } : {}) },
    inputs: {
      ...cases?.inputs,
      facts: [
        ...(cases?.inputs.facts ?? []),
        ...lists.map(({ name, sha256, mapping }) => ({ name, sha256, mapping: mapping.sha256 })),
      ],
      decisions: cases?.inputs.decisions ?? null,
    },
  };
}

/** What became of a list, as `sources.csv` has it. */
export interface DoneListCounts {
  readonly name: string;
  readonly sha256: string;
  readonly mapping: string;
  /** `used`: had an effect. */
  readonly rows: number;
  readonly used: number;
  readonly people: number;
  /** People who are found to be people of the run, and those of whom it is asked. */
  readonly joined: number;
  readonly asked: number;
}

/** `usedOf`: rows of a list that had an effect, by its place among the lists. */
export function doneListCounts(
  { lists, people }: DoneLists,
  found: readonly ListedAs[],
  usedOf: (list: number) => number,
): readonly DoneListCounts[] {
  return lists.map(({ name, sha256, mapping, reading }, list): DoneListCounts => {
    const own = found.filter((_, i) => people[i]?.list === list);
    return {
      name,
      sha256,
      mapping: mapping.mapping.mapping,
      rows: reading.account.rows,
      used: usedOf(list),
      people: own.length,
      joined: own.filter(({ person }) => person !== '').length,
      asked: own.filter(({ asked }) => asked).length,
    };
  });
}

/** Whom each line of a list is found to name. */
function namedIn(
  people: readonly ListedRecord[],
  found: readonly ListedAs[],
  list: number,
): ReadonlyMap<number, ListedAs> {
  const byLine = new Map<number, ListedAs>();
  people.forEach((each, i) => {
    const as = found[i];
    if (as && each.list === list) for (const line of each.lines) byLine.set(line, as);
  });
  return byLine;
}

/** A row of a SUBJECT_ID alone is no record that could be joined: it stays with its number. */
function ofPerson(row: FactsRow, who: ReadonlyMap<number, ListedAs> | undefined): FactsRow {
  const as = who?.get(row.line);
  if (!as) return row;
  if (as.person !== '') return { ...row, person: as.person };
  // A SUBJECT_ID says more than a name that nobody has.
  if (row.subjectId !== '' && row.cii === '') return row;
  return { ...row, nobody: as.asked ? 'person-asked' : 'no-such-person' };
}

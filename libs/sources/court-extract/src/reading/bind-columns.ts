import { ExtractError, type ExtractProblem } from '../errors';
import { fieldOfName } from '../guess/known-headers';
import { nearestName, plainName } from '../mapping/nearest';
import { type Field } from '../mapping/fields';
import { type Mapping } from '../mapping/read-mapping';
import { type MappingColumn } from '../mapping/schema';
import { type Table } from '../table/table-row';

/** A column of the mapping and its place in the rows of this file. */
export interface BoundColumn {
  readonly spec: MappingColumn;
  readonly index: number;
  /** What messages call it. */
  readonly label: string;
}

export interface BoundColumns {
  readonly all: readonly BoundColumn[];
  readonly byField: ReadonlyMap<Field, BoundColumn>;
  readonly counts: readonly BoundColumn[];
  readonly comments: readonly BoundColumn[];
  readonly sentences: readonly BoundColumn[];
  /** Counts of a row that have columns of their own, by their numbers: what speaks of each, with what speaks of all. */
  readonly ofCount: ReadonlyMap<number, BoundColumns>;
  /** Of such a count: its own columns, without the charge. */
  readonly own: readonly BoundColumn[];
  /** Any column says what was done. */
  readonly hasDisposition: boolean;
  /** Columns of the file that the mapping does not name: nobody read them. */
  readonly unused: readonly string[];
  /** How many cells a row must have; 0 where that does not matter. */
  readonly width: number;
}

/** Finds each column of the mapping in the file. Throws an ExtractError that names each one that is missing, and the nearest. */
export function bindColumns(mapping: Mapping, table: Table): BoundColumns {
  const { header } = table;
  const problems: ExtractProblem[] = [];
  const plain = header.map(plainName);
  const taken = new Set<number>();
  const all = mapping.columns.flatMap((spec, position): BoundColumn | [] => {
    if (mapping.format === 'fixed')
      return {
        spec,
        index: position,
        label: `characters ${spec.from ?? 0} to ${(spec.from ?? 0) + (spec.width ?? 0) - 1}`,
      };
    if (spec.column === undefined) return { spec, index: (spec.number ?? 1) - 1, label: `column ${spec.number ?? 1}` };
    const wanted = plainName(spec.column);
    const exact = header.findIndex((each) => each.replace(/^\uFEFF/, '').trim() === spec.column?.trim());
    const index = exact >= 0 ? exact : plain.indexOf(wanted);
    const label = `"${spec.column}"`;
    if (index < 0 && spec.optional) return [];
    if (index < 0) {
      const free = header.filter((_, i) => !taken.has(i));
      // A name far away in letters may be another word for the same.
      const near = nearestName(spec.column, free) ?? free.find((each) => fieldOfName(each) === spec.as);
      const cure = near === undefined ? `it has ${listed(header)}` : `did you mean "${near.trim()}"?`;
      problems.push({ line: table.headerLine, path: label, words: `the file has no column of this name; ${cure}` });
    } else if (plain.indexOf(wanted, plain.indexOf(wanted) + 1) >= 0 && exact < 0)
      problems.push({
        line: table.headerLine,
        path: label,
        words: 'several columns have this name: name them by number',
      });
    else if (header.filter((each) => each.trim() === spec.column?.trim()).length > 1)
      problems.push({
        line: table.headerLine,
        path: label,
        words: 'several columns have this name: name them by number',
      });
    taken.add(index);
    return { spec, index, label };
  });
  if (problems.length > 0) throw new ExtractError('extract.columns', problems);
  const indexes = new Set(all.map(({ index }) => index));
  const width =
    mapping.format === 'fixed' || mapping.format === 'xlsx'
      ? 0
      : header.length > 0
        ? lastFilled(header) + 1
        : Math.max(...all.map(({ index }) => index)) + 1;
  const unused = header.filter((each, i) => each.trim() !== '' && !indexes.has(i)).map((each) => each.trim());
  return withCounts(all, { unused, width });
}

/** Where a count has a column of one of these, those of all counts say nothing of it. */
const TOGETHER: readonly (readonly Field[])[] = [
  ['disposition', 'disposition-code'],
  ['disposition-date', 'conviction-date'],
  ['sentence', 'sentence-length', 'sentence-unit'],
];

function withCounts(all: readonly BoundColumn[], rest: Pick<BoundColumns, 'unused' | 'width'>): BoundColumns {
  const isOfOne = ({ spec }: BoundColumn): boolean => spec.count !== undefined && spec.as !== 'count';
  const hasDisposition = all.some(({ spec: { as } }) => as === 'disposition' || as === 'disposition-code');
  const among = (
    some: readonly BoundColumn[],
    own: readonly BoundColumn[],
    ofCount: BoundColumns['ofCount'],
  ): BoundColumns => {
    const of = (field: Field): BoundColumn[] => some.filter(({ spec }) => spec.as === field);
    const byField = new Map(some.map((each) => [each.spec.as, each]));
    const [counts, comments, sentences] = [of('count'), of('comment'), of('sentence')];
    return { ...rest, all, byField, counts, comments, sentences, ofCount, own, hasDisposition };
  };
  const common = all.filter((each) => !isOfOne(each));
  const numbers = new Set(all.flatMap(({ spec: { count } }) => (count === undefined ? [] : [count])));
  const ofCount = new Map(
    [...numbers].map((number) => {
      const own = all.filter((each) => isOfOne(each) && each.spec.count === number);
      const fields = new Set(own.map(({ spec }) => spec.as));
      const isReplaced = (field: Field): boolean =>
        (field !== 'comment' && fields.has(field)) ||
        TOGETHER.some((group) => group.includes(field) && group.some((each) => fields.has(each)));
      const others = common.filter(({ spec }) => !isReplaced(spec.as));
      return [number, among([...others, ...own], own, new Map())] as const;
    }),
  );
  return among(common, [], ofCount);
}

function lastFilled(header: readonly string[]): number {
  return header.findLastIndex((each) => each.trim() !== '');
}

const LISTED = 30;

/** A first line that is no header may be a person: it is not repeated. */
function listed(header: readonly string[]): string {
  const names = header.map((each) => each.trim()).filter((each) => each !== '');
  if (names.length === 0 || names.some((each) => /\d{4}/.test(each) || each.length > 40))
    return 'its first row does not look like names of columns: correct header';
  return names.slice(0, LISTED).join(', ') + (names.length > LISTED ? ` and ${names.length - LISTED} more` : '');
}

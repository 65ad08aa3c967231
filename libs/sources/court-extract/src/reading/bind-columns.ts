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
  const of = (field: Field): BoundColumn[] => all.filter(({ spec }) => spec.as === field);
  const width =
    mapping.format === 'fixed' || mapping.format === 'xlsx'
      ? 0
      : header.length > 0
        ? lastFilled(header) + 1
        : Math.max(...all.map(({ index }) => index)) + 1;
  return {
    all,
    byField: new Map(all.map((each) => [each.spec.as, each])),
    counts: of('count'),
    comments: of('comment'),
    sentences: of('sentence'),
    unused: header.filter((each, i) => each.trim() !== '' && !indexes.has(i)).map((each) => each.trim()),
    width,
  };
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

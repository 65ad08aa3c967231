import { type ListedAs, mappingFrom } from '@clearway/population';
import { readFileSync } from 'node:fs';
import { readCaseInputs, type ReadCases } from './case-inputs';
import { type DoneLists, readDoneLists, withDoneLists } from './done-cases';

/** What a run knows of cases beside the record, as files that a service has. */
export interface CaseFilesOfRun {
  readonly facts: readonly { readonly name: string; readonly path: string }[];
  readonly decisions: string | null;
  readonly corrections: string | null;
  /** Lists of what already happened, with the texts of their mappings. */
  readonly done: readonly { readonly name: string; readonly path: string; readonly mapping: string }[];
  /** JSON, `ListedAs[]`: whom joining found each listed person to be; null where nobody was joined. */
  readonly listed: string | null;
  /** Of the run. */
  readonly county: string;
}

/** The same, read. `found` goes with the people of the lists. */
export interface CasesOfRun {
  readonly cases: ReadCases | undefined;
  readonly done: DoneLists | undefined;
  readonly found: readonly ListedAs[];
}

/** Reads them; throws what `readCaseInputs` and `readDoneLists` throw. */
export function readCasesOfRun(
  { facts, decisions, corrections, done: lists, listed, county }: CaseFilesOfRun,
  read: (path: string) => Buffer = (path) => readFileSync(path),
): CasesOfRun {
  const cases = readCaseInputs(
    facts.map(({ name, path }) => ({ name, bytes: read(path) })),
    decisions === null ? undefined : read(decisions),
    corrections === null ? undefined : read(corrections),
  );
  if (lists.length === 0) return { cases, done: undefined, found: [] };
  const done = readDoneLists(
    lists.map(({ name, path, mapping }) => ({ name, path, mapping: mappingFrom(mapping) })),
    county,
  );
  const found = listed === null ? undefined : (JSON.parse(read(listed).toString('utf8')) as readonly ListedAs[]);
  return { cases: withDoneLists(cases, done, found), done, found: found ?? [] };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CaseFactsBook } from '@clearway/case-facts';
import { checkFilingDay } from '@clearway/county-policy';
import { type Population, readPersons, requireCounty, scanPopulation } from '@clearway/doj-bulk';
import { type History, parseCalendarDate } from '@clearway/record';
import { type DecidedPerson, decidePerson } from '@clearway/rules';
import { CliError } from '../cli-error';
import { readPolicy } from '../policy/read-policy';
import { type CaseOptions, readCases, replayTakesNoFacts } from '../review/read-cases';
import { type Terminal } from '../terminal/terminal';

export interface StateFilesOptions extends CaseOptions {
  readonly county?: string;
  readonly policy?: string;
  readonly asOf?: string;
}

/** Decides everybody of files of the state, one after the other, and keeps nothing. */
export async function decideStateFiles(
  paths: readonly string[],
  options: StateFilesOptions,
  terminal: Terminal,
  each: (person: DecidedPerson) => void,
): Promise<void> {
  const { county, asOf, policy: name = 'california-statute' } = options;
  if (county === undefined || asOf === undefined)
    throw new CliError(
      'usage.match',
      'From files of the state everything is decided first: give --county and --as-of. From results: name the folder.',
    );
  const policy = await readPolicy(name);
  if (!policy.statute) throw replayTakesNoFacts();
  checkFilingDay(policy, parseCalendarDate(asOf));
  const cases = await readCases(options);
  const book = cases ? { cases: new CaseFactsBook(cases.data) } : {};
  await eachHistory(paths, terminal, (history, population) => {
    each(
      decidePerson(history, policy, {
        county: requireCounty(population, county),
        asOf: parseCalendarDate(asOf),
        ...book,
      }),
    );
  });
}

/** The histories of files of the state, in the order of each person's first row. */
export async function eachHistory(
  paths: readonly string[],
  terminal: Terminal,
  each: (history: History, population: Population) => void,
): Promise<Population> {
  const workDir = await mkdtemp(join(tmpdir(), 'clearway-court-'));
  try {
    const population = await scanPopulation(
      paths.map((path) => ({ path })),
      {
        workDir,
        signal: terminal.signal,
        onProgress: (done, total) =>
          terminal.progress.update({ stage: 'reading', done, total, count: Math.round(done / 1e6), unit: 'MB' }),
      },
    );
    const onProgress = (done: number, total: number): void =>
      terminal.progress.update({ stage: 'deciding', done, total, count: done, unit: 'people' });
    for await (const history of readPersons(population, { signal: terminal.signal, onProgress }))
      each(history, population);
    terminal.progress.finishLine();
    return population;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CaseFactsBook } from '@clearway/case-facts';
import { checkFilingDay } from '@clearway/county-policy';
import { readPersons, requireCounty, scanPopulation } from '@clearway/doj-bulk';
import { parseCalendarDate } from '@clearway/record';
import { ReviewWriter } from '@clearway/reports';
import { type ReviewItem, readReviewCsv } from '@clearway/review';
import { decidePerson } from '@clearway/rules';
import { CliError } from '../cli-error';
import { readPolicy } from '../policy/read-policy';
import { type Terminal } from '../terminal/terminal';
import { type CaseOptions, readCases, replayTakesNoFacts } from './read-cases';

export interface ReviewSourceOptions extends CaseOptions {
  readonly county?: string;
  readonly policy?: string;
  readonly asOf?: string;
  readonly all?: boolean;
}

/** What attorneys are asked: from folders of results, or decided now from files of the state. */
export async function reviewItems(
  paths: readonly string[],
  options: ReviewSourceOptions,
  terminal: Terminal,
): Promise<ReviewItem[]> {
  const kinds = await Promise.all(paths.map(isResults));
  if (kinds.every(Boolean)) {
    if (options.all)
      throw new CliError('usage.all', '--all needs the files of the state: results hold open questions only.');
    const texts = await Promise.all(paths.map(reviewText));
    return texts.flatMap((text) => [...readReviewCsv(text)]);
  }
  if (kinds.some(Boolean)) {
    throw new CliError('usage.files', 'Name folders of results, or files of the state, not both.');
  }
  return decideNow(paths, options, terminal);
}

async function isResults(path: string): Promise<boolean> {
  return (await stat(path)).isDirectory() || basename(path) === 'review.csv';
}

async function reviewText(path: string): Promise<string> {
  const file = basename(path) === 'review.csv' ? path : join(path, 'review.csv');
  return readFile(file, 'utf8');
}

async function decideNow(
  paths: readonly string[],
  options: ReviewSourceOptions,
  terminal: Terminal,
): Promise<ReviewItem[]> {
  const { county, asOf, policy: name } = options;
  if (county === undefined || asOf === undefined || name === undefined) {
    throw new CliError(
      'usage.review',
      'From files of the state everything is decided first: give --county, --policy and --as-of. From results: name the folder.',
    );
  }
  const policy = await readPolicy(name);
  if (!policy.statute) throw replayTakesNoFacts();
  checkFilingDay(policy, parseCalendarDate(asOf));
  const cases = await readCases(options);
  const workDir = await mkdtemp(join(tmpdir(), 'clearway-review-'));
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
    const book = cases && new CaseFactsBook(cases.data);
    const run = {
      county: requireCounty(population, county),
      asOf: parseCalendarDate(asOf),
      everyBasis: true,
      ...(book ? { cases: book } : {}),
    };
    const writer = new ReviewWriter(
      policy,
      population.files.map((file) => file.name),
    );
    const rows = [writer.header()];
    const onProgress = (done: number, total: number): void =>
      terminal.progress.update({ stage: 'deciding', done, total, count: done, unit: 'people' });
    for await (const history of readPersons(population, { signal: terminal.signal, onProgress })) {
      rows.push(
        writer.rowsOf(decidePerson(book ? book.corrected(history) : history, policy, run), options.all === true),
      );
    }
    terminal.progress.finishLine();
    return [...readReviewCsv(rows.join(''))];
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

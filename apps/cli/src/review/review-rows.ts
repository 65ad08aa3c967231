import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { askedPairsOf } from '@clearway/outputs';
import { ReviewWriter } from '@clearway/reports';
import { type AskedPair, type ReviewItem, readReviewCsv } from '@clearway/review';
import { CliError } from '../cli-error';
import { decideInputs, type DecideOptions, refuseBesideResults } from '../sources/decide-inputs';
import { type Terminal } from '../terminal/terminal';
import { askedPairs } from './asked-pairs';

export interface ReviewSourceOptions extends DecideOptions {
  readonly all?: boolean;
}

/** What attorneys are asked, and who is one person. */
export interface ReviewQuestions {
  readonly items: readonly ReviewItem[];
  readonly pairs: readonly AskedPair[];
}

/** From folders of results, or decided now from files. */
export async function reviewQuestions(
  paths: readonly string[],
  options: ReviewSourceOptions,
  terminal: Terminal,
): Promise<ReviewQuestions> {
  const kinds = await Promise.all(paths.map(isResults));
  if (kinds.every(Boolean)) {
    if (options.all) throw new CliError('usage.all', '--all needs the files: results hold open questions only.');
    refuseBesideResults(options);
    const texts = await Promise.all(paths.map(reviewText));
    return { items: texts.flatMap((text) => [...readReviewCsv(text)]), pairs: await askedPairs(paths) };
  }
  if (kinds.some(Boolean)) {
    throw new CliError('usage.files', 'Name folders of results, or files, not both.');
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
): Promise<ReviewQuestions> {
  const rows: string[] = [];
  const pairs: AskedPair[] = [];
  let writer: ReviewWriter | undefined;
  await decideInputs(paths, options, terminal, {
    everyBasis: true,
    begin: (policy, names) => {
      writer = new ReviewWriter(policy, names);
      rows.push(writer.header());
    },
    each: (person) => void rows.push(writer?.rowsOf(person, options.all === true) ?? ''),
    end: ({ sources }) => pairs.push(...askedPairsOf(sources.joined?.questions() ?? [])),
  });
  return { items: [...readReviewCsv(rows.join(''))], pairs };
}

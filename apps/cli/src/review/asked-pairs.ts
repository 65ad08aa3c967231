import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type AskedPair, readSamePersonCsv } from '@clearway/review';
import { errorCodeOf } from '../exit-codes';

/** The questions about who is one person that stand in folders of results; none where no file asks any, or in files of the state. */
export async function askedPairs(paths: readonly string[]): Promise<AskedPair[]> {
  const texts = await Promise.all(paths.map(samePersonText));
  return texts.flatMap((text) => [...readSamePersonCsv(text)]);
}

async function samePersonText(path: string): Promise<string> {
  const folder = basename(path) === 'review.csv' ? dirname(path) : path;
  return readFile(join(folder, 'same_person.csv'), 'utf8').catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error) ?? '')) return '';
    throw error;
  });
}

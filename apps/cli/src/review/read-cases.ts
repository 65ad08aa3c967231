import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCaseInputs, type ReadCases } from '@clearway/outputs';
import { CliError } from '../cli-error';

export interface CaseOptions {
  readonly facts?: readonly string[];
  readonly decisions?: string;
  readonly corrections?: string;
}

/** The facts files and the files of decisions and corrections that the options name; undefined when they name none. */
export async function readCases({ facts = [], decisions, corrections }: CaseOptions): Promise<ReadCases | undefined> {
  const files = [];
  for (const path of facts) files.push({ name: basename(path), bytes: await readFile(path) });
  const bytesOf = async (path?: string): Promise<Uint8Array | undefined> =>
    path === undefined ? undefined : readFile(path);
  return readCaseInputs(files, await bytesOf(decisions), await bytesOf(corrections));
}

export function replayTakesNoFacts(): CliError {
  return new CliError(
    'usage.replay',
    'A replay decides as it was decided then, without facts of cases, decisions and corrections. Leave out --facts, --done, --decisions, --corrections and --filing-book, or take a policy for filing, such as california-statute.',
  );
}

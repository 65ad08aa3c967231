import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCaseInputs, type ReadCases } from '@clearway/outputs';
import { CliError } from '../cli-error';

export interface CaseOptions {
  readonly facts?: readonly string[];
  readonly decisions?: string;
}

/** The facts files and the decisions file that the options name; undefined when they name none. */
export async function readCases({ facts = [], decisions }: CaseOptions): Promise<ReadCases | undefined> {
  const files = [];
  for (const path of facts) files.push({ name: basename(path), bytes: await readFile(path) });
  return readCaseInputs(files, decisions === undefined ? undefined : await readFile(decisions));
}

export function replayTakesNoFacts(): CliError {
  return new CliError(
    'usage.replay',
    'A replay decides as it was decided then, without facts of cases and decisions. Leave out --facts, --done, --decisions and --filing-book, or take a policy for filing, such as california-statute.',
  );
}

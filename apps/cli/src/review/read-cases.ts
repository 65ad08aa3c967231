import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readFactsFile } from '@clearway/case-facts';
import { type CaseInputs, type RunCaseData } from '@clearway/outputs';
import { decisionsInForce, readDecisions } from '@clearway/review';
import { CliError } from '../cli-error';

export interface CaseOptions {
  readonly facts?: readonly string[];
  readonly decisions?: string;
}

/** The facts files and the decisions file that the options name; undefined when they name none. */
export async function readCases({
  facts = [],
  decisions,
}: CaseOptions): Promise<{ data: RunCaseData; inputs: CaseInputs } | undefined> {
  if (facts.length === 0 && decisions === undefined) return undefined;
  const rows = [];
  const inputs = [];
  for (const [index, path] of facts.entries()) {
    const bytes = await readFile(path);
    rows.push(...readFactsFile(bytes, index, basename(path)));
    inputs.push({ name: basename(path), sha256: sha256(bytes) });
  }
  const bytes = decisions === undefined ? undefined : await readFile(decisions);
  const events = readDecisions(bytes?.toString('utf8') ?? '');
  const data = { rows, events, decisions: decisionsInForce(events) };
  return { data, inputs: { facts: inputs, decisions: bytes ? sha256(bytes) : null } };
}

export function replayTakesNoFacts(): CliError {
  return new CliError(
    'usage.replay',
    'A replay decides as it was decided then, without facts of cases and decisions. Leave out --facts and --decisions, or take a policy for filing, such as california-statute.',
  );
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

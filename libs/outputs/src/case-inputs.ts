import { decisionsInForce, readDecisions } from '@clearway/review';
import { createHash } from 'node:crypto';
import { type CaseInputs } from './outputs-run';
import { readFactsInput } from './facts-input';
import { type RunCaseData } from './run-cases';

/** A facts file, or a list that counts as one, with the name under which messages and reports speak of it. */
export interface NamedFactsFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is known of cases beside the record, read, and by which hashes it stands in `run.json`. */
export interface ReadCases {
  readonly data: RunCaseData;
  readonly inputs: CaseInputs;
}

/**
 * Reads the facts files of a run and its decisions file; undefined without any. Throws a FactsFileError or a
 * DecisionsFileError with every problem by line.
 */
export function readCaseInputs(
  facts: readonly NamedFactsFile[],
  decisions: Uint8Array | undefined,
): ReadCases | undefined {
  if (facts.length === 0 && decisions === undefined) return undefined;
  const read = facts.map(({ name, bytes }, index) => readFactsInput(bytes, index, name));
  const rows = read.flatMap((each) => each.rows);
  const unread = read.flatMap((each) => each.unread);
  const events = readDecisions(decisions === undefined ? '' : Buffer.from(decisions).toString('utf8'));
  return {
    data: { rows, events, decisions: decisionsInForce(events), ...(unread.length > 0 ? { unread } : {}) },
    inputs: {
      facts: facts.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
      decisions: decisions === undefined ? null : sha256(decisions),
    },
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

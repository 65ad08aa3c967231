import { correctionsInForce, readCorrections } from '@clearway/record';
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
 * Reads the facts files of a run, its decisions file and its corrections file; undefined without any. Throws a FactsFileError, a
 * DecisionsFileError or a CorrectionsFileError with every problem by line.
 */
export function readCaseInputs(
  facts: readonly NamedFactsFile[],
  decisions: Uint8Array | undefined,
  corrections?: Uint8Array,
): ReadCases | undefined {
  if (facts.length === 0 && decisions === undefined && corrections === undefined) return undefined;
  const read = facts.map(({ name, bytes }, index) => readFactsInput(bytes, index, name));
  const rows = read.flatMap((each) => each.rows);
  const unread = read.flatMap((each) => each.unread);
  const events = readDecisions(decisions === undefined ? '' : Buffer.from(decisions).toString('utf8'));
  return {
    data: {
      rows,
      events,
      decisions: decisionsInForce(events),
      ...(unread.length > 0 ? { unread } : {}),
      ...corrected(corrections),
    },
    inputs: {
      facts: facts.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
      decisions: decisions === undefined ? null : sha256(decisions),
      ...(corrections === undefined ? {} : { corrections: sha256(corrections) }),
    },
  };
}

function corrected(bytes: Uint8Array | undefined): Pick<ReadCases['data'], 'corrections' | 'correctionEvents'> {
  if (bytes === undefined) return {};
  const correctionEvents = readCorrections(Buffer.from(bytes).toString('utf8'));
  return { correctionEvents, corrections: correctionsInForce(correctionEvents) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

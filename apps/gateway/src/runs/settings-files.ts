import { type RunSettings } from '@clearway/contracts';
import { type RunRequestView } from './run.entity';

/**
 * Bytes that a run writes for each byte of input: unpacked inputs, histories, three results files, work files. Measured,
 * rounded up; a compressed input unpacks to about ten times its size.
 */
const WRITTEN_PER_BYTE = 3;
const UNPACKED_PER_COMPRESSED_BYTE = 10;

/** Everything that a run reads, by hash. */
export function filesOf({ inputs, contacts, facts, done, decisions, corrections, book }: RunSettings): string[] {
  return [
    ...[...inputs, ...facts, ...done].map(({ sha256 }) => sha256),
    ...[contacts, decisions, corrections, book].filter((each) => each !== null),
  ];
}

/** Bytes of disk that a run over these inputs needs. */
export function spaceFor({ inputs }: RunSettings): number {
  return inputs.reduce(
    (sum, { name, bytes }) =>
      sum + bytes * WRITTEN_PER_BYTE * (name.toLowerCase().endsWith('.gz') ? UNPACKED_PER_COMPRESSED_BYTE : 1),
    0,
  );
}

/** What is shown of settings. */
export function requestViewOf(settings: RunSettings): RunRequestView {
  const {
    county,
    policy,
    asOf,
    papers,
    letters,
    contacts,
    withIdentityNumbers,
    inputs,
    facts,
    done,
    decisions,
    corrections,
    book,
  } = settings;
  return {
    county,
    policy: policy.name,
    policyHash: policy.hash,
    asOf,
    papers,
    letters,
    contacts,
    withIdentityNumbers,
    inputs: inputs.map(({ mapping: _, ...input }) => input),
    facts,
    done: done.map(({ mapping: _, ...list }) => list),
    decisions,
    corrections,
    book,
  };
}

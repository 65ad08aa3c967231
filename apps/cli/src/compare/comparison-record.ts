import { type Population } from '@clearway/doj-bulk';
import { CLEARWAY_VERSION, type OutputFolder } from '@clearway/outputs';
import { printDate } from '@clearway/record';
import { type Policy, ruleSetHash } from '@clearway/rules';
import { type Side } from '@clearway/comparison';

/** What a comparison was made from, beside the state's files. */
export interface ComparedWith {
  readonly county: string;
  readonly sides: readonly Side[];
  /** Old results with the SHA-256 of their bytes. */
  readonly oldResults?: readonly { readonly name: string; readonly sha256: string }[];
}

/** `run.json`: with it the comparison can be made again. Written last; the next run reads it to know what it may replace. */
export async function writeRecord(
  outputs: OutputFolder,
  population: Population,
  { county, sides, oldResults }: ComparedWith,
): Promise<void> {
  const record = {
    version: 1,
    kind: 'comparison',
    clearway: CLEARWAY_VERSION,
    ruleSet: ruleSetHash(),
    county,
    sides: sides.map(({ policy, asOf }) => ({ policy: policyOf(policy), asOf: printDate(asOf) })),
    inputs: population.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
    ...(oldResults ? { oldResults } : {}),
    outputs: outputs.files(),
  };
  await outputs.write('run.json', `${JSON.stringify(record, undefined, 2)}\n`);
}

function policyOf({ name, kind, hash }: Policy): {
  readonly name: string;
  readonly kind: string;
  readonly hash: string;
} {
  return { name, kind, hash };
}

import { CLEARWAY_VERSION, type OutputFolder } from '@clearway/outputs';
import { type Sources } from '@clearway/population';
import { printDate } from '@clearway/record';
import { type Policy, ruleSetHash } from '@clearway/rules';
import { type Side } from '@clearway/comparison';

/** What a comparison was made from, beside the state's files. */
export interface ComparedWith {
  readonly county: string;
  readonly sides: readonly Side[];
  /** SHA-256 of the decisions file that says who is one person. */
  readonly decisions?: string | null;
  /** Old results with the SHA-256 of their bytes. */
  readonly oldResults?: readonly { readonly name: string; readonly sha256: string }[];
}

/** `run.json`: with it the comparison can be made again. Written last; the next run reads it to know what it may replace. */
export async function writeRecord(
  outputs: OutputFolder,
  { state, others }: Pick<Sources, 'state' | 'others'>,
  { county, sides, oldResults, decisions }: ComparedWith,
): Promise<void> {
  const record = {
    version: 1,
    kind: 'comparison',
    clearway: CLEARWAY_VERSION,
    ruleSet: ruleSetHash(),
    county,
    sides: sides.map(({ policy, asOf }) => ({ policy: policyOf(policy), asOf: printDate(asOf) })),
    inputs: [
      ...state.files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
      ...others.map(({ name, sha256, bytes, kind, mapping }) => ({
        ...{ name, sha256, bytes, kind },
        ...(mapping ? { mapping: mapping.sha256 } : {}),
      })),
    ],
    ...(decisions ? { decisions } : {}),
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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DecidedPerson } from '@clearway/rules';
import { answerOf, isMoved, type Moved } from './answer';
import { type Version } from './version';

export interface FileRequest {
  readonly path: string;
  readonly county: string;
  readonly policy: string;
  /** `yyyymmdd`. */
  readonly asOf: number;
}

/**
 * A county's file, read and decided by both versions side by side. People are named by Clearway's own id. Nearly always both versions see
 * the same people in the same order; where they do not, those who wait for their other half are kept.
 */
export async function* movedConvictions(base: Version, now: Version, request: FileRequest): AsyncGenerator<Moved> {
  const work = await mkdtemp(join(tmpdir(), 'clearway-law-diff-file-'));
  const waiting = [new Map<string, DecidedPerson>(), new Map<string, DecidedPerson>()] as const;
  const sides = [decided(base, request, join(work, 'base')), decided(now, request, join(work, 'now'))] as const;
  try {
    for (let open = true; open; ) {
      const next = [await sides[0].next(), await sides[1].next()] as const;
      open = !next[0].done || !next[1].done;
      for (const side of [0, 1] as const) {
        const { done, value } = next[side];
        if (done) continue;
        const other = waiting[side === 0 ? 1 : 0];
        const match = other.get(value.person);
        if (!match) waiting[side].set(value.person, value);
        else {
          other.delete(value.person);
          yield* side === 0 ? compared(value, match) : compared(match, value);
        }
      }
    }
    for (const person of waiting[0].values()) yield* compared(person, undefined);
    for (const person of waiting[1].values()) yield* compared(undefined, person);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function* decided(
  { rules, policies, bulk }: Version,
  { path, county, policy: name, asOf }: FileRequest,
  workDir: string,
): AsyncGenerator<DecidedPerson, undefined> {
  const policy = policies.loadPolicy(name);
  const population = await bulk.scanPopulation([{ path }], { workDir, threads: 0 });
  for await (const history of bulk.readPersons(population)) yield rules.decidePerson(history, policy, { county, asOf });
  return undefined;
}

function* compared(before: DecidedPerson | undefined, after: DecidedPerson | undefined): Generator<Moved> {
  const [old, now] = [before, after].map(
    (person) => new Map((person?.convictions ?? []).map((each) => [each.key, each])),
  );
  for (const key of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])) {
    const pair = { before: answerOf(old?.get(key)), after: answerOf(now?.get(key)) };
    if (isMoved(pair.before, pair.after))
      yield { kind: 'conviction', what: `${(after ?? before)?.person ?? ''} ${key}`, ...pair, count: 1 };
  }
}

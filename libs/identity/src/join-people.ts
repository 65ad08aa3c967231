import { setImmediate } from 'node:timers/promises';
import { answerOf, answerOfNumbers, type Guard, keepsApart } from './answer/answer';
import { candidatePairs } from './blocking/candidate-pairs';
import { type AskReason, type Closed, Closure } from './closure/close';
import { EDGE, Edges } from './closure/edges';
import { PairComparer } from './compare/compare-pair';
import { decidedPairs, PairSet } from './decisions/decided-pairs';
import { type JoinDecision } from './decisions/join-decision';
import { type Evidence, evidenceOf } from './evidence/evidence';
import { type ModelSource } from './model/model-source';
import { Weighing } from './model/weighing';
import { SHIPPED_MODEL } from './model/weights.generated';
import { type IdentityProblem, joinByNumbers } from './numbers/number-joins';
import { type NumberPair, numberPairs } from './numbers/number-pairs';
import { type IdentityRecord } from './record/identity-record';
import { RecordTable } from './table/record-table';
import { UnitTable } from './table/unit-table';
import { A_TURN, allOf, part } from './turns';

export interface JoinOptions {
  readonly decisions?: readonly JoinDecision[];
  readonly model?: ModelSource;
}

/** Two records of the input, by place, and the odds in bits that they are one person. */
export interface RecordPair {
  readonly records: readonly [number, number];
  readonly odds: number;
}

/** Who is who. Records are named by their place in the input. */
export interface JoinedPeople {
  /** Of each record its person: 0, 1, 2 in the order in which people first appear. */
  readonly personOf: Int32Array;
  readonly people: number;
  /** Joins by the model. Those by people's decisions stand in the decisions. */
  readonly joins: readonly RecordPair[];
  /** Joins by numbers: each record after the first of those that a number makes one. */
  numberJoins(): Iterable<NumberPair>;
  readonly asks: readonly (RecordPair & { readonly why: AskReason })[];
  readonly problems: readonly IdentityProblem[];
  /** Records whose CII is somebody else's by name and birth date: it says nothing of them until somebody answers. */
  readonly doubted: ReadonlySet<number>;
  readonly counts: {
    readonly records: number;
    readonly units: number;
    readonly pairsLookedAt: number;
    readonly cappedBlocks: number;
    readonly decisionsWaiting: number;
  };
  /** What speaks for and against two records being one person, field by field. */
  evidence(one: number, other: number): Evidence;
}

/**
 * Joins records over files and sources into people. The answer does not depend on the order of the records. Throws
 * RepeatedRecordError and JoinDecisionError.
 */
export function joinPeople(input: Iterable<IdentityRecord>, options: JoinOptions = {}): JoinedPeople {
  return allOf(joining(input, options, 0));
}

export interface JoinInTurnsOptions extends JoinOptions {
  /** How many records will come; 0 where nobody knows. */
  readonly records: number;
  readonly signal?: AbortSignal;
  /** The share of the work that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * The same people, with a turn for everything else that waits after each few thousand records or pairs: a million records take a
 * minute. Throws the signal's reason when it is aborted.
 */
export async function joinPeopleInTurns(
  input: Iterable<IdentityRecord>,
  options: JoinInTurnsOptions,
): Promise<JoinedPeople> {
  const steps = joining(input, options, options.records);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    options.onProgress?.(step.value);
    await setImmediate();
    options.signal?.throwIfAborted();
  }
}

/** Where the parts of the work begin, as shares of it: reading records, their numbers, looking for pairs, comparing them, joining. */
const PARTS = [0, 0.3, 0.4, 0.55, 0.9, 1] as const;

/** Gives the share that is done. */
function* joining(
  input: Iterable<IdentityRecord>,
  options: JoinOptions,
  expected: number,
): Generator<number, JoinedPeople> {
  const weighing = new Weighing(options.model ?? SHIPPED_MODEL);
  const records = new RecordTable();
  for (const read of records.fill(input)) yield expected === 0 ? 0 : PARTS[1] * Math.min(1, read / expected);
  yield PARTS[1];
  const decided = decidedPairs(records, options.decisions ?? []);
  const numbers = joinByNumbers(records, decided.refused, weighing.farYears);
  yield (PARTS[1] + PARTS[2]) / 2;
  const units = new UnitTable(records, numbers.groups, numbers.sharedSsns, numbers.doubted);
  const comparer = new PairComparer(units, weighing);
  const prior = weighing.prior(units.length);
  const refused = new PairSet();
  const unitsOf = ([one, other]: readonly [number, number]): readonly [number, number] => [
    units.unitOf[one] as number,
    units.unitOf[other] as number,
  ];
  for (const pair of decided.refused) refused.add(...unitsOf(pair));
  yield PARTS[2];
  const { pairs, cappedBlocks } = yield* part(candidatePairs(units, weighing.blockCap), [PARTS[2], PARTS[3]]);
  const edges = yield* part(likelyPairs(pairs, units, comparer, weighing, prior), [PARTS[3], PARTS[4]]);
  const closing = new Closure(units, edges, comparer, refused, weighing).run(decided.joined.map(unitsOf));
  const closed = yield* part(closing, [PARTS[4], PARTS[5]]);
  const { personOf, people } = numbered(units, closed);
  const recordsOf = (edge: number): RecordPair => ({
    records: [units.shown(edges.one.at(edge)), units.shown(edges.other.at(edge))],
    odds: edges.odds.at(edge),
  });
  return {
    personOf,
    people,
    joins: closed.joined.map(recordsOf),
    numberJoins: () => numberPairs(units, records),
    asks: closed.asked.map(({ edge, why }) => ({ ...recordsOf(edge), why })),
    problems: [
      ...numbers.problems,
      ...closed.contradicted.map(
        (pair): IdentityProblem => ({
          kind: 'join-contradicts',
          records: pair.map((unit) => units.members.item(units.members.start(unit))),
        }),
      ),
    ],
    doubted: new Set([...numbers.doubted].flatMap((unit) => [...(numbers.groups[unit] ?? [])])),
    counts: {
      records: records.length,
      units: units.length,
      pairsLookedAt: pairs.length,
      cappedBlocks,
      decisionsWaiting: decided.waiting,
    },
    evidence: (one, other) => evidenceOf(units, comparer, weighing, prior, ...unitsOf([one, other])),
  };
}

/** Pairs that the model would join or ask about. Two CIIs are two people, and one CII that a refusal, or name and birth date, split is a question. */
function* likelyPairs(
  pairs: Float64Array,
  units: UnitTable,
  comparer: PairComparer,
  weighing: Weighing,
  prior: number,
): Generator<number, Edges> {
  const edges = new Edges();
  for (let at = 0; at < pairs.length; at++) {
    if (at % A_TURN === 0) yield at / pairs.length;
    const pair = pairs[at] as number;
    const one = Math.floor(pair / 0x4000000);
    const other = pair - one * 0x4000000;
    if (units.areTwoNumbers(one, other)) continue;
    const levels = comparer.compare(one, other);
    const odds = prior + levels.bits;
    const isOneNumber = units.numberOf(one) !== 0 && units.numberOf(one) === units.numberOf(other);
    const { answer } = answerOfNumbers(units, one, other, levels, odds, weighing) ?? answerOf(levels, odds, weighing);
    if (isOneNumber) edges.add(one, other, odds, units.isNumberDoubted(one, other) ? EDGE.number : EDGE.asks);
    else if (answer === 'same') edges.add(one, other, odds, EDGE.joins);
    else if (answer === 'ask') edges.add(one, other, odds, isKin(keepsApart(levels)) ? EDGE.kin : EDGE.asks);
  }
  return edges;
}

/** Does it look like a brother? Of two sexes under one name nobody knows which is the slip. */
function isKin(guard: Guard): boolean {
  return guard !== 'none' && guard !== 'sexes';
}

function numbered(units: UnitTable, closed: Closed): { personOf: Int32Array; people: number } {
  const personOf = new Int32Array(units.records.length);
  const personOfRoot = new Int32Array(units.length).fill(-1);
  let people = 0;
  for (let record = 0; record < personOf.length; record++) {
    const root = closed.clusters.root(units.unitOf[record] as number);
    if (personOfRoot[root] === -1) personOfRoot[root] = people++;
    personOf[record] = personOfRoot[root] as number;
  }
  return { personOf, people };
}

import {
  type DecidedConviction,
  type DecidedPerson,
  isBetter,
  reliefFiled,
  type Outcome,
  type Relief,
} from '@clearway/rules';

/** How a policy stands to the statute for some convictions. */
export type EffectDirection = 'more' | 'less';

/** Convictions that a policy decides otherwise than the statute alone, by the rule that decides and by both answers. */
export interface EffectRow {
  readonly direction: EffectDirection;
  /** Code of the election or step; `otherwise`; `open-question`; `not-looked-at` where the policy has no answer. */
  readonly rule: string;
  /** What is filed now under the policy, and under the statute alone. */
  readonly policy: Relief;
  /** The policy's outcome: what stands in the place of relief that it does not give. */
  readonly outcome: Outcome | 'not-looked-at';
  readonly statute: Relief;
  readonly convictions: number;
  readonly people: number;
}

export interface EffectCounts {
  readonly people: number;
  /** Convictions that the policy or the statute looks at. */
  readonly convictions: number;
  readonly same: number;
  readonly more: number;
  readonly less: number;
  readonly peopleWithMore: number;
  readonly peopleWithLess: number;
}

interface Row extends EffectRow {
  convictions: number;
  people: number;
}

/** Compares what is filed now under a policy with what the statute gives by itself, person by person. */
export class PolicyEffect {
  private readonly found = new Map<string, Row>();
  private readonly sums = {
    people: 0,
    convictions: 0,
    same: 0,
    more: 0,
    less: 0,
    peopleWithMore: 0,
    peopleWithLess: 0,
  };

  /** One person under both. */
  add(policy: DecidedPerson, statute: DecidedPerson): void {
    const own = new Map(policy.convictions.map((each) => [each.key, each]));
    const other = new Map(statute.convictions.map((each) => [each.key, each]));
    const seen = new Set<string>();
    const directions = new Set<EffectDirection>();
    for (const key of new Set([...own.keys(), ...other.keys()])) {
      this.sums.convictions += 1;
      const [given, right] = [filed(own.get(key)), filed(other.get(key))];
      if (given === right) {
        this.sums.same += 1;
        continue;
      }
      const direction = isBetter(given, right) ? 'more' : 'less';
      this.sums[direction] += 1;
      directions.add(direction);
      this.count(
        {
          direction,
          rule: ruleOf(own.get(key)),
          policy: given,
          outcome: own.get(key)?.determination.outcome ?? 'not-looked-at',
          statute: right,
          convictions: 0,
          people: 0,
        },
        seen,
      );
    }
    if (policy.convictions.length > 0 || statute.convictions.length > 0) this.sums.people += 1;
    if (directions.has('more')) this.sums.peopleWithMore += 1;
    if (directions.has('less')) this.sums.peopleWithLess += 1;
  }

  counts(): EffectCounts {
    return { ...this.sums };
  }

  /** Most convictions first; what is equal, by code. */
  rows(): readonly EffectRow[] {
    return [...this.found]
      .sort(([a, one], [b, other]) => other.convictions - one.convictions || (a < b ? -1 : 1))
      .map(([, row]) => ({ ...row }));
  }

  private count(row: Row, seen: Set<string>): void {
    const key = [row.direction, row.rule, row.policy, row.outcome, row.statute].join(' ');
    const known = this.found.get(key) ?? row;
    this.found.set(key, known);
    known.convictions += 1;
    if (!seen.has(key)) known.people += 1;
    seen.add(key);
  }
}

function filed(conviction: DecidedConviction | undefined): Relief {
  return conviction === undefined ? 'none' : reliefFiled(conviction.determination);
}

function ruleOf(conviction: DecidedConviction | undefined): string {
  if (conviction === undefined) return 'not-looked-at';
  const { decidedBy, outcome, trace } = conviction.determination;
  const [first] = decidedBy;
  if (first !== undefined) return first;
  if (outcome !== 'review') return 'otherwise';
  // A step that asks an attorney applies all the same; a step that cannot tell leaves a question.
  const step = trace.find(({ verdict }) => verdict !== 'no');
  return step?.verdict === 'yes' ? step.rule : step ? 'open-question' : 'otherwise';
}

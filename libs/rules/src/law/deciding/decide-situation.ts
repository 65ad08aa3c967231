import { RuleSetError } from '../../engine/errors';
import { type Provision, type ReachProvision, type ReliefProvision, type YardstickProvision } from '../provision';
import { PROVISIONS } from '../provisions';
import { type Measured, type OffenceKind, type Relief, type Situation, type Yardstick } from '../situation';
import { speaksOf } from './facts-that-matter';

/** What the statute gives in one situation, and the provisions that say so, in their order. */
export interface SituationAnswer {
  readonly relief: Relief;
  readonly yardstick?: Yardstick;
  /** Codes of the provisions that decide: one of reach, or one of the yardstick and one of relief. */
  readonly path: readonly string[];
  /** `Eligibility Reason`: where no relief follows, what the Act makes of the conduct stands in it. */
  readonly reason: string;
}

/** The provisions that can apply to an offence of one kind, by stage. */
interface Stages {
  readonly reach: readonly ReachProvision[];
  readonly yardstick: readonly YardstickProvision[];
  readonly relief: readonly ReliefProvision[];
}

const byKind = new Map<OffenceKind, Stages>();

function stagesOf(kind: OffenceKind): Stages {
  const known = byKind.get(kind);
  if (known) return known;
  const speaking = PROVISIONS.filter((each) => speaksOf(each, kind));
  const stages: Stages = {
    reach: speaking.filter((each) => each.stage === 'reach'),
    yardstick: speaking.filter((each) => each.stage === 'yardstick'),
    relief: speaking.filter((each) => each.stage === 'relief'),
  };
  byKind.set(kind, stages);
  return stages;
}

/**
 * Applies the statute to a situation in which every fact is known: exactly one path leads to an answer (`checkProvisions`
 * sees to it at start). Throws a RuleSetError when none does.
 */
export function decideSituation(situation: Situation): SituationAnswer {
  const stages = stagesOf(situation.offence);
  const barred = applicable(stages.reach, situation);
  if (barred) return { relief: 'none', path: [barred.code], reason: barred.reason };
  const measure = applicable(stages.yardstick, situation);
  const relief = measure && applicable(stages.relief, { ...situation, yardstick: measure.gives });
  if (!measure || !relief) {
    throw new RuleSetError('rules.no-provision', `no provision decides (${printSituation(situation)}): add it`);
  }
  return {
    relief: relief.gives,
    yardstick: measure.gives,
    path: [measure.code, relief.code],
    reason: relief.reason === '' ? measure.reason : `${relief.reason} (${lowered(measure.reason)})`,
  };
}

/** `A misdemeanor today: ...` within a sentence. */
function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/**
 * The one provision of a stage that applies and does not stand back behind another that does; undefined when none
 * applies. Throws a RuleSetError with both names when two apply and neither is declared to stand back.
 */
export function applicable<Each extends Provision>(
  provisions: readonly Each[],
  facts: Situation | Measured,
): Each | undefined {
  const applying = provisions.filter((each) => each.when(facts as Measured));
  if (applying.length <= 1) return applying[0];
  const standing = applying.filter((each) => !applying.some((other) => other.overrides?.includes(each.code)));
  if (standing.length === 1) return standing[0];
  const names = (standing.length === 0 ? applying : standing).map((each) => each.code).join(' and ');
  throw new RuleSetError(
    'rules.no-declared-order',
    `the provisions ${names} apply to one situation and neither is declared to stand back: name it under "overrides" of the other (${printSituation(facts)})`,
  );
}

export function printSituation(situation: Situation): string {
  return Object.entries(situation)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

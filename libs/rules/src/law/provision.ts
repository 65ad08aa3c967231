import { type Mark } from '../parameters/marks';
import { type FactName, type Measured, type Relief, type Situation, type Yardstick } from './situation';

interface About {
  /** Stable; stands in traces: `hs-11359-b`. */
  readonly code: string;
  readonly citation: string;
  /** What the provision says, as an attorney would say it to a judge: one sentence without a full stop. */
  readonly words: string;
  /** `Eligibility Reason` when it decides. */
  readonly reason: string;
  /** First day of the provision, `YYYY-MM-DD`. */
  readonly from: string;
  /** Who has to prove what, when that decides anything. */
  readonly burden?: string;
  /** Other provisions of the same stage that stand back when this one applies. */
  readonly overrides?: readonly string[];
  readonly mark: Mark;
  /** What counsel should know about the mark; required for anything that was not read in a source. */
  readonly confirm?: string;
}

/** Whether 11361.8 reaches a conviction at all: it applies when it does not. */
export interface ReachProvision<Asked extends FactName = FactName> extends About {
  readonly stage: 'reach';
  readonly asks: readonly Asked[];
  readonly when: (facts: Pick<Situation, Asked>) => boolean;
  readonly gives: 'no-relief';
}

/** What the Act would have made of the conduct. */
export interface YardstickProvision<Asked extends FactName = FactName> extends About {
  readonly stage: 'yardstick';
  readonly asks: readonly Asked[];
  readonly when: (facts: Pick<Situation, Asked>) => boolean;
  readonly gives: Yardstick;
}

/** What the court does when the Act would have made less of it. */
export interface ReliefProvision<Asked extends FactName = FactName> extends About {
  readonly stage: 'relief';
  readonly asks: readonly Asked[];
  readonly when: (facts: Pick<Measured, Asked | 'yardstick'>) => boolean;
  readonly gives: Relief;
}

export type Provision = ReachProvision | YardstickProvision | ReliefProvision;

/** Keeps the types of what a provision asks, and lets it look at nothing else. */
export function reachProvision<const Asked extends FactName>(
  provision: Omit<ReachProvision<Asked>, 'stage' | 'gives'>,
): ReachProvision {
  return { ...provision, stage: 'reach', gives: 'no-relief' };
}

export function yardstickProvision<const Asked extends FactName>(
  provision: Omit<YardstickProvision<Asked>, 'stage'>,
): YardstickProvision {
  return { ...provision, stage: 'yardstick' };
}

export function reliefProvision<const Asked extends FactName>(
  provision: Omit<ReliefProvision<Asked>, 'stage'>,
): ReliefProvision {
  return { ...provision, stage: 'relief' };
}

import { type FilingLine, type GrantableRelief, type LineEffect } from '../filing/filing-plan';
import { EFFECTS_ON_PAPER, RELIEFS_ON_PAPER } from '../words/relief-words';

/** A relief that occurs in a packet and how often. */
export interface ReliefShare {
  readonly relief: GrantableRelief;
  readonly counts: number;
}

/** Relief of the statute and relief beyond it are asked for apart. */
export interface AskedShare extends ReliefShare {
  readonly elected: boolean;
  /** The same relief is asked for the other way too. */
  readonly both: boolean;
}

export function sharesIn(lines: readonly FilingLine[]): readonly AskedShare[] {
  const shares = [false, true].flatMap((elected) =>
    reliefsIn(lines.filter(({ authority }) => (authority !== '') === elected)).map((share) => ({ ...share, elected })),
  );
  return shares.map((share) => ({
    ...share,
    both: shares.some((other) => other.relief === share.relief && other.elected !== share.elected),
  }));
}

export function reliefsIn(lines: readonly FilingLine[]): readonly ReliefShare[] {
  const counts = new Map<GrantableRelief, number>();
  for (const { relief } of lines) counts.set(relief, (counts.get(relief) ?? 0) + 1);
  return RELIEFS_ON_PAPER.map((relief) => ({ relief, counts: counts.get(relief) ?? 0 })).filter(
    ({ counts: own }) => own > 0,
  );
}

export function effectsIn(lines: readonly FilingLine[]): readonly LineEffect[] {
  const found = new Set(lines.map(({ effect }) => effect));
  return EFFECTS_ON_PAPER.filter((effect) => found.has(effect));
}

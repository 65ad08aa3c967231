/**
 * The exact one-sided upper bound of Clopper and Pearson: the largest share of wrong determinations under which `wrong` or
 * fewer of `drawn` come up with at least the probability `1 - confidence`. 1 when nothing was drawn or all were wrong.
 */
export function upperBound(wrong: number, drawn: number, confidence = 0.95): number {
  if (drawn === 0 || wrong >= drawn) return 1;
  let low = wrong / drawn;
  let high = 1;
  // 60 halvings are more than a double can tell apart.
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (atMost(wrong, drawn, middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/** Probability of `wrong` or fewer among `drawn`, each wrong with the share given. */
export function atMost(wrong: number, drawn: number, share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return wrong >= drawn ? 1 : 0;
  // By logarithms: the powers of a large sample are smaller than a number can be.
  let term = drawn * Math.log1p(-share);
  let sum = Math.exp(term);
  const odds = Math.log(share) - Math.log1p(-share);
  for (let k = 1; k <= wrong; k++) {
    term += odds + Math.log((drawn - k + 1) / k);
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}

/** A stratum as it came back. */
export interface CheckedStratum {
  /** Determinations in it. */
  readonly size: number;
  readonly drawn: number;
  readonly wrong: number;
}

/**
 * An upper bound for the share of wrong determinations over all strata, whatever was drawn from each: see
 * docs/decisions/0014-people-in-the-loop.md. With a proportional draw it is `upperBound` of the whole.
 */
export function overallBound(strata: readonly CheckedStratum[], confidence = 0.95): number {
  const size = sum(strata, 'size');
  const drawn = sum(strata, 'drawn');
  const wrong = sum(strata, 'wrong');
  if (size === 0) return 0;
  const budget = drawn * upperBound(wrong, drawn, confidence);
  if (budget < wrong + 1) return 1;
  let left = budget;
  let share = 0;
  // Of a stratum that was not drawn from, everything may be wrong.
  const byWorth = [...strata].sort((a, b) => b.size * a.drawn - a.size * b.drawn);
  for (const { size: of, drawn: n } of byWorth) {
    const taken = n === 0 ? 1 : Math.min(1, Math.max(0, left) / n);
    share += (of / size) * taken;
    left -= taken * n;
  }
  return Math.min(1, share);
}

function sum(strata: readonly CheckedStratum[], what: keyof CheckedStratum): number {
  return strata.reduce((total, each) => total + each[what], 0);
}

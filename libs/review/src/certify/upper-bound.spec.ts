import { atMost, overallBound, upperBound } from './upper-bound';

describe('the exact upper bound of Clopper and Pearson', () => {
  // The upper ends of two-sided 95 percent intervals, as printed in tables of the binomial: one-sided at 97.5 percent.
  it.each([
    [0, 10, 0.3085],
    [1, 10, 0.445],
    [5, 10, 0.8129],
    [0, 20, 0.1684],
    [1, 20, 0.2487],
    [2, 20, 0.317],
    [0, 30, 0.1157],
    [0, 100, 0.0362],
    [1, 100, 0.0545],
    [5, 100, 0.1128],
    [10, 100, 0.1762],
    [0, 1000, 0.0037],
  ])('%d of %d', (wrong, drawn, bound) => expect(upperBound(wrong, drawn, 0.975)).toBeCloseTo(bound, 3));

  // The sample sizes by which auditors plan: 59 without an error say 5 percent, 299 say 1 percent.
  it.each([
    [0, 59, 0.0495],
    [0, 299, 0.009969],
    [1, 93, 0.0499],
    [3, 153, 0.0499],
  ])('%d of %d, one side', (wrong, drawn, bound) => expect(upperBound(wrong, drawn)).toBeCloseTo(bound, 3));

  it('is 1 - 0.05^(1/n) without an error', () => {
    for (const n of [1, 2, 7, 50, 5000]) expect(upperBound(0, n)).toBeCloseTo(1 - 0.05 ** (1 / n), 10);
  });

  it('says everything when nothing was drawn or all were wrong', () => {
    expect([upperBound(0, 0), upperBound(3, 3)]).toEqual([1, 1]);
  });

  it('sums the binomial', () => {
    expect(atMost(1, 3, 0.5)).toBeCloseTo(0.5, 12);
    expect(atMost(2, 10_000, 0.5)).toBe(0);
  });
});

describe('over all strata', () => {
  it('a proportional draw is the bound of the whole', () => {
    const strata = [
      { size: 1000, drawn: 100, wrong: 1 },
      { size: 300, drawn: 30, wrong: 0 },
      { size: 200, drawn: 20, wrong: 1 },
    ];
    expect(overallBound(strata)).toBeCloseTo(upperBound(2, 150), 10);
  });

  it('a stratum that was not drawn from may be wrong altogether', () =>
    expect(
      overallBound([
        { size: 900, drawn: 300, wrong: 0 },
        { size: 100, drawn: 0, wrong: 0 },
      ]),
    ).toBeCloseTo(0.1 + 0.9 * upperBound(0, 300), 10));

  it('a thin stratum costs more than a proportional draw, one drawn closely less', () => {
    const thin = [
      { size: 900, drawn: 50, wrong: 0 },
      { size: 100, drawn: 50, wrong: 0 },
    ];
    expect(overallBound(thin)).toBeGreaterThan(upperBound(0, 100));
  });

  // Two strata, no error: the true region is known, (1-p)^a (1-q)^b >= 0.05. The bound must not lie below its largest share.
  it('never lies below the exact region', () => {
    for (const [a, b, weight] of [
      [40, 20, 0.3],
      [10, 50, 0.8],
      [30, 30, 0.5],
    ] as const) {
      let worst = 0;
      for (let p = 0; p < 1; p += 0.0005) {
        const q = Math.max(0, 1 - (0.05 / (1 - p) ** a) ** (1 / b));
        if ((1 - p) ** a >= 0.05) worst = Math.max(worst, weight * p + (1 - weight) * q);
      }
      const strata = [
        { size: weight * 1000, drawn: a, wrong: 0 },
        { size: (1 - weight) * 1000, drawn: b, wrong: 0 },
      ];
      expect(overallBound(strata)).toBeGreaterThanOrEqual(worst - 1e-9);
    }
  });

  it('is 1 where everything was wrong and 0 of nothing', () => {
    expect(overallBound([{ size: 10, drawn: 2, wrong: 2 }])).toBe(1);
    expect(overallBound([])).toBe(0);
  });
});

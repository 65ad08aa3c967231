/** How often each thing happens, as shares of the records (or people, or cases) that it can happen to, beside `ERROR_RATES`. Assumed, not measured. */
export const RATES = {
  people: { inStateFile: 0.8, rapSheet: 0.03, alias: 0.1, middle: 0.75, suffix: 0.02, compound: 0.06 },
  families: { twins: 0.006, fatherAndSon: 0.015, siblings: 0.03, codefendants: 0.25 },
  cases: {
    knownToState: 0.75,
    otherCourt: 0.1,
    sharedWithStranger: 0.05,
    courtHasCii: 0.05,
    /** Of those: of somebody else, whose row stood beside it. */
    ciiOfAnother: 0.02,
  },
  ssn: { known: 0.4, ofAnother: 0.002 },
} as const;

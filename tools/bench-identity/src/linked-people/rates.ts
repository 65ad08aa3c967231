/** How often each thing happens, as shares of the records (or people, or cases) that it can happen to. Assumed, not measured. */
export const RATES = {
  people: { inStateFile: 0.8, rapSheet: 0.03, alias: 0.1, middle: 0.75, suffix: 0.02, compound: 0.06 },
  families: { twins: 0.006, fatherAndSon: 0.015, siblings: 0.03, codefendants: 0.25 },
  cases: {
    knownToState: 0.75,
    otherCourt: 0.1,
    sharedWithStranger: 0.05,
    otherWriting: 0.1,
    wrongDigit: 0.01,
    courtHasCii: 0.05,
  },
  names: {
    lastMisspelled: 0.02,
    firstMisspelled: 0.02,
    nickname: 0.04,
    swapped: 0.005,
    otherSpelling: 0.3,
    middleMissing: 0.35,
    middleInitial: 0.4,
    suffixMissing: 0.5,
    partOfCompound: 0.15,
    married: 0.01,
  },
  births: { digit: 0.015, swapped: 0.005, yearOnly: 0.015, missing: 0.015 },
  sex: { missing: 0.04, wrong: 0.003 },
  ssn: { known: 0.4, ofAnother: 0.002 },
} as const;

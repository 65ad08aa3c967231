/** How often each slip of a clerk happens, as shares of the records that it can happen to. Assumed, not measured. */
export const ERROR_RATES = {
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
  cases: { otherWriting: 0.1, wrongDigit: 0.01 },
} as const;

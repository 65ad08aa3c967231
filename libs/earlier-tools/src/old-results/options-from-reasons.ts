/**
 * The options with which the desktop tool must have run, as its `eligibilityConfig.json`: every option that decided anything
 * left its reason in the results, with its number. An option that decided nothing changes nothing.
 */
export function optionsFromReasons(reasons: readonly string[]): string {
  const first = (pattern: RegExp): string | undefined =>
    reasons.map((each) => pattern.exec(each)?.[1]).find((each) => each !== undefined);
  const sections = (pattern: RegExp): string[] => reasons.flatMap((each) => pattern.exec(each)?.[1] ?? []).sort();
  const number = (pattern: RegExp): number => Number(first(pattern) ?? 0);
  return JSON.stringify({
    baselineEligibility: {
      dismiss: sections(/^Dismiss all HS (\d{5}) convictions$/),
      reduce: sections(/^Reduce all HS (\d{5}) convictions$/),
    },
    additionalRelief: {
      subjectUnder21AtConviction: reasons.includes('21 years or younger'),
      subjectAgeThreshold: number(/^((?:4\d|5\d|6[0-5])) years or older$/),
      yearsSinceConvictionThreshold: number(/^Conviction occurred (\d+) or more years ago$/),
      yearsCrimeFreeThreshold: number(/^No convictions in the past (\d+) years$/),
      subjectHasOnlyProp64Charges: reasons.includes('Only has 11357-60 charges'),
      subjectIsDeceased: reasons.includes('Individual is deceased'),
    },
  });
}

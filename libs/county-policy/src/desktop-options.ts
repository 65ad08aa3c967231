import { type Policy, type PolicyResult, type PolicyStep } from '@clearway/rules';
import { type PolicyProblem } from './errors';

const SECTIONS = ['11357', '11358', '11359', '11360'];
const SECTIONS_OF_FILE = ['baselineEligibility', 'additionalRelief'];
const BASELINE_KEYS = ['dismiss', 'reduce'];
const FLAGS = ['subjectUnder21AtConviction', 'subjectHasOnlyProp64Charges', 'subjectIsDeceased'] as const;
const THRESHOLDS = {
  subjectAgeThreshold: { from: 40, to: 65 },
  yearsSinceConvictionThreshold: { from: 1, to: 15 },
  yearsCrimeFreeThreshold: { from: 1, to: 15 },
} as const;

const RELIEF_KEYS = [...FLAGS, ...Object.keys(THRESHOLDS)];

type Flag = (typeof FLAGS)[number];
type Threshold = keyof typeof THRESHOLDS;

/** The options of the earlier desktop tool's `eligibilityConfig.json`, each present. */
export interface DesktopOptions {
  readonly dismiss: readonly string[];
  readonly reduce: readonly string[];
  readonly flags: Readonly<Record<Flag, boolean>>;
  /** 0 is off. */
  readonly thresholds: Readonly<Record<Threshold, number>>;
}

/** Options as read, or what is wrong with them; keys that the old tool ignored are warnings. */
export interface DesktopReading {
  readonly options: DesktopOptions;
  readonly problems: readonly (Omit<PolicyProblem, 'line' | 'path'> & { readonly path: readonly string[] })[];
  readonly warnings: readonly string[];
}

type Problems = { path: readonly string[]; words: string }[];

/** Does this look like the desktop tool's options rather than like a policy of Clearway? */
export function isDesktopOptions(data: unknown): data is Record<string, unknown> {
  if (!isObject(data) || 'policy' in data) return false;
  const known = withKnownKeys(data, SECTIONS_OF_FILE);
  return SECTIONS_OF_FILE.some((each) => each in known);
}

/** The old tool took a key in any case; what it would have understood is understood. */
function withKnownKeys(data: Readonly<Record<string, unknown>>, known: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      known.find((each) => each.toLowerCase() === key.toLowerCase()) ?? key,
      value,
    ]),
  );
}

/** Checks the options as exactly as the old tool did, and where it crashed, says why. */
export function readDesktopOptions(file: Readonly<Record<string, unknown>>): DesktopReading {
  const problems: Problems = [];
  const warnings: string[] = [];
  const data = withKnownKeys(file, SECTIONS_OF_FILE);
  const baseline = withKnownKeys(objectAt(data, 'baselineEligibility', problems), BASELINE_KEYS);
  const relief = withKnownKeys(objectAt(data, 'additionalRelief', problems), RELIEF_KEYS);
  warnUnknown(data, SECTIONS_OF_FILE, '', warnings);
  warnUnknown(baseline, BASELINE_KEYS, 'baselineEligibility.', warnings);
  warnUnknown(relief, RELIEF_KEYS, 'additionalRelief.', warnings);
  const options = {
    dismiss: sectionsAt(baseline, 'dismiss', problems),
    reduce: sectionsAt(baseline, 'reduce', problems),
    flags: fromKeys(FLAGS, (key) => flagAt(relief, key, problems)),
    thresholds: fromKeys(Object.keys(THRESHOLDS) as Threshold[], (key) => thresholdAt(relief, key, problems)),
  };
  for (const section of options.reduce.filter((each) => options.dismiss.includes(each))) {
    warnings.push(`section ${section} is to be dismissed and reduced: dismissed, as the old tool did`);
  }
  for (const section of SECTIONS.filter((each) => !options.dismiss.includes(each) && !options.reduce.includes(each))) {
    warnings.push(`section ${section} is in neither list: what no additional relief covers goes to review`);
  }
  return { options, problems, warnings };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fromKeys<K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
}

function warnUnknown(
  data: Readonly<Record<string, unknown>>,
  known: readonly string[],
  prefix: string,
  warnings: string[],
): void {
  for (const key of Object.keys(data)) {
    if (!known.includes(key))
      warnings.push(`"${prefix}${key}" is not an option of the desktop tool and is ignored, as it was there`);
  }
}

function objectAt(data: Readonly<Record<string, unknown>>, key: string, problems: Problems): Record<string, unknown> {
  const value = data[key] ?? {};
  if (isObject(value)) return value;
  problems.push({ path: [key], words: 'must be an object of options' });
  return {};
}

function sectionsAt(baseline: Readonly<Record<string, unknown>>, key: string, problems: Problems): readonly string[] {
  const value = baseline[key] ?? [];
  if (!Array.isArray(value)) {
    problems.push({ path: ['baselineEligibility', key], words: `must be a list of sections, such as ["11357"]` });
    return [];
  }
  value.forEach((each, i) => {
    if (SECTIONS.includes(each as string)) return;
    problems.push({
      path: ['baselineEligibility', key, String(i)],
      words: `must be one of "${SECTIONS.join('", "')}", as text and without a subdivision`,
    });
  });
  return value.filter((each) => SECTIONS.includes(each as string)) as string[];
}

function flagAt(relief: Readonly<Record<string, unknown>>, key: Flag, problems: Problems): boolean {
  const value = relief[key] ?? false;
  if (typeof value !== 'boolean') problems.push({ path: ['additionalRelief', key], words: 'must be true or false' });
  return value === true;
}

function thresholdAt(relief: Readonly<Record<string, unknown>>, key: Threshold, problems: Problems): number {
  const value = relief[key] ?? 0;
  const { from, to } = THRESHOLDS[key];
  const good = typeof value === 'number' && Number.isInteger(value) && (value === 0 || (value >= from && value <= to));
  if (!good)
    problems.push({
      path: ['additionalRelief', key],
      words: `must be a whole number from ${from} to ${to}, or 0 for off`,
    });
  return good ? value : 0;
}

const DISMISS = { outcome: 'dismiss-and-seal', determination: 'Eligible for Dismissal' } as const;

/** The steps of the desktop tool under these options, in the order in which it asked. */
export function desktopSteps({
  dismiss,
  reduce,
  flags,
  thresholds,
}: DesktopOptions): Pick<Policy, 'steps' | 'otherwise' | 'lists'> {
  const steps: PolicyStep[] = [
    step('not-a-felony', 'not-a-felony', {}, { ...DISMISS, reason: 'Misdemeanor or Infraction' }),
  ];
  const add = (wanted: boolean | number, made: PolicyStep) => (wanted ? steps.push(made) : undefined);
  for (const section of [...new Set(dismiss)]) {
    steps.push(
      step(
        `dismiss-${section}`,
        'section-is',
        { sections: [section] },
        { ...DISMISS, reason: `Dismiss all HS ${section} convictions` },
      ),
    );
  }
  const { subjectAgeThreshold: age, yearsSinceConvictionThreshold: since, yearsCrimeFreeThreshold: free } = thresholds;
  add(
    flags.subjectUnder21AtConviction,
    step('under-21', 'younger-at-conviction', { years: 21 }, { ...DISMISS, reason: '21 years or younger' }),
  );
  add(age, step('age', 'age-at-least', { years: age }, { ...DISMISS, reason: `${age} years or older` }));
  add(
    since,
    step(
      'years-since',
      'convicted-years-ago',
      { years: since },
      { ...DISMISS, reason: `Conviction occurred ${since} or more years ago` },
    ),
  );
  add(
    free,
    step(
      'crime-free',
      'no-conviction-in-more-than-years',
      { years: free },
      { ...DISMISS, reason: `No convictions in the past ${free} years` },
    ),
  );
  add(
    flags.subjectHasOnlyProp64Charges,
    step('only-cannabis', 'only-cannabis', {}, { ...DISMISS, reason: 'Only has 11357-60 charges' }),
  );
  add(flags.subjectIsDeceased, step('deceased', 'deceased', {}, { ...DISMISS, reason: 'Individual is deceased' }));
  for (const section of [...new Set(reduce)].filter((each) => !dismiss.includes(each))) {
    const reduced = { outcome: 'redesignate-misdemeanor', determination: 'Eligible for Reduction' } as const;
    steps.push(
      step(
        `reduce-${section}`,
        'section-is',
        { sections: [section] },
        { ...reduced, reason: `Reduce all HS ${section} convictions` },
      ),
    );
  }
  return {
    lists: { superStrikes: 'desktop-2019.super-strikes', sexOffences: 'desktop-2019.sex-offences' },
    steps,
    // The old tool left both columns empty.
    otherwise: { outcome: 'review', determination: '', reason: '', question: 'no-rule' },
  };
}

function step(code: string, is: string, args: PolicyStep['when'][number]['with'], then: PolicyResult): PolicyStep {
  return { code, when: [{ is, with: args }], then };
}

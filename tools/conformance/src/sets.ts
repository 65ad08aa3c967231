/** A table of answers that an earlier tool gave for one folder. */
export interface AnswerTable {
  readonly tool: 'desktop' | 'los-angeles';
  readonly file: string;
}

/** One folder of the collection: its input, who decided it, when, and for which county. */
export interface AnswerSet {
  readonly folder: string;
  readonly county: string;
  readonly asOf: string;
  /** Nothing may differ, named or not. */
  readonly clean: boolean;
  readonly tables: readonly AnswerTable[];
  /** The desktop tool's options; else `eligibilityConfig.json` in the folder. */
  readonly options?: string;
}

const BOTH: readonly AnswerTable[] = [
  { tool: 'desktop', file: 'gogen_Prop64_Results.csv' },
  { tool: 'los-angeles', file: 'los_angeles_convictions.csv' },
];

const SACRAMENTO_OPTIONS = JSON.stringify({
  baselineEligibility: { dismiss: ['11357', '11358'], reduce: ['11359', '11360'] },
  additionalRelief: {
    subjectUnder21AtConviction: true,
    subjectAgeThreshold: 57,
    yearsSinceConvictionThreshold: 10,
    subjectIsDeceased: true,
    subjectHasOnlyProp64Charges: true,
  },
});

/**
 * How a folder is compared, by its name: folders of the invented county are of Los Angeles on 2020-07-01, the workbooks of
 * the earlier tools' own tests are of 2019-11-11.
 */
export function answerSet(folder: string): AnswerSet | undefined {
  if (folder === 'gogen_configurable_flow') {
    const tables = [{ tool: 'desktop', file: 'prop64_results.csv' }] as const;
    return { folder, county: 'SACRAMENTO', asOf: '2019-11-11', clean: false, tables, options: SACRAMENTO_OPTIONS };
  }
  if (folder === 'gogen_pilots_los_angeles') {
    const tables = [{ tool: 'los-angeles', file: 'prop64_results.csv' }] as const;
    return { folder, county: 'LOS ANGELES', asOf: '2019-11-11', clean: false, tables };
  }
  if (!/^(?:clean|awkward)-\d+$/.test(folder)) return undefined;
  return { folder, county: 'LOS ANGELES', asOf: '2020-07-01', clean: folder.startsWith('clean'), tables: BOTH };
}

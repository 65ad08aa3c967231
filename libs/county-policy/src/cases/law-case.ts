import { emptyRowFacts, HistoryAssembler, parsePartialDate, type History, type RowFacts } from '@clearway/record';
import { z } from 'zod';

const DAY = z.string().regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/);

/** One line of a person's record, as a lawyer would tell it. The builder fills in the rest of the state's row. */
const line = z.strictObject({
  /** OFFENSE_DESCR of a conviction. */
  convicted: z.string().optional(),
  /** A row of another kind: `REGISTRATION`, `ARREST/DETAINED/CITED`, with its charge. */
  event: z.string().optional(),
  charge: z.string().optional(),
  comment: z.string().optional(),
  /** CONV_OFFENSE_DESCR: what the court convicted of. */
  'convicted of': z.string().optional(),
  /** A full or partial date; empty: missing. */
  on: DAY.default(''),
  county: z.string().default('LOS ANGELES'),
  /** CONV_STAT_DESCR. */
  grade: z.string().default('FELONY'),
  /** OFFENSE_TOC. */
  class: z.string().default('F'),
  /** Parts such as `2 Y PROBATION`, a row each. */
  sentence: z.array(z.string()).default([]),
  /** Later rows of the same count: DISP_DESCR, with `/ MISDEMEANOR` where the status changed. */
  later: z.array(z.string()).default([]),
  /** Number of the arrest's cycle and of the step in it. */
  cycle: z.number().optional(),
  step: z.number().default(2),
});

export const lawCase = z.strictObject({
  name: z.string().min(10),
  /** The named defect of the earlier tools that the case answers. */
  defect: z.string().optional(),
  born: z.union([DAY, z.array(DAY)]).default(''),
  deceased: z.boolean().default(false),
  /** A row of the person was rejected. */
  incomplete: z.boolean().default(false),
  /** The first conviction is the one asked about. */
  record: z.array(line).min(1),
  expect: z.strictObject({
    outcome: z.string(),
    reason: z.string().optional(),
    /** Code of the step that decides. */
    rule: z.string().optional(),
    floor: z.string().optional(),
    questions: z.array(z.string()).optional(),
    standing: z.string().optional(),
    'case effect': z.string().optional(),
    citation: z.string().optional(),
  }),
});

export const caseFile = z.strictObject({
  policy: z.string(),
  /** The desktop tool's options, where the policy is its replay. */
  options: z.record(z.string(), z.unknown()).optional(),
  'as of': DAY,
  /** Where the expected answers come from. */
  source: z.string(),
  cases: z.array(lawCase),
});

export type LawCase = z.infer<typeof lawCase>;
export type LawLine = z.infer<typeof line>;

/** The history that the rows of a case make, through the same assembler as a county's file. */
export function historyOf(each: LawCase): History {
  const assembler = new HistoryAssembler();
  let row = 0;
  const births = [each.born].flat();
  const add = (facts: Partial<RowFacts>) => {
    const birthDate = dateOf(births[Math.min(row, births.length - 1)] ?? '');
    assembler.add({
      ...emptyRowFacts(),
      row,
      line: row + 2,
      offset: row * 800,
      subjectId: '1',
      cii: 'A1',
      name: 'DOE,JANE',
      birthDate,
      ...facts,
    });
    row += 1;
  };
  each.record.forEach((one, i) => rowsOf(one, i).forEach(add));
  if (each.deceased) add({ stepType: 'DECEASED', order: '999001001000' });
  return assembler.finish({ person: 'CASE', incomplete: each.incomplete, twoCiis: false });
}

function rowsOf(one: LawLine, index: number): Partial<RowFacts>[] {
  const convicted = one.convicted !== undefined;
  const order = `${one.cycle ?? 101 + index}${String(one.step).padStart(3, '0')}${String(index + 1).padStart(3, '0')}000`;
  const base: Partial<RowFacts> = {
    order,
    stepType: one.event ?? 'COURT ACTION',
    county: one.county,
    agency: `SC ${one.county}`,
    eventDate: dateOf(one.on),
    offence: (one.convicted ?? one.charge ?? '').trim(),
    offenceClass: one.class.toUpperCase(),
    comment: one.comment ?? '',
    convictedOffence: one['convicted of'] ?? '',
    disposition: convicted ? 'CONVICTED' : '',
    convictionStatus: convicted ? one.grade.trim() : '',
  };
  const parts = one.sentence.length === 0 ? [{}] : one.sentence.map(partOf);
  const later = one.later.map((text) => {
    const [disposition = '', status = one.grade] = text.split(' / ');
    return { ...base, disposition, convictionStatus: status };
  });
  return [...parts.map((part) => ({ ...base, ...part })), ...later];
}

function partOf(text: string): Partial<RowFacts> {
  const [sentenceLength = '', sentenceUnit = '', sentencePlace = ''] = text.split(' ');
  return { sentenceLength, sentenceUnit, sentencePlace };
}

/** `2014`, `2014-06` and `2014-06-09` as the state writes them. */
export function dateOf(text: string): number {
  const digits = text.replace(/-/g, '');
  return digits === '' ? 0 : parsePartialDate(digits.padEnd(8, '0'));
}

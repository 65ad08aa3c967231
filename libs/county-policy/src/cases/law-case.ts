import {
  correct,
  type CorrectedHistory,
  CORRECTION_FIELDS,
  emptyRowFacts,
  HistoryAssembler,
  type History,
  mergeHistories,
  parsePartialDate,
  type RecordProblem,
  recordedValue,
  type RowFacts,
} from '@clearway/record';
import { ANSWER_NAMES, type CaseFacts, type Policy, type StatuteReading } from '@clearway/rules';
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
  /** DISP_DESCR of a count that is no conviction: `DISMISSED`. */
  disposition: z.string().default(''),
  /** The disposition of a count that is no conviction, as a court's code that no mapping knows. */
  'court code': z.string().optional(),
  /** CYC_DATE, the day of the arrest. */
  arrested: DAY.default(''),
  /** A full or partial date; empty: missing. */
  on: DAY.default(''),
  /** Which source says so, else the state's file: they are put together as in a run. */
  source: z.enum(['state', 'court', 'sheet']).optional(),
  /** The court's number of the case, by which counts of two sources are found to be one. */
  case: z.string().optional(),
  /** Number of the count within its case, else the place of the line. */
  count: z.number().optional(),
  county: z.string().default('LOS ANGELES'),
  /** STP_ORI_DESCR: who arrested, or which court convicted. */
  agency: z.string().optional(),
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

/** What is known of the case beside the record; the words of `CaseFacts`. */
const facts = z.strictObject({
  'on list': z.enum(['yes', 'no']).optional(),
  challenged: z
    .strictObject({
      ground: z.enum(['c1-criteria', 'c1-public-safety', 'c2-criteria']),
      evidence: z.string(),
      kind: z.string(),
      by: z.string(),
      on: DAY,
    })
    .optional(),
  granted: DAY.optional(),
  destroyed: z.boolean().optional(),
});

const answers = z.partialRecord(z.enum(ANSWER_NAMES), z.string());

const reach = z.enum(['ask', 'reached', 'not-reached']).optional();

/** How the office reads the statute, where it differs from the policy of the file. */
const statute = z.strictObject({
  presume: z.enum(['lowest-grade', 'grade-of-section']).optional(),
  'priors of the section': z.enum(['challenge', 'bar', 'ignore']).optional(),
  attempts: reach,
  predecessors: reach,
});

const verdict = z.enum(['yes', 'no', 'cannot-tell']);

export const lawCase = z.strictObject({
  name: z.string().min(10),
  /** Where the expected answer comes from: section, case, rule of the calendar. */
  source: z.string().optional(),
  /** Another as-of date than the file's. */
  'as of': DAY.optional(),
  /** The named defect of the earlier tools that the case answers. */
  defect: z.string().optional(),
  born: z.union([DAY, z.array(DAY)]).optional(),
  deceased: z.boolean().default(false),
  /** A row of the person was rejected. */
  incomplete: z.boolean().default(false),
  /** The first conviction is the one asked about. */
  record: z.array(line).min(1),
  facts: facts.optional(),
  /** What an attorney found in the case file, by fact. */
  answers: answers.optional(),
  /** Values of the first conviction that somebody corrected, by field. */
  corrected: z.partialRecord(z.enum(CORRECTION_FIELDS), z.string()).optional(),
  statute: statute.optional(),
  expect: z.strictObject({
    outcome: z.string(),
    reason: z.string().optional(),
    /** Code of the rule that decides, or of all in their order. */
    rule: z.union([z.string(), z.array(z.string())]).optional(),
    /** Codes of the rules that are met by a presumption. */
    presumed: z.array(z.string()).optional(),
    /** What single rules say; one that is not in the trace says no. */
    verdicts: z.record(z.string(), verdict).optional(),
    /** What is filed now. */
    filed: z.string().optional(),
    authority: z.string().optional(),
    'other remedies': z.array(z.string()).optional(),
    /** Questions with the outcome of each of their answers. */
    answers: z.record(z.string(), z.record(z.string(), z.string())).optional(),
    floor: z.string().optional(),
    questions: z.array(z.string()).optional(),
    standing: z.string().optional(),
    'case effect': z.string().optional(),
    citation: z.string().optional(),
    /** Every defect of the record, by kind, with how many convictions it keeps from relief. */
    defects: z.record(z.string(), z.number()).optional(),
  }),
});

export const caseFile = z.strictObject({
  policy: z.string(),
  /** The desktop tool's options, where the policy is its replay. */
  options: z.record(z.string(), z.unknown()).optional(),
  'as of': DAY,
  /** Where the expected answers come from, when a case does not say. */
  source: z.string().optional(),
  /** What holds of every case that does not say otherwise. */
  'unless said': z.strictObject({ born: z.union([DAY, z.array(DAY)]).optional() }).optional(),
  cases: z.array(lawCase),
});

export type LawCase = z.infer<typeof lawCase>;
export type LawLine = z.infer<typeof line>;

/** The history that the rows of a case make, through the same assembler as a county's file, with what was corrected. */
export function historyOf(each: LawCase): CorrectedHistory {
  const history = recordOf(each);
  const fields = CORRECTION_FIELDS.filter((field) => each.corrected?.[field] !== undefined);
  const corrections = fields.map((field) => {
    const key = `0:${askedOrder(each)}`;
    const was = recordedValue(history, { key, field }) ?? '';
    const value = each.corrected?.[field] ?? '';
    return { id: field, person: 'CASE', key, field, was, value, evidence: 'docket', by: 'test', on: 20260101 };
  });
  return correct(history, corrections);
}

function recordOf(each: LawCase): History {
  const births = [each.born ?? ''].flat();
  const used = SOURCES.filter((source) => source === 'state' || each.record.some((one) => one.source === source));
  const histories = used.map((source, file) => {
    const assembler = new HistoryAssembler();
    let row = 0;
    const add = (facts: Partial<RowFacts>): void => {
      const birthDate = dateOf(births[Math.min(row, births.length - 1)] ?? '');
      assembler.add({
        ...emptyRowFacts(),
        file,
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
    const unknown: RecordProblem[] = [];
    each.record.forEach((one, i) => {
      if ((one.source ?? 'state') !== source) return;
      if (one['court code'] !== undefined)
        unknown.push({ code: 'unknown-court-code', at: { file, row, line: row + 2 } });
      rowsOf(one, i).forEach(add);
    });
    if (each.deceased && source === 'state') add({ stepType: 'DECEASED', order: '999001001000' });
    const history = assembler.finish({ person: 'CASE', incomplete: each.incomplete, twoCiis: false });
    return unknown.length === 0
      ? history
      : { ...history, incomplete: true, problems: [...history.problems, ...unknown] };
  });
  return used.length === 1 ? (histories[0] as History) : mergeHistories('CASE', histories);
}

const SOURCES = ['state', 'court', 'sheet'] as const;

function rowsOf(one: LawLine, index: number): Partial<RowFacts>[] {
  const convicted = one.convicted !== undefined;
  const order = orderOf(one, index);
  const base: Partial<RowFacts> = {
    order,
    stepType: one.event ?? 'COURT ACTION',
    county: one.county,
    agency: one.agency ?? `SC ${one.county}`,
    eventDate: dateOf(one.on),
    cycleDate: dateOf(one.arrested),
    caseNumber: one.case ?? '',
    offence: (one.convicted ?? one.charge ?? '').trim(),
    offenceClass: one.class.toUpperCase(),
    comment: one.comment ?? '',
    convictedOffence: one['convicted of'] ?? '',
    disposition: convicted ? 'CONVICTED' : (one['court code'] ?? one.disposition),
    convictionStatus: convicted ? one.grade.trim() : '',
  };
  const parts = one.sentence.length === 0 ? [{}] : one.sentence.map(partOf);
  const later = one.later.map((text) => {
    const [disposition = '', status = one.grade] = text.split(' / ');
    return { ...base, disposition, convictionStatus: status };
  });
  return [...parts.map((part) => ({ ...base, ...part })), ...later];
}

function orderOf({ cycle, step, count }: LawLine, index: number): string {
  return `${cycle ?? 101 + index}${String(step).padStart(3, '0')}${String(count ?? index + 1).padStart(3, '0')}000`;
}

/** CNT_ORDER of the conviction that is asked about: the first of the record. */
export function askedOrder({ record }: LawCase): string {
  const at = Math.max(
    record.findIndex((each) => each.convicted !== undefined),
    0,
  );
  return orderOf(record[at] as LawLine, at);
}

/** What is known of the case, for every conviction of the record alike. */
export function caseFactsOf({ facts: known, answers: found }: LawCase): CaseFacts {
  const { challenged, granted, destroyed, 'on list': onList } = known ?? {};
  return {
    ...(onList === undefined ? {} : { onList }),
    ...(challenged === undefined ? {} : { challenge: { ...challenged, on: dateOf(challenged.on) } }),
    ...(granted === undefined ? {} : { granted: dateOf(granted) }),
    ...(destroyed === undefined ? {} : { destroyed }),
    ...(found === undefined ? {} : { answers: found as NonNullable<CaseFacts['answers']> }),
  };
}

/** The policy with the readings of the statute that a case names instead of its own. */
export function policyOf(policy: Policy, { statute: read }: LawCase): Policy {
  if (!read || !policy.statute) return policy;
  const changed: StatuteReading = {
    presume: read.presume ?? policy.statute.presume,
    priorsOfTheSection: read['priors of the section'] ?? policy.statute.priorsOfTheSection,
    attempts: read.attempts ?? policy.statute.attempts,
    predecessors: read.predecessors ?? policy.statute.predecessors,
  };
  return { ...policy, statute: changed };
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

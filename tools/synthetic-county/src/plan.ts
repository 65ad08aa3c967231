import { type ChargeText } from './catalogue/charges';
import { type Place } from './catalogue/places';

export type PlannedSeverity = 'FELONY' | 'MISDEMEANOR' | 'INFRACTION';

/** What a plan says of one person before any row is written; rows and truth are both made from it. */
export interface PersonPlan {
  readonly index: number;
  /** In linked files: the twin or the father, by index. */
  readonly relativeOf?: number;
  readonly subjectId: string;
  /** Blank when the state has none. A second number stands on the rows of later cycles when `secondCii` is set. */
  cii: string;
  secondCii: string;
  name: string;
  /** The name on the rows of the last cycle, when it differs. */
  otherName: string;
  nameEncoding: 'utf-8' | 'windows-1252';
  readonly sex: 'M' | 'F';
  /** Day number of birth: what is so, whatever the file says. */
  readonly birth: number;
  /** PRI_DOB: eight digits, partial, or blank. */
  birthText: string;
  /** PRI_DOB on the rows of the last cycle, when it differs. */
  otherBirthText: string;
  readonly look: Look;
  readonly cycles: CyclePlan[];
  /** Kinds that this person was given. */
  readonly kinds: string[];
  readonly breakages: Breakage[];
  /** Physical empty lines after the person. */
  emptyLines: number;
  deceased: boolean;
  /** Registered under Penal Code 290. */
  registered: boolean;
  scattered: boolean;
}

/** What the state writes of a person beside name and birth; decides nothing. */
export interface Look {
  readonly ssn: string;
  readonly licence: string;
  readonly fbi: string;
  readonly race: readonly [string, string];
  readonly eyes: readonly [string, string];
  readonly hair: readonly [string, string];
  readonly height: string;
  readonly weight: string;
  readonly birthplace: readonly [string, string];
}

export interface CyclePlan {
  /** Day number of the arrest. */
  readonly day: number;
  dateText: string;
  readonly county: string;
  readonly countyCode: string;
  /** STP_ORI_CNTY_NAME as written; padded for one kind. */
  countyText: string;
  readonly steps: StepPlan[];
}

export interface StepPlan {
  readonly type: string;
  readonly typeCode: string;
  day: number;
  /** STP_EVENT_DATE as written. */
  dateText: string;
  readonly place: Place;
  readonly placeType: readonly [string, string];
  readonly counts: CountPlan[];
}

export interface CountPlan {
  /** What the count is about: the charge that the court decided on, or the arrest charge. */
  charge: ChargeText;
  /** OFFENSE_DESCR and COMMENT_TEXT as written. */
  text: string;
  comment: string;
  /** OFFENSE_TOC as written. */
  toc: string;
  /** Case number that is so; blank when the court never told it. */
  caseNumber: string;
  /** OFN and FE_NUM_CRT_CASE as written. */
  ofn: string;
  courtCase: string;
  convictedOf?: ChargeText;
  disposedOf?: ChargeText;
  readonly dispositions: DispositionPlan[];
  /** Reasons for which the plan does not say what a replay answers: `attempt`, `second-disposition`, ... */
  readonly doubts: string[];
}

export interface DispositionPlan {
  readonly text: string;
  readonly code: string;
  readonly convicted: boolean;
  severity: PlannedSeverity | '';
  severityText: string;
  /** DISP_DATE as written. */
  dateText: string;
  readonly sentences: SentencePlan[];
}

export interface SentencePlan {
  readonly place: readonly [string, string];
  length: string;
  unit: '' | 'D' | 'M' | 'Y';
}

/** A row that the reader has to reject, written after the person's own rows. */
export type Breakage =
  | 'too-few-fields'
  | 'too-many-fields'
  | 'bare-quote'
  | 'unclosed-quote'
  | 'bad-count-order'
  | 'blank-subject-id';

/** Counts that end in a conviction, with the cycle and step that they stand in. */
export function* convictionsOf(
  person: PersonPlan,
): Generator<{
  cycle: CyclePlan;
  cycleIndex: number;
  step: StepPlan;
  stepIndex: number;
  count: CountPlan;
  countIndex: number;
}> {
  for (const [cycleIndex, cycle] of person.cycles.entries())
    for (const [stepIndex, step] of cycle.steps.entries())
      for (const [countIndex, count] of step.counts.entries())
        if (step.type === 'COURT ACTION' && count.dispositions.some((one) => one.convicted))
          yield { cycle, cycleIndex, step, stepIndex, count, countIndex };
}

/** CNT_ORDER: cycle from 101, step from 001, count from 001, three zeros. */
export function countOrder(cycleIndex: number, stepIndex: number, countIndex: number): string {
  return `${101 + cycleIndex}${String(stepIndex + 1).padStart(3, '0')}${String(countIndex + 1).padStart(3, '0')}000`;
}

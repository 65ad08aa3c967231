import { isCaseNumber, numbersOfCount } from '../assembly/numbers-of-count';
import { convictedCharge } from '../charge/convicted-charge';
import { type Charge } from '../offence';
import { type Agency, type Count, type Disposition, type History, type StepType } from '../history';
import { type PartialDate } from '../partial-date';

/** A step while counts of other sources come to it. */
export interface StepDraft {
  readonly order: string;
  readonly type: StepType;
  readonly typeText: string;
  date: PartialDate;
  agency: Agency;
  counts: Count[];
}

export interface CycleDraft {
  readonly subject: number;
  readonly order: string;
  date: PartialDate;
  steps: StepDraft[];
}

/** A count with where it stands and what it is compared by. */
export interface PlacedCount {
  count: Count;
  readonly cycle: CycleDraft;
  step: StepDraft;
  /** Of a court, or called a conviction. */
  readonly ofCourt: boolean;
  readonly conviction: Disposition | undefined;
  readonly charge: Charge;
  readonly county: string;
  readonly numbers: readonly string[];
  /** The court's number of the count. */
  readonly number: string;
}

/** Cycles that can be added to; the history stays as it is. */
export function draftsOf(history: History, subjectAt: (subject: number) => number): CycleDraft[] {
  return history.cycles.map(({ subject, order, date, steps }) => ({
    subject: subjectAt(subject),
    order,
    date,
    steps: steps.map((step) => ({ ...step, counts: [...step.counts] })),
  }));
}

export function placedCounts(cycles: readonly CycleDraft[]): PlacedCount[] {
  return cycles.flatMap((cycle) =>
    cycle.steps.flatMap((step) =>
      step.counts.map((count): PlacedCount => {
        const conviction = count.dispositions.find(({ kind }) => kind === 'convicted');
        return {
          count,
          cycle,
          step,
          ofCourt: step.type === 'court-action' || conviction !== undefined,
          conviction,
          charge: convictedCharge(count),
          county: step.agency.county.trim().toUpperCase(),
          numbers: numbersOfCount(count, step)
            .filter(isCaseNumber)
            .map(({ number }) => number.trim()),
          number: count.order.slice(6, 9),
        };
      }),
    ),
  );
}

import { addDays, daysBetween } from '../days';
import { type BatchState, type BookState, type LineState } from '../state/book-state';

/** PC 13151: the court furnishes the report within 30 days, of what follows the first disposition as well. */
export const DAYS_TO_REPORT = 30;

/** An order of which the state's record must be told. */
export interface StateDuty {
  readonly batch: BatchState;
  readonly line: LineState;
  /** Day of the order. */
  readonly orderedOn: string;
  readonly due: string;
  readonly overdue: boolean;
  /** Days past the due day; 0 when it is not past. */
  readonly daysOver: number;
}

/** Granted lines of which the state has not been told, the longest overdue first. Overdue begins on the day after the due day. */
export function stateDuties(state: BookState, asOf: string): readonly StateDuty[] {
  const duties: StateDuty[] = [];
  for (const batch of state.batches.values()) {
    for (const line of batch.lines.values()) {
      const { answer, told } = line;
      if (answer?.answer !== 'granted' || told !== undefined) continue;
      const due = addDays(answer.on, DAYS_TO_REPORT);
      const daysOver = Math.max(0, daysBetween(due, asOf));
      duties.push({ batch, line, orderedOn: answer.on, due, overdue: daysOver > 0, daysOver });
    }
  }
  return duties.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

import { type Transaction } from '@clearway/messaging';
import { type NewEvent } from './run-projection';

/** Appends to a run's event log; the run's row is locked by the caller, so that the numbers have no gaps. */
export async function appendEvents(
  transaction: Transaction,
  office: string,
  run: string,
  lastEvent: number,
  events: readonly NewEvent[],
): Promise<number> {
  let sequence = lastEvent;
  for (const { type, data } of events) {
    sequence += 1;
    await transaction.query('INSERT INTO run_event (office, run, sequence, type, data) VALUES ($1, $2, $3, $4, $5)', [
      office,
      run,
      sequence,
      type,
      JSON.stringify(data),
    ]);
  }
  return sequence;
}

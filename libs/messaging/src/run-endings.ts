import { runCancelled, runFailed, runPurged, type MessageContract, type Stage } from '@clearway/contracts';
import { type ContentStore } from '@clearway/content-store';
import { type FollowedRuns, type FollowedState } from './followed-runs';
import { type Transaction } from './unit-of-work';
import { type Consumer, type Work } from './work';

/** What a service destroys when a run is purged: its rows about people. Hashes and counts stay. */
export interface Purger {
  purge(transaction: Transaction): Promise<void>;
}

/** Every service stops the work of a run that was cancelled or failed. */
class RunEnding implements Consumer {
  constructor(
    readonly contract: MessageContract,
    private readonly state: Exclude<FollowedState, 'active'>,
    private readonly runs: FollowedRuns,
    readonly stage: Stage,
  ) {}

  async handle(work: Work<unknown>): Promise<void> {
    await work.ending(async (transaction) => {
      await this.runs.end(transaction, this.state);
      await transaction.audit(this.contract.type);
    });
  }
}

class RunPurging implements Consumer {
  readonly contract: MessageContract = runPurged;

  constructor(
    private readonly runs: FollowedRuns,
    private readonly store: ContentStore,
    private readonly purger: Purger | undefined,
    readonly stage: Stage,
  ) {}

  async handle(work: Work<unknown>): Promise<void> {
    await work.ending(async (transaction) => {
      await this.runs.end(transaction, 'purged');
      await this.purger?.purge(transaction);
      await transaction.audit(this.contract.type);
    });
    await this.store.release(work.owner);
  }
}

/** The consumers that a service has without writing them. */
export function runEndings(
  runs: FollowedRuns,
  store: ContentStore,
  purger: Purger | undefined,
  stage: Stage,
): Consumer[] {
  return [
    new RunEnding(runCancelled, 'cancelled', runs, stage),
    new RunEnding(runFailed, 'failed', runs, stage),
    new RunPurging(runs, store, purger, stage),
  ];
}

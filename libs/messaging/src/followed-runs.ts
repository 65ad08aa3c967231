import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Envelope } from '@clearway/contracts';
import { guarded } from '@clearway/persistence';
import { type Transaction } from './unit-of-work';

export type FollowedState = 'active' | 'done' | 'failed' | 'cancelled' | 'purged';

/** The run of a message was cancelled, failed or purged, or has a newer revision: acknowledge, and drop the work. */
export class RunEnded extends Error {
  constructor(readonly why: FollowedState | 'newer-revision') {
    super(`the run's work is not wanted any more: ${why}`);
    this.name = 'RunEnded';
  }
}

/** What this service knows of each run, and the work that goes on for it in this process. */
@Injectable()
export class FollowedRuns {
  private readonly working = new Map<string, Set<AbortController>>();

  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Takes note of the message's revision; throws RunEnded when its work is not wanted. */
  async admit({ office, run, revision }: Pick<Envelope, 'office' | 'run' | 'revision'>): Promise<void> {
    const [row] = (await guarded(() =>
      this.source.query(
        `INSERT INTO followed_run (office, run, revision, state) VALUES ($1, $2, $3, 'active')
         ON CONFLICT (office, run) DO UPDATE SET
           revision = GREATEST(followed_run.revision, excluded.revision),
           state = CASE WHEN excluded.revision > followed_run.revision AND followed_run.state <> 'purged' THEN 'active' ELSE followed_run.state END
         RETURNING revision, state`,
        [office, run, revision],
      ),
    )) as { revision: number; state: FollowedState }[];
    refuse(row, revision);
  }

  /** The run, or a new revision of it, begins at this service: followed from its first message on, also when nobody else has heard of it yet. */
  async follow(transaction: Transaction): Promise<void> {
    const { office, run, revision } = transaction.scope;
    await transaction.query(
      `INSERT INTO followed_run (office, run, revision, state) VALUES ($1, $2, $3, 'active')
       ON CONFLICT (office, run) DO UPDATE SET revision = excluded.revision, state = excluded.state
       WHERE followed_run.revision < excluded.revision AND followed_run.state <> 'purged'`,
      [office, run, revision],
    );
  }

  /** Inside a transaction: the run stays as it is until the commit; throws RunEnded when the work is not wanted. */
  async hold(transaction: Transaction): Promise<void> {
    const { office, run, revision } = transaction.scope;
    const [row] = await transaction.query<{ revision: number; state: FollowedState }>(
      'SELECT revision, state FROM followed_run WHERE office = $1 AND run = $2 FOR SHARE',
      [office, run],
    );
    refuse(row, revision);
  }

  /** Ends the run for this service, and stops what this process does for it. */
  async end(transaction: Transaction, state: Exclude<FollowedState, 'active'>): Promise<void> {
    const { office, run, revision } = transaction.scope;
    const ended = await transaction.query(
      `INSERT INTO followed_run (office, run, revision, state) VALUES ($1, $2, $3, $4)
       ON CONFLICT (office, run) DO UPDATE SET revision = GREATEST(followed_run.revision, excluded.revision), state = excluded.state
       WHERE followed_run.revision <= excluded.revision AND followed_run.state <> 'purged' RETURNING 1`,
      [office, run, revision, state],
    );
    // The end of an old revision, told late, stops nothing of the new one.
    if (ended.length === 0) return;
    for (const controller of this.working.get(`${office}/${run}`) ?? []) controller.abort(new RunEnded(state));
  }

  /** A signal that ends with the run (or with the process); `release` when the work is over. */
  begin(
    { office, run }: Pick<Envelope, 'office' | 'run'>,
    stopping: AbortSignal,
  ): { readonly signal: AbortSignal; readonly release: () => void } {
    const key = `${office}/${run}`;
    const controller = new AbortController();
    const set = this.working.get(key) ?? new Set();
    this.working.set(key, set.add(controller));
    const release = (): void => {
      set.delete(controller);
      if (set.size === 0) this.working.delete(key);
    };
    return { signal: AbortSignal.any([controller.signal, stopping]), release };
  }
}

function refuse(row: { readonly revision: number; readonly state: FollowedState } | undefined, revision: number): void {
  if (row === undefined) return;
  if (row.revision > revision) throw new RunEnded('newer-revision');
  if (row.state === 'failed' || row.state === 'cancelled' || row.state === 'purged') throw new RunEnded(row.state);
}

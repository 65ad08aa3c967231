import {
  PROGRESS_TYPE,
  RunSettings,
  type Message,
  type MessageContract,
  type Progress,
  type Stage,
} from '@clearway/contracts';
import { type ContentStore } from '@clearway/content-store';
import { PoisonError } from '@clearway/platform';
import { type CrashPoints } from '@clearway/testing';
import { type FollowedRuns } from './followed-runs';
import { type NatsLink } from './nats-link';
import { type Scope, type Transaction, type UnitOfWork } from './unit-of-work';

/** Handles one type of message. A provider of the service; listed in `ServiceModule.forService({ consumers })`. */
export interface Consumer<Data = unknown> {
  readonly contract: MessageContract<string, Data>;
  /** The stage that is held up when a message of it fails. */
  readonly stage: Stage;
  /** How many at once in this process; 1 unless said. */
  readonly inFlight?: number;
  /** Long work first (outside any transaction), then `work.once` with its effects. May be called again for the same message. */
  handle(work: Work<Data>): Promise<void>;
}

export interface WorkTools {
  readonly units: UnitOfWork;
  readonly runs: FollowedRuns;
  readonly store: ContentStore;
  readonly link: NatsLink;
  readonly crashPoints: CrashPoints;
  readonly service: string;
}

/** One message being worked on. */
export class Work<Data> {
  private finished = false;

  constructor(
    readonly message: Message<Data>,
    /** Aborts when the run ends or the process stops. */
    readonly signal: AbortSignal,
    private readonly tools: WorkTools,
  ) {}

  /** `OFFICE/RUN`: the owner of everything that this run puts into the content store. */
  get owner(): string {
    return `${this.message.office}/${this.message.run}`;
  }

  get scope(): Scope {
    const { office, run, revision, id } = this.message;
    return { office, run, revision, causation: id, actor: `service:${this.tools.service}` };
  }

  /** The settings of the run, by the hash that its messages carry. */
  async settings(): Promise<RunSettings> {
    const { settings } = this.message.data as { readonly settings?: string };
    const parsed = RunSettings.safeParse(
      settings === undefined ? undefined : await this.tools.store.readJson(settings),
    );
    if (!parsed.success)
      throw new PoisonError(
        'run.bad-settings',
        'the settings of the run do not fit their schema: request the run again',
      );
    return parsed.data;
  }

  /** The effects of this message, once: inbox row, rows, outbox and audit in one transaction. False: it was done before. */
  async once(change: (transaction: Transaction) => Promise<void>): Promise<boolean> {
    const done = await this.step(this.message.type, this.message.batch ?? -1, change);
    this.finished = true;
    return done;
  }

  /** The effects of one step of a long message, once; `step` is named `stage.what`. */
  async step(step: string, batch: number, change: (transaction: Transaction) => Promise<void>): Promise<boolean> {
    this.signal.throwIfAborted();
    return this.claim(step, batch, async (transaction) => {
      await this.tools.runs.hold(transaction);
      await change(transaction);
    });
  }

  /** As `once`, for messages about the end of a run: whatever its state is. */
  async ending(change: (transaction: Transaction) => Promise<void>): Promise<boolean> {
    this.finished = true;
    return this.claim(this.message.type, this.message.batch ?? -1, change);
  }

  private async claim(
    step: string,
    batch: number,
    change: (transaction: Transaction) => Promise<void>,
  ): Promise<boolean> {
    let done = false;
    await this.tools.units.run(this.scope, async (transaction) => {
      const { office, run, revision, causation } = transaction.scope;
      const claimed = await transaction.query(
        'INSERT INTO inbox (office, run, revision, step, batch, message) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1',
        [office, run, revision, step, batch, causation],
      );
      if (claimed.length === 0) return;
      await change(transaction);
      done = true;
    });
    await this.tools.crashPoints.reach('after-batch');
    return done;
  }

  /** Reads rows of the service's own tables. */
  async read<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.tools.units.read<Row>(sql, parameters);
  }

  /** Steps that are done already: after a crash they need not be computed again. */
  async stepsDone(step: string): Promise<Set<number>> {
    const { office, run, revision } = this.message;
    const rows = await this.read<{ batch: number }>(
      'SELECT batch FROM inbox WHERE office = $1 AND run = $2 AND revision = $3 AND step = $4',
      [office, run, revision, step],
    );
    return new Set(rows.map(({ batch }) => batch));
  }

  /** True when this very message was done before. */
  async wasDone(): Promise<boolean> {
    return (await this.stepsDone(this.message.type)).has(this.message.batch ?? -1);
  }

  /** Tells whoever follows the run how far a stage is. */
  progress(progress: Progress): void {
    this.tools.link.tell(PROGRESS_TYPE, this.message.office, this.message.run, progress);
  }

  /** Called by the runner: a message whose handler had no effects is noted all the same. */
  async finish(): Promise<void> {
    if (!this.finished) await this.once(async () => undefined);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { Envelope, STAGES, stageStarted, type MessageContract, type Stage } from '@clearway/contracts';
import { copyInto, guarded } from '@clearway/persistence';
import { uuidV7 } from '@clearway/platform';
import { CrashPoints } from '@clearway/testing';
import { Outbox } from './outbox';

/** Whose work it is: stands in every envelope and every audit row. */
export interface Scope {
  readonly office: string;
  readonly run: string;
  readonly revision: number;
  /** `service:NAME` or `user:NAME`. */
  readonly actor: string;
  /** Id of the message that this follows from. */
  readonly causation: string | null;
}

/** One transaction: rows, messages to publish after it, and audit, all or nothing. */
export class Transaction {
  constructor(
    private readonly runner: QueryRunner,
    readonly scope: Scope,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** SQL; unqualified names are those of the service's schema. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.runner.query(sql, [...parameters], true).then(({ records }) => records ?? []);
    return result as Row[];
  }

  /** COPY of lines made by `copyLine`. */
  async copy(table: string, columns: readonly string[], lines: string | Uint8Array): Promise<void> {
    await copyInto(this.runner, table, columns, lines);
  }

  /** Writes a message to the outbox; returns its id. */
  async publish<Data>(
    contract: MessageContract<string, Data>,
    data: Data,
    batch: number | null = null,
    id: string = uuidV7(),
  ): Promise<string> {
    const { office, run, revision, actor, causation } = this.scope;
    const envelope: Envelope = {
      envelope: 1,
      id,
      type: contract.type,
      version: contract.version,
      office,
      run,
      revision,
      batch,
      causation,
      actor,
    };
    const body = JSON.stringify({ ...Envelope.parse(envelope), data: contract.data.parse(data) });
    await this.query(
      'INSERT INTO outbox (id, office, run, revision, type, batch, body) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, office, run, revision, contract.type, batch ?? -1, body],
    );
    return id;
  }

  /** Tells that a stage began. */
  async startStage(stage: Stage): Promise<void> {
    await this.publish(stageStarted, { stage }, STAGES.indexOf(stage));
  }

  async audit(action: string, hashes: { readonly before?: string; readonly after?: string } = {}): Promise<void> {
    const { office, run, actor } = this.scope;
    await this.query('INSERT INTO audit (office, run, actor, action, before, after) VALUES ($1, $2, $3, $4, $5, $6)', [
      office,
      run,
      actor,
      action,
      hashes.before ?? null,
      hashes.after ?? null,
    ]);
  }

  /**
   * Moves the barrier of a stage: batches announced, batches done. Says `complete` exactly once, to whoever brings the
   * last of them, in whatever order they come.
   */
  async advance(
    stage: Stage,
    change: { readonly announced?: number; readonly done?: number },
  ): Promise<{
    readonly complete: boolean;
    readonly first: boolean;
    readonly done: number;
    readonly announced: number | null;
  }> {
    const { office, run, revision } = this.scope;
    const key = [office, run, revision, stage];
    const inserted = await this.query(
      'INSERT INTO stage (office, run, revision, stage) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1',
      key,
    );
    const [row] = await this.query<{ announced: number | null; done: number; finished: boolean }>(
      `UPDATE stage SET done = done + $5, announced = COALESCE($6, announced)
       WHERE office = $1 AND run = $2 AND revision = $3 AND stage = $4 RETURNING announced, done, finished`,
      [...key, change.done ?? 0, change.announced ?? null],
    );
    const complete = row !== undefined && !row.finished && row.announced !== null && row.done >= row.announced;
    if (complete)
      await this.query(
        'UPDATE stage SET finished = true WHERE office = $1 AND run = $2 AND revision = $3 AND stage = $4',
        key,
      );
    return { complete, first: inserted.length > 0, done: row?.done ?? 0, announced: row?.announced ?? null };
  }
}

/** Runs transactions, and publishes what they wrote to the outbox. */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly crashPoints: CrashPoints,
  ) {}

  /** Rows, outside any transaction. */
  async read<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return guarded(() => this.source.query(sql, [...parameters]) as Promise<Row[]>);
  }

  /** Everything in `change` is committed together or not at all; its messages are published after the commit. */
  async run<Result>(scope: Scope, change: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const result = await guarded(async () => {
      const runner = this.source.createQueryRunner();
      try {
        await runner.startTransaction();
        try {
          const value = await change(new Transaction(runner, scope));
          await this.crashPoints.reach('after-copy-before-commit');
          await runner.commitTransaction();
          return value;
        } catch (error) {
          await runner.rollbackTransaction().catch(() => undefined);
          throw error;
        }
      } finally {
        await runner.release().catch(() => undefined);
      }
    });
    await this.crashPoints.reach('after-commit-before-publish');
    await this.outbox.flush();
    await this.crashPoints.reach('after-publish-before-ack');
    return result;
  }
}

import { type Transaction } from '@clearway/messaging';
import { copyLine } from '@clearway/persistence';
import { type ChainedEvent, type ChainedLine, NO_LINE_BEFORE } from '@clearway/record';
import { purged } from '../determinations/decided-runs';
import { actorOf } from './office-file';
import { eventsLeft, RECORDED_EVENT_COLUMNS, type StoredEvent } from './recorded-event';

/** Whose run the events are made on, and who records them. */
export interface RecordingScope {
  readonly office: string;
  readonly run: string;
  /** `user:NAME` */
  readonly actor: string;
}

/** Where the events of one kind stand. */
export interface EventTable<Own extends string> {
  readonly name: string;
  /** What one of them is called, in locks and in the audit. */
  readonly word: string;
  /** The columns beside those of `RecordedEvent`. */
  readonly own: readonly Own[];
}

/** An event with its line, and what stands in the table's own columns. */
export interface ChainedRow<Own extends string> extends ChainedLine<unknown> {
  readonly undoes: boolean;
  readonly own: Readonly<Record<Own, string | null>>;
}

const AUDIT_COLUMNS = ['office', 'run', 'actor', 'action', 'before', 'after'] as const;

/** The chain of an office's events of one kind, while nobody else adds to it: until the transaction ends. */
export class OfficeChain<Own extends string> {
  private constructor(
    private readonly transaction: Transaction,
    private readonly table: EventTable<Own>,
    private readonly last: { readonly seq: number; readonly hash: string } | undefined,
  ) {}

  /**
   * Waits for whoever adds to the chain, and reads its end.
   *
   * @param onlyUndoes what stands can be taken back as long as it stands, whatever became of the run on which it was made; anything else
   *   throws `run.purged` where the run's people are destroyed
   */
  static async hold<Own extends string>(
    transaction: Transaction,
    table: EventTable<Own>,
    onlyUndoes: boolean,
  ): Promise<OfficeChain<Own>> {
    const { office } = transaction.scope;
    await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`clearway.${table.word}s.${office}`]);
    if (!onlyUndoes) await refusePurged(transaction);
    const [last] = await transaction.query<{ seq: number; hash: string }>(
      `SELECT seq, hash FROM ${table.name} WHERE office = $1 ORDER BY seq DESC LIMIT 1`,
      [office],
    );
    return new OfficeChain(transaction, table, last);
  }

  /** Hash of the last event; null while there is none. */
  get head(): string | null {
    return this.last?.hash ?? null;
  }

  /** What the next event names as the hash of the line before it. */
  get end(): string {
    return this.head ?? NO_LINE_BEFORE;
  }

  /** Of the events that are left, by their ids: what stands in one of the table's own columns. */
  async known(column: Own): Promise<Map<string, string | null>> {
    const rows = await this.left<{ id: string; value: string | null }>(`id, ${column} AS value`);
    return new Map(rows.map(({ id, value }) => [id, value]));
  }

  /** The events that are left, in their order. */
  async events<Event extends ChainedEvent>(): Promise<readonly Event[]> {
    return eventsLeft(await this.left<Pick<StoredEvent, 'line'>>('line'));
  }

  private left<Row>(columns: string): Promise<Row[]> {
    const sql = `SELECT ${columns} FROM ${this.table.name} WHERE office = $1 AND line IS NOT NULL ORDER BY seq`;
    return this.transaction.query<Row>(sql, [this.transaction.scope.office]);
  }

  /** Adds events with an audit row for each, which has who adds them; gives the new head. */
  async append(rows: readonly ChainedRow<Own>[]): Promise<string | null> {
    const { office, run, actor } = this.transaction.scope;
    const { name, word, own } = this.table;
    const lines = rows.map((row, index) => {
      const seq = (this.last?.seq ?? 0) + index + 1;
      const { event, line, hash } = row;
      const recorded = [event.previous, actorOf(event.recordedBy), event.recordedAt];
      return copyLine([office, seq, event.id, run, line, hash, ...recorded, ...own.map((column) => row.own[column])]);
    });
    await this.transaction.copy(name, [...RECORDED_EVENT_COLUMNS, ...own], lines.join(''));
    const audit = rows.map(({ event, undoes, hash }) =>
      copyLine([office, run, actor, `${word}.${undoes ? 'undone' : 'recorded'}`, event.previous, hash]),
    );
    await this.transaction.copy('audit', AUDIT_COLUMNS, audit.join(''));
    return rows.at(-1)?.hash ?? this.head;
  }
}

/** How many that stood in force before a file was imported do not now, because a later event of it speaks of the same. */
export function replacedIn<Event>(
  before: readonly Event[],
  imported: readonly Event[],
  inForce: (events: readonly Event[]) => readonly { readonly id: string }[],
): number {
  const now = new Set(inForce([...before, ...imported]).map(({ id }) => id));
  return inForce(before).filter(({ id }) => !now.has(id)).length;
}

/** Throws `run.purged`: nothing is recorded on a run whose people are destroyed. */
async function refusePurged(transaction: Transaction): Promise<void> {
  const { office, run } = transaction.scope;
  const [row] = await transaction.query<{ state: string }>(
    'SELECT state FROM followed_run WHERE office = $1 AND run = $2 FOR SHARE',
    [office, run],
  );
  if (row?.state === 'purged') throw purged();
}

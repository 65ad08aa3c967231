import { type Transaction, UnitOfWork } from '@clearway/messaging';
import { copyLine } from '@clearway/persistence';
import { Clock, CodedError } from '@clearway/platform';
import {
  applyEvents,
  type BookEvent,
  type BookProblem,
  type BookState,
  chainEvents,
  type DraftEvent,
  eventHash,
  NOTHING_BEFORE,
  problemsOfLast,
} from '@clearway/filing-book';
import { Injectable } from '@nestjs/common';
import { type EventWords, withoutWords, withWords } from './event-words';
import { FILING_EVENT_COLUMNS } from './filing-event.entity';

/** The book of an office as it stands. */
export interface StandingBook {
  readonly events: readonly BookEvent[];
  readonly state: BookState;
  /** Hash of the last event; null while there is none. */
  readonly head: string | null;
  /** Events whose words are destroyed, by hash. */
  readonly destroyed: ReadonlySet<string>;
}

export interface RecordedEvents {
  readonly events: readonly BookEvent[];
  readonly book: StandingBook;
}

/** What is to be recorded, as the book stands within the lock. It asks nobody: what takes time was done before. */
export type BookPlan = (book: StandingBook) => readonly DraftEvent[];

/** Whose book, who records, and the run that it is about. */
export interface BookScope {
  readonly office: string;
  readonly run: string;
  /** `user:NAME` or `service:NAME` */
  readonly actor: string;
}

interface Row {
  readonly seq: number;
  readonly body: string;
  readonly hash: string;
  readonly previous: string;
  readonly words: string | null;
  readonly had_words: boolean;
}

type Ask = <Result>(sql: string, parameters: readonly unknown[]) => Promise<Result[]>;

const AUDIT_COLUMNS = ['office', 'run', 'actor', 'action', 'before', 'after'] as const;
const REFS_SHOWN = 5;

/** The books of filings: events in Postgres, chained for each office, only ever added to. All logic is that of the command line. */
@Injectable()
export class OfficeBook {
  private readonly kept = new Map<string, { readonly stamp: string; readonly book: StandingBook }>();

  constructor(
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  read(office: string): Promise<StandingBook> {
    return this.standing(office, (sql, parameters) => this.units.read(sql, parameters));
  }

  /** Appends what `plan` asks for, all or nothing, with an audit row for each event; nobody else writes meanwhile. */
  record({ office, run, actor }: BookScope, plan: BookPlan): Promise<RecordedEvents> {
    return this.units.run({ office, run, revision: 1, actor, causation: null }, (transaction) =>
      this.recordIn(transaction, plan),
    );
  }

  /** The same within a transaction that does more. Throws a CodedError with the book's own code when an event cannot be. */
  async recordIn(transaction: Transaction, plan: BookPlan): Promise<RecordedEvents> {
    const { office, actor } = transaction.scope;
    await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`clearway.filings.${office}`]);
    const book = await this.standing(office, (sql, parameters) => transaction.query(sql, parameters));
    const drafts = plan(book);
    if (drafts.length === 0) return { events: [], book };
    const at = this.clock.now().toISOString();
    const events = chainEvents(book.head ?? NOTHING_BEFORE, drafts, { office, by: actor.replace(/^user:/, ''), at });
    const all = [...book.events, ...events];
    const [problem, ...others] = problemsOfLast(all, events.length);
    if (problem) throw refusalOf([problem, ...others]);
    await this.append(transaction, book.events.length, events, at);
    return {
      events,
      book: {
        events: all,
        state: applyEvents(all),
        head: events.at(-1)?.sha256 ?? book.head,
        destroyed: book.destroyed,
      },
    };
  }

  private async append(
    transaction: Transaction,
    before: number,
    events: readonly BookEvent[],
    at: string,
  ): Promise<void> {
    const { office, run, actor } = transaction.scope;
    const rows: string[] = [];
    const words: string[] = [];
    const audit: string[] = [];
    for (const [i, event] of events.entries()) {
      const seq = before + i + 1;
      const parted = withoutWords(event);
      const batch = 'batch' in event && event.batch !== '' ? event.batch : null;
      const { sha256, prev } = event;
      rows.push(copyLine([office, seq, event.kind, batch, JSON.stringify(parted.body), sha256, prev, actor, at]));
      if (parted.words) words.push(copyLine([office, seq, JSON.stringify(parted.words)]));
      audit.push(copyLine([office, run, actor, `filing.${event.kind}`, prev, sha256]));
    }
    await transaction.copy('filing_event', FILING_EVENT_COLUMNS, rows.join(''));
    await transaction.copy('filing_words', ['office', 'seq', 'words'], words.join(''));
    await transaction.copy('audit', AUDIT_COLUMNS, audit.join(''));
  }

  private async standing(office: string, ask: Ask): Promise<StandingBook> {
    const stamp = await stampOf(office, ask);
    const kept = this.kept.get(office);
    if (kept?.stamp === stamp) return kept.book;
    const rows = await ask<Row>(
      `SELECT e.seq, e.body, e.hash, e.previous, w.words, w.seq IS NOT NULL AS had_words
       FROM filing_event e LEFT JOIN filing_words w ON w.office = e.office AND w.seq = e.seq
       WHERE e.office = $1 ORDER BY e.seq`,
      [office],
    );
    const book = bookOf(rows);
    this.kept.set(office, { stamp, book });
    return book;
  }
}

/** Changes with every event, and when words are destroyed. */
async function stampOf(office: string, ask: Ask): Promise<string> {
  const [last] = await ask<{ hash: string }>(
    'SELECT hash FROM filing_event WHERE office = $1 ORDER BY seq DESC LIMIT 1',
    [office],
  );
  const [words] = await ask<{ n: number }>('SELECT count(words)::int AS n FROM filing_words WHERE office = $1', [
    office,
  ]);
  return `${last?.hash ?? ''} ${words?.n ?? 0}`;
}

/** Puts events together and verifies their chain: what was changed, moved or taken out by hand shows. */
function bookOf(rows: readonly Row[]): StandingBook {
  const destroyed = new Set<string>();
  let previous = NOTHING_BEFORE;
  const events = rows.map((row, i): BookEvent => {
    const words = row.words === null ? null : (JSON.parse(row.words) as EventWords);
    const event = withWords(JSON.parse(row.body) as Record<string, unknown>, words);
    const { sha256, ...content } = event;
    const gone = row.had_words && words === null;
    if (gone) destroyed.add(sha256);
    const whole = gone || eventHash(content) === sha256;
    if (row.seq !== i + 1 || row.previous !== previous || event.prev !== previous || row.hash !== sha256 || !whole)
      throw new CodedError(
        'book.unusable',
        `event ${row.seq} of the book of filings was changed, moved or taken out after it was recorded: restore the database`,
        'bug',
      );
    previous = sha256;
    return gone ? withoutLostNumbers(event) : event;
  });
  return { events, state: applyEvents(events), head: events.at(-1)?.sha256 ?? null, destroyed };
}

/** Of an answer that a case has another number nothing is left without the number: the court is asked again. */
function withoutLostNumbers(event: BookEvent): BookEvent {
  if (event.kind !== 'match-answered') return event;
  const lost = new Set(['renumbered', 'transferred']);
  return { ...event, replies: event.replies.filter(({ answer }) => !lost.has(answer)) };
}

/** What the book does not allow: the first reason gives the code, all of them the words. Refs name lines, never people. */
export function refusalOf(problems: readonly BookProblem[]): CodedError {
  const [first] = problems;
  const words = problems.map(({ batch, refs, words: reason }) => {
    const shown = `${refs.slice(0, REFS_SHOWN).join(', ')}${refs.length > REFS_SHOWN ? ', ...' : ''}`;
    return `${batch === '' ? '' : `batch ${batch}: `}${reason}${refs.length === 0 ? '' : ` (${refs.length} line(s): ${shown})`}`;
  });
  return new CodedError(first?.code ?? 'book.refused', `${words.join('; ')}; nothing was recorded`, 'refused');
}

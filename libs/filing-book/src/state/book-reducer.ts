import { type MatchReply, saysTheSame } from '@clearway/court-exchange';
import { type BookEvent, type EventOf } from '../events/event';
import { type BookProblem, type BookState } from './book-state';
import { BatchLedger } from './batch-ledger';

/** Applies events one after the other; `BatchLedger` knows about batches, this about lists of cases and what was taken back. */
export class BookReducer {
  private office = '';
  private events = 0;
  private readonly seen = new Map<string, BookEvent['kind']>();
  private readonly asked = new Map<string, { test: boolean; on: string }>();
  private readonly replies = new Map<string, MatchReply>();
  private readonly filesTaken = new Set<string>();
  private readonly problems: BookProblem[] = [];
  private readonly ledger = new BatchLedger((problem) => this.problems.push(problem));

  constructor(private readonly undone: ReadonlySet<string>) {}

  /** Every event, also one that was taken back. */
  count({ office, sha256, kind }: BookEvent): void {
    this.office ||= office;
    this.events += 1;
    this.seen.set(sha256, kind);
  }

  apply(event: BookEvent): void {
    switch (event.kind) {
      case 'match-asked':
        for (const ref of event.refs)
          if (this.asked.get(ref)?.test !== false) this.asked.set(ref, { test: event.test, on: event.at.slice(0, 10) });
        return;
      case 'match-answered':
        return this.answered(event);
      case 'undone':
        return this.takenBack(event);
      case 'receipt-recorded':
        this.filesTaken.add(event.fileSha256);
        return this.ledger.apply(event);
      default:
        return this.ledger.apply(event);
    }
  }

  state(): BookState {
    const { office, events, asked, replies, filesTaken, problems, undone } = this;
    return { office, events, batches: this.ledger.batches(), asked, replies, filesTaken, problems, undone };
  }

  private answered(event: EventOf<'match-answered'>): void {
    this.filesTaken.add(event.fileSha256);
    const unknown: string[] = [];
    const contradicting: string[] = [];
    for (const reply of event.replies) {
      const before = this.replies.get(reply.ref);
      if (!this.asked.has(reply.ref)) unknown.push(reply.ref);
      else if (before && !saysTheSame(before, reply)) contradicting.push(reply.ref);
      else if (!before) this.replies.set(reply.ref, reply);
    }
    this.report(
      event,
      'match.unknown-ref',
      unknown,
      'the court answers about cases that it was not asked about: is the file of this office and book?',
    );
    this.report(
      event,
      'match.contradiction',
      contradicting,
      'the court answered otherwise before: ask it which holds, then take the earlier answer back with undo',
    );
  }

  private takenBack(event: EventOf<'undone'>): void {
    const kind = this.seen.get(event.of);
    if (kind === undefined) this.report(event, 'event.unknown', [''], 'no earlier event of the book has this id');
    else if (
      event.refs.length > 0 &&
      kind !== 'receipt-recorded' &&
      kind !== 'match-answered' &&
      kind !== 'state-told'
    ) {
      this.report(
        event,
        'event.whole-only',
        event.refs,
        'only answers are taken back line by line: take the whole event back',
      );
    }
  }

  private report(event: BookEvent, code: string, refs: readonly string[], words: string): void {
    if (refs.length === 0) return;
    this.problems.push({
      code,
      event: event.sha256,
      kind: event.kind,
      batch: '',
      refs: refs.filter((ref) => ref !== ''),
      words,
    });
  }
}

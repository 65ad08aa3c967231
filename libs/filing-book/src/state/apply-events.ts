import { type BookEvent } from '../events/event';
import { BookReducer } from './book-reducer';
import { type BookProblem, type BookState } from './book-state';

/**
 * What follows from the events of a book, in their order. Pure, and total: an event that cannot be, as the book stands, changes
 * nothing and is listed in `problems`.
 */
export function applyEvents(events: readonly BookEvent[]): BookState {
  const { whole, parts } = undoneOf(events);
  const reducer = new BookReducer(whole);
  for (const event of events) {
    reducer.count(event);
    if (!whole.has(event.sha256)) reducer.apply(withoutLines(event, parts.get(event.sha256)));
  }
  return reducer.state();
}

/** What is wrong with the last `added` of the events that was not wrong before: an app refuses to record them. */
export function problemsOfLast(events: readonly BookEvent[], added: number): readonly BookProblem[] {
  const before = new Set(applyEvents(events.slice(0, events.length - added)).problems.map(problemKey));
  return applyEvents(events).problems.filter((problem) => !before.has(problemKey(problem)));
}

function problemKey({ code, event, refs }: BookProblem): string {
  return `${code} ${event} ${refs.join(' ')}`;
}

/** What was taken back: events whole, and lines of events. An undo can be undone. */
function undoneOf(events: readonly BookEvent[]): {
  readonly whole: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
} {
  const whole = new Set<string>();
  const parts = new Map<string, Set<string>>();
  for (const event of [...events].reverse()) {
    if (event.kind !== 'undone' || whole.has(event.sha256)) continue;
    if (event.refs.length === 0) whole.add(event.of);
    else parts.set(event.of, new Set([...(parts.get(event.of) ?? []), ...event.refs]));
  }
  return { whole, parts };
}

function withoutLines(event: BookEvent, refs: ReadonlySet<string> | undefined): BookEvent {
  if (!refs) return event;
  if (event.kind === 'receipt-recorded') return { ...event, lines: event.lines.filter(({ ref }) => !refs.has(ref)) };
  if (event.kind === 'match-answered') return { ...event, replies: event.replies.filter(({ ref }) => !refs.has(ref)) };
  if (event.kind === 'state-told') return { ...event, refs: event.refs.filter((ref) => !refs.has(ref)) };
  return event;
}

import { type BookEvent, chainEvents, type DraftEvent, NOTHING_BEFORE, printEvents } from '@clearway/filing-book';

/**
 * The book as JSON lines. Where words were destroyed the hashes of the events cannot be checked any more: what is left is chained
 * anew, so that the file can be read like any other.
 *
 * @param whole nothing of the events was destroyed
 */
export function printedBook(events: readonly BookEvent[], whole: boolean): string {
  return printEvents(whole ? events : rechained(events));
}

function rechained(events: readonly BookEvent[]): readonly BookEvent[] {
  const present = new Map<string, string>();
  let end = NOTHING_BEFORE;
  return events.flatMap((event) => {
    if (event.kind === 'match-answered' && event.replies.length === 0) return [];
    const { version: _version, prev: _prev, sha256, office, by, at, ...draft } = event;
    const moved = draft.kind === 'undone' ? { ...draft, of: present.get(draft.of) ?? draft.of } : draft;
    const next = chainEvents(end, [moved as DraftEvent], { office, by, at });
    end = next[0]?.sha256 ?? end;
    present.set(sha256, end);
    return next;
  });
}

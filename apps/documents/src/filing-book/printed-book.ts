import { createHash } from 'node:crypto';
import {
  type BookEvent,
  type BookState,
  chainEvents,
  type DraftEvent,
  NOTHING_BEFORE,
  printEvents,
} from '@clearway/filing-book';

/**
 * The book as JSON lines. Where words were destroyed the hashes of the events cannot be checked any more: what is left is chained
 * anew, so that the file can be read like any other.
 *
 * @param whole nothing of the events was destroyed
 */
export function printedBook(events: readonly BookEvent[], whole: boolean): string {
  return printEvents(whole ? events : rechained(events));
}

/**
 * What courts said of cases and what stands of it, as a book of two events: a run pins this and nothing else of the book. The same
 * answers are the same text. '' when there is none.
 */
export function printedAnswers(events: readonly BookEvent[], { replies }: BookState): string {
  const last = events.findLast(({ kind }) => kind === 'match-answered');
  if (!last || replies.size === 0) return '';
  const said = [...replies.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)).map((reply) => ({ ...reply }));
  const hash = createHash('sha256').update(JSON.stringify(said), 'utf8').digest('hex');
  const drafts: DraftEvent[] = [
    { kind: 'match-asked', test: false, refs: said.map(({ ref }) => ref), listSha256: hash },
    { kind: 'match-answered', fileSha256: hash, replies: said },
  ];
  const { office, at } = last;
  return printEvents(chainEvents(NOTHING_BEFORE, drafts, { office, by: 'service:documents', at }));
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

/** An event as it is listed. */
interface ListedEvent<State extends string> {
  readonly seq: number;
  readonly state: State;
}

export interface EventsPage<State extends string, View> {
  readonly items: View[];
  /** Where the next page starts; null at the end. */
  readonly next: string | null;
  /** How many of all there are in each state. */
  readonly counts: Partial<Record<State, number>>;
}

/**
 * A page of an office's events, newest first.
 *
 * @param views all of them, oldest first
 */
export function pageOfEvents<State extends string, View extends ListedEvent<State>>(
  views: readonly View[],
  { state, limit, cursor }: { readonly state: State | null; readonly limit: number; readonly cursor: string | null },
): EventsPage<State, View> {
  const counts: Partial<Record<State, number>> = {};
  for (const view of views) counts[view.state] = (counts[view.state] ?? 0) + 1;
  const before = cursor === null ? Infinity : Number(cursor);
  const wanted = views.filter((view) => view.seq < before && (state === null || view.state === state)).reverse();
  const items = wanted.slice(0, limit);
  return { items, next: wanted.length > limit ? String(items.at(-1)?.seq) : null, counts };
}

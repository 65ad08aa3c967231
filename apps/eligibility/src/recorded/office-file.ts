import { type ContentStore } from '@clearway/content-store';
import { type AnsweredFile } from '@clearway/contracts';

/** Who acts, as the command line has it: the name alone. */
export function nameOf(actor: string): string {
  return actor.replace(/^user:/, '');
}

/** The same name as `recorded_by` of an event has it. */
export function actorOf(name: string): string {
  return `user:${name}`.slice(0, 80);
}

/** The events that are left, as the command line's file; pinned under its owner until the next one is made. */
export async function pinnedFile<Event>(
  store: ContentStore,
  owner: string,
  events: readonly Event[],
  print: (events: readonly Event[]) => string,
): Promise<{ readonly file: AnsweredFile | null; readonly events: number }> {
  if (events.length === 0) return { file: null, events: 0 };
  const bytes = Buffer.from(print(events), 'utf8');
  await store.unpinAll(owner);
  const { sha256 } = await store.put(bytes, { pin: owner });
  return { file: { sha256, bytes: bytes.length }, events: events.length };
}

import { createHash } from 'node:crypto';
import { BookFileError } from '../errors';
import { BookEvent, type DraftEvent } from './event';

/** What the first event names as the one before it. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** Who records, for which office, and when: the app knows, libraries do not. */
export interface Recorder {
  readonly office: string;
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
}

/** Turns drafts into events that follow the one with the hash `end`. */
export function chainEvents(end: string, drafts: readonly DraftEvent[], recorder: Recorder): readonly BookEvent[] {
  let prev = end;
  return drafts.map((draft) => {
    const content = { version: 1 as const, ...recorder, ...draft, prev };
    const sha256 = eventHash(content);
    prev = sha256;
    return BookEvent.parse({ ...content, sha256 });
  });
}

/** Events as lines of `book.jsonl`. */
export function printEvents(events: readonly BookEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** A book that was read. */
export interface ReadBook {
  readonly events: readonly BookEvent[];
  /** Hash of the last event. */
  readonly end: string;
  /** Bytes of the whole lines; what stands behind them was torn off by a crash and was never recorded. */
  readonly wholeBytes: number;
  readonly torn: boolean;
}

/**
 * Reads `book.jsonl`. A last line without its end is torn: power failed while it was written. Throws a BookFileError by line when
 * another cannot be read, or when one was changed, moved or taken out.
 */
export function readBook(text: string): ReadBook {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const events =
    whole === ''
      ? []
      : whole
          .slice(0, -1)
          .split('\n')
          .map((line, i) => eventOf(line, i + 1));
  return {
    events,
    end: verifyChain(events),
    wholeBytes: Buffer.byteLength(whole, 'utf8'),
    torn: whole.length < text.length,
  };
}

/** Checks every hash; gives that of the last event. Throws a BookFileError with the number of the event. */
export function verifyChain(events: readonly BookEvent[]): string {
  let prev = NOTHING_BEFORE;
  const office = events[0]?.office;
  events.forEach((event, i) => {
    const { sha256, ...content } = event;
    if (event.prev !== prev)
      throw new BookFileError(i + 1, 'a line before it was changed, moved or taken out; take the book from the backup');
    if (eventHash(content) !== sha256)
      throw new BookFileError(i + 1, 'was changed after it was recorded; take the book from the backup');
    if (event.office !== office) throw new BookFileError(i + 1, 'is of another office; each office keeps its own book');
    prev = sha256;
  });
  return prev;
}

function eventOf(line: string, number: number): BookEvent {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new BookFileError(number, 'is not JSON; take the book from the backup');
  }
  const { success, data } = BookEvent.safeParse(json);
  if (!success) throw new BookFileError(number, 'is no event of this version of Clearway');
  return data;
}

/** SHA-256 of an event without its own hash, whatever order a database gives its fields. */
export function eventHash(content: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}

/** JSON with the names of each object in code-unit order. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}

import { createHash } from 'node:crypto';

/** What the first line of a chained file names as the hash of the line before it. */
export const NO_LINE_BEFORE = '0'.repeat(64);

/** Who records, and when: the app knows, libraries do not. */
export interface Recorder {
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** The same day as `yyyymmdd`, where a sheet names none. */
  readonly day: number;
}

/** Who records, at an instant; the day is that of this machine. */
export function recorderAt(by: string, now: Date): Recorder {
  const day = now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
  return { by, at: now.toISOString(), day };
}

/** One line of a chained file (JSON lines), beside what it says: it is never changed, only followed by another. */
export interface ChainedEvent {
  readonly format: 1;
  /** Hash of the content: the same words of the same hand and day are one event, however often they are recorded. */
  readonly id: string;
  readonly by: string;
  /** `yyyymmdd`. */
  readonly on: number;
  /** Who recorded it, and when, RFC 3339. */
  readonly recordedBy: string;
  readonly recordedAt: string;
  /** SHA-256 of the line before, 64 zeros in the first: a line that was taken out or changed shows. */
  readonly previous: string;
}

/** A new event with its line, without the line feed, and the line's hash. */
export interface ChainedLine<Content> {
  readonly event: ChainedEvent & Content;
  readonly line: string;
  readonly hash: string;
}

/** What is recorded in one kind of chained file. */
export interface ChainedKind<Draft, Content> {
  /** What a line is called: `correction`. */
  readonly word: string;
  /** The commands that add to it: `clearway fix`. */
  readonly command: string;
  /** Is it the content of an event of this version? What every event has was looked at before. */
  isContent(read: Readonly<Record<string, unknown>>): boolean;
  refusal(line: number, cure: string): Error;
  idOf(draft: Draft): string;
  /** As written; '' and 0 where nobody wrote them. */
  signedOf(draft: Draft): { readonly by: string; readonly on: number };
  contentOf(draft: Draft): Content;
}

/** Reads and verifies a chained file. Throws the kind's refusal with the line. */
export function readChained<Draft, Content>(
  kind: ChainedKind<Draft, Content>,
  text: string,
): readonly (ChainedEvent & Content)[] {
  const events: (ChainedEvent & Content)[] = [];
  let previous = NO_LINE_BEFORE;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const event = eventOf(kind, line, { number: index + 1, isLast: index === lines.length - 1 });
    if (event.previous !== previous)
      throw kind.refusal(
        index + 1,
        `a line before it was changed, moved or taken out; take the file from the backup and add ${kind.word}s only with ${kind.command}`,
      );
    previous = lineHash(line);
    events.push(event);
  }
  return events;
}

/** A last line without its end that is no JSON either was being written when the power failed: nobody was told that it stands. */
export function isTornLine(end: string): boolean {
  if (end.trim() === '') return false;
  try {
    JSON.parse(end);
    return false;
  } catch {
    return true;
  }
}

function eventOf<Draft, Content>(
  kind: ChainedKind<Draft, Content>,
  line: string,
  { number, isLast }: { readonly number: number; readonly isLast: boolean },
): ChainedEvent & Content {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    const cure = isLast
      ? `it is only half written and was never recorded; take it out, or add the next ${kind.word} with ${kind.command}, which puts it aside`
      : 'take the file from the backup';
    throw kind.refusal(number, `is not JSON${isLast ? ': ' : '; '}${cure}`);
  }
  if (isEvent(read) && kind.isContent(read)) return read as unknown as ChainedEvent & Content;
  throw kind.refusal(number, `is no ${kind.word} of this version of Clearway`);
}

function isEvent(read: unknown): read is Readonly<Record<string, unknown>> {
  if (typeof read !== 'object' || read === null) return false;
  const { format, id, by, on, recordedBy, recordedAt, previous }: Partial<Record<keyof ChainedEvent, unknown>> = read;
  if (format !== 1 || typeof on !== 'number' || !areTexts(id, by, recordedBy, recordedAt, previous)) return false;
  return /^[0-9a-f]{16}$/.test(String(id)) && !Number.isNaN(Date.parse(String(recordedAt)));
}

/** Is each a text? */
export function areTexts(...values: readonly unknown[]): boolean {
  return values.every((each) => typeof each === 'string');
}

/**
 * Turns drafts into events that follow the one whose line has the hash `end` (`NO_LINE_BEFORE` where there is none); drafts whose
 * id is known are left out.
 */
export function chainDrafts<Draft, Content>(
  kind: ChainedKind<Draft, Content>,
  { end, known }: { readonly end: string; readonly known: ReadonlySet<string> },
  drafts: readonly Draft[],
  recorder: Recorder,
): readonly ChainedLine<Content>[] {
  const events = drafts.map((draft): ChainedEvent & Content => {
    const signed = kind.signedOf(draft);
    return {
      format: 1,
      id: kind.idOf(draft),
      ...kind.contentOf(draft),
      by: signed.by || recorder.by,
      on: signed.on || recorder.day,
      recordedBy: recorder.by,
      recordedAt: recorder.at,
      previous: end,
    };
  });
  return chainEvents({ end, known }, events);
}

/**
 * Events, as those of another file, as they follow the one whose line has the hash `end`: who recorded them and when stays; those
 * whose id is known are left out.
 */
export function chainEvents<Content>(
  { end, known }: { readonly end: string; readonly known: ReadonlySet<string> },
  events: readonly (ChainedEvent & Content)[],
): readonly ChainedLine<Content>[] {
  const seen = new Set(known);
  const chained: ChainedLine<Content>[] = [];
  let previous = end;
  for (const each of events) {
    if (seen.has(each.id)) continue;
    seen.add(each.id);
    const event = { ...each, previous };
    const line = JSON.stringify(event);
    previous = lineHash(line);
    chained.push({ event, line, hash: previous });
  }
  return chained;
}

/** What was recorded, and the text to append to the file. */
export interface AppendedLines<Content> {
  readonly text: string;
  readonly events: readonly (ChainedEvent & Content)[];
  /** Drafts that the file has already. */
  readonly known: number;
}

/** Turns drafts into lines for the end of a file; what stands there already is left out. Throws the kind's refusal by line. */
export function appendDrafts<Draft, Content>(
  kind: ChainedKind<Draft, Content>,
  before: string,
  drafts: readonly Draft[],
  recorder: Recorder,
): AppendedLines<Content> {
  const known = new Set(readChained(kind, before).map(({ id }) => id));
  const last = before
    .split('\n')
    .filter((line) => line.trim() !== '')
    .pop();
  const end = last === undefined ? NO_LINE_BEFORE : lineHash(last);
  const chained = chainDrafts(kind, { end, known }, drafts, recorder);
  const gap = chained.length === 0 || before === '' || before.endsWith('\n') ? '' : '\n';
  return {
    text: gap + chained.map(({ line }) => `${line}\n`).join(''),
    events: chained.map(({ event }) => event),
    known: drafts.length - chained.length,
  };
}

/** Events as a file, each naming the hash of the line before it. */
export function printChained(events: readonly ChainedEvent[]): string {
  let previous = NO_LINE_BEFORE;
  let text = '';
  for (const event of events) {
    const line = JSON.stringify({ ...event, previous });
    previous = lineHash(line);
    text += `${line}\n`;
  }
  return text;
}

/** Hash by which the next line names this one. */
export function lineHash(line: string): string {
  return createHash('sha256').update(line, 'utf8').digest('hex');
}

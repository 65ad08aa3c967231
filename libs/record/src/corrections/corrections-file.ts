import { createHash } from 'node:crypto';
import { CORRECTION_FIELDS, type Correction, type CorrectionPlace } from './correction';

/** What the first line of a corrections file names as the hash of the line before it. */
export const NO_LINE_BEFORE = '0'.repeat(64);

/** What somebody found, before it is recorded. `by` and `on` as written; '' and 0 where nobody wrote them. */
export interface DraftCorrection extends CorrectionPlace {
  readonly kind: string;
  readonly was: string;
  readonly value: string;
  readonly evidence: string;
  readonly by: string;
  readonly on: number;
}

/** A correction that is taken back. */
export interface DraftUndo {
  readonly of: string;
  readonly reason: string;
}

/** One line of a corrections file: it is never changed, only followed by another. */
export interface CorrectionEvent {
  readonly format: 1;
  /** Hash of the content: the same correction of the same hand and day is one event, however often it is imported. */
  readonly id: string;
  readonly event:
    | ({ readonly what: 'correction' } & Omit<DraftCorrection, 'by' | 'on'>)
    | ({ readonly what: 'undo' } & DraftUndo);
  readonly by: string;
  /** `yyyymmdd`. */
  readonly on: number;
  /** Who recorded it, and when, RFC 3339. */
  readonly recordedBy: string;
  readonly recordedAt: string;
  /** SHA-256 of the line before, 64 zeros in the first: a line that was taken out or changed shows. */
  readonly previous: string;
}

/** A corrections file that cannot be used: the line and the cure, never what stands there. */
export class CorrectionsFileError extends Error {
  override readonly name = 'CorrectionsFileError';
  readonly code = 'corrections.unusable';
  constructor(
    readonly line: number,
    cure: string,
  ) {
    super(`the corrections file cannot be used: line ${line}: ${cure}`);
  }
}

/** Who records, and when: the app knows, libraries do not. */
export interface CorrectionRecorder {
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** The same day as `yyyymmdd`. */
  readonly day: number;
}

/** Reads and verifies a corrections file (JSON lines). Throws a CorrectionsFileError with the line. */
export function readCorrections(text: string): readonly CorrectionEvent[] {
  const events: CorrectionEvent[] = [];
  let previous = NO_LINE_BEFORE;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const event = eventOf(line, index + 1);
    if (event.previous !== previous) {
      throw new CorrectionsFileError(
        index + 1,
        'a line before it was changed, moved or taken out; take the file from the backup and add corrections only with clearway fix',
      );
    }
    previous = lineHash(line);
    events.push(event);
  }
  return events;
}

function eventOf(line: string, number: number): CorrectionEvent {
  let read: Partial<CorrectionEvent>;
  try {
    read = JSON.parse(line) as Partial<CorrectionEvent>;
  } catch {
    throw new CorrectionsFileError(number, 'is not JSON; take the file from the backup');
  }
  const { format, id, event, by, on, recordedBy, recordedAt, previous } = read;
  const texts = [id, by, recordedBy, recordedAt, previous];
  const known =
    event?.what === 'undo'
      ? isText(event.of, event.reason)
      : event?.what === 'correction' &&
        isText(event.person, event.key, event.was, event.value, event.evidence) &&
        CORRECTION_FIELDS.includes(event.field);
  const written = isText(...texts) && /^[0-9a-f]{16}$/.test(id ?? '') && !Number.isNaN(Date.parse(recordedAt ?? ''));
  if (format !== 1 || !written || typeof on !== 'number' || !known)
    throw new CorrectionsFileError(number, 'is no correction of this version of Clearway');
  return read as CorrectionEvent;
}

function isText(...values: readonly unknown[]): boolean {
  return values.every((each) => typeof each === 'string');
}

/** A new event with its line, without the line feed, and the line's hash. */
export interface ChainedCorrection {
  readonly event: CorrectionEvent;
  readonly line: string;
  readonly hash: string;
}

/**
 * Turns drafts into events that follow the one whose line has the hash `end` (`NO_LINE_BEFORE` where there is none); drafts whose
 * id is known are left out.
 */
export function chainCorrections(
  end: string,
  known: ReadonlySet<string>,
  drafts: readonly (DraftCorrection | DraftUndo)[],
  recorder: CorrectionRecorder,
): readonly ChainedCorrection[] {
  const seen = new Set(known);
  const chained: ChainedCorrection[] = [];
  let previous = end;
  for (const draft of drafts) {
    const id = correctionId(draft);
    if (seen.has(id)) continue;
    seen.add(id);
    const signed = 'of' in draft ? { by: '', on: 0 } : draft;
    const event: CorrectionEvent = {
      format: 1,
      id,
      event: contentOf(draft),
      by: signed.by || recorder.by,
      on: signed.on || recorder.day,
      recordedBy: recorder.by,
      recordedAt: recorder.at,
      previous,
    };
    const line = JSON.stringify(event);
    previous = lineHash(line);
    chained.push({ event, line, hash: previous });
  }
  return chained;
}

/**
 * Events of another file as they follow the one whose line has the hash `end`: who recorded them and when stays; those whose id is
 * known are left out.
 */
export function continueCorrections(
  end: string,
  known: ReadonlySet<string>,
  events: readonly CorrectionEvent[],
): readonly ChainedCorrection[] {
  const seen = new Set(known);
  const chained: ChainedCorrection[] = [];
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

/** What to append to the text of a file, what was recorded, and how many drafts the file had already. */
export function appendCorrections(
  before: string,
  drafts: readonly (DraftCorrection | DraftUndo)[],
  recorder: CorrectionRecorder,
): { readonly text: string; readonly events: readonly CorrectionEvent[]; readonly known: number } {
  const ids = new Set(readCorrections(before).map(({ id }) => id));
  const last = before
    .split('\n')
    .filter((line) => line.trim() !== '')
    .pop();
  const chained = chainCorrections(last === undefined ? NO_LINE_BEFORE : lineHash(last), ids, drafts, recorder);
  const gap = chained.length === 0 || before === '' || before.endsWith('\n') ? '' : '\n';
  return {
    text: gap + chained.map(({ line }) => `${line}\n`).join(''),
    events: chained.map(({ event }) => event),
    known: drafts.length - chained.length,
  };
}

/** Events as a corrections file, each naming the hash of the line before it. */
export function printCorrections(events: readonly CorrectionEvent[]): string {
  let previous = NO_LINE_BEFORE;
  let text = '';
  for (const event of events) {
    const line = JSON.stringify({ ...event, previous });
    previous = lineHash(line);
    text += `${line}\n`;
  }
  return text;
}

/** What stands after all events: of each place the last correction, without what was undone. An undo can be undone. */
export function correctionsInForce(events: readonly CorrectionEvent[]): readonly Correction[] {
  const undone = undoneCorrections(events);
  const standing = new Map<string, Correction>();
  for (const { id, event, by, on } of events) {
    if (undone.has(id) || event.what === 'undo') continue;
    const { person, key, field, was, value, evidence } = event;
    const place = JSON.stringify([person, key, field]);
    standing.delete(place);
    standing.set(place, { id, person, key, field, was, value, evidence, by, on });
  }
  return [...standing.values()];
}

/** Ids of the events that an undo took back. */
export function undoneCorrections(events: readonly CorrectionEvent[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { id, event } of [...events].reverse()) if (event.what === 'undo' && !undone.has(id)) undone.add(event.of);
  return undone;
}

function contentOf(draft: DraftCorrection | DraftUndo): CorrectionEvent['event'] {
  if ('of' in draft) return { what: 'undo', of: draft.of, reason: draft.reason };
  const { kind, person, key, field, was, value, evidence } = draft;
  return { what: 'correction', kind, person, key, field, was, value, evidence };
}

export function correctionId(draft: DraftCorrection | DraftUndo): string {
  const signed = 'of' in draft ? ['', 0] : [draft.by, draft.on];
  const content = JSON.stringify([Object.entries(contentOf(draft)).sort(([a], [b]) => (a < b ? -1 : 1)), ...signed]);
  return createHash('sha256').update(`clearway/correction/1\n${content}`).digest('hex').slice(0, 16);
}

function lineHash(line: string): string {
  return createHash('sha256').update(line, 'utf8').digest('hex');
}

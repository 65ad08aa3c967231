import { createHash } from 'node:crypto';
import {
  type AppendedLines,
  appendDrafts,
  areTexts,
  chainDrafts,
  chainEvents,
  type ChainedEvent,
  type ChainedKind,
  type ChainedLine,
  printChained,
  readChained,
  type Recorder,
} from '../chained-lines/chained-lines';
import { CORRECTION_FIELDS, type Correction, type CorrectionPlace } from './correction';

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

/** What a line of a corrections file says. */
export interface CorrectionContent {
  readonly event:
    | ({ readonly what: 'correction' } & Omit<DraftCorrection, 'by' | 'on'>)
    | ({ readonly what: 'undo' } & DraftUndo);
}

/** One line of a corrections file. */
export type CorrectionEvent = ChainedEvent & CorrectionContent;

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

const CORRECTIONS: ChainedKind<DraftCorrection | DraftUndo, CorrectionContent> = {
  word: 'correction',
  command: 'clearway fix',
  isContent: ({ event }) => isContent(event as Partial<CorrectionContent['event']> | null | undefined),
  refusal: (line, cure) => new CorrectionsFileError(line, cure),
  idOf: correctionId,
  signedOf: (draft) => ('of' in draft ? { by: '', on: 0 } : draft),
  contentOf: (draft) => ({ event: contentOf(draft) }),
};

function isContent(event: Partial<CorrectionContent['event']> | null | undefined): boolean {
  if (event?.what === 'undo') return areTexts(event.of, event.reason);
  if (event?.what !== 'correction' || event.field === undefined) return false;
  const { person, key, field, was, value, evidence } = event;
  return areTexts(person, key, was, value, evidence) && CORRECTION_FIELDS.includes(field);
}

/** Reads and verifies a corrections file (JSON lines). Throws a CorrectionsFileError with the line. */
export function readCorrections(text: string): readonly CorrectionEvent[] {
  return readChained(CORRECTIONS, text);
}

/** Turns drafts into events that follow the one whose line has the hash `end`; drafts whose id is known are left out. */
export function chainCorrections(
  end: string,
  known: ReadonlySet<string>,
  drafts: readonly (DraftCorrection | DraftUndo)[],
  recorder: Recorder,
): readonly ChainedLine<CorrectionContent>[] {
  return chainDrafts(CORRECTIONS, { end, known }, drafts, recorder);
}

/**
 * Events of another file as they follow the one whose line has the hash `end`: who recorded them and when stays; those whose id is
 * known are left out.
 */
export function continueCorrections(
  end: string,
  known: ReadonlySet<string>,
  events: readonly CorrectionEvent[],
): readonly ChainedLine<CorrectionContent>[] {
  return chainEvents({ end, known }, events);
}

/** What to append to the text of a file, what was recorded, and how many drafts the file had already. */
export function appendCorrections(
  before: string,
  drafts: readonly (DraftCorrection | DraftUndo)[],
  recorder: Recorder,
): AppendedLines<CorrectionContent> {
  return appendDrafts(CORRECTIONS, before, drafts, recorder);
}

/** Events as a corrections file, each naming the hash of the line before it. */
export function printCorrections(events: readonly CorrectionEvent[]): string {
  return printChained(events);
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

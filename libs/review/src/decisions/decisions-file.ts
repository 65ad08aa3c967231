import { createHash } from 'node:crypto';
import { DecisionsFileError } from '../errors';
import { inOrder, pairId } from '../same-person/asked-pair';
import { type Decision, DECISION_KINDS, type DecisionEvent, decisionId, type DraftDecision, isJoin } from './decision';

/** What the first line of a decisions file names as the hash of the line before it. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** Who records, and when: the app knows, libraries do not. */
export interface Recorder {
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** The same day as `yyyymmdd`, where a sheet names none. */
  readonly day: number;
}

/**
 * Reads a decisions file (JSON lines). Throws a DecisionsFileError with the line when one cannot be read, or when a line was
 * changed or taken out: each names the hash of the one before.
 */
export function readDecisions(text: string): readonly DecisionEvent[] {
  const events: DecisionEvent[] = [];
  let previous = NOTHING_BEFORE;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const event = eventOf(line, index + 1);
    if (event.previous !== previous) {
      throw new DecisionsFileError(
        index + 1,
        'a line before it was changed, moved or taken out; take the file from the backup and add decisions only with clearway review',
      );
    }
    previous = decisionHash(line);
    events.push(event);
  }
  return events;
}

function eventOf(line: string, number: number): DecisionEvent {
  let event: Partial<DecisionEvent>;
  try {
    event = JSON.parse(line) as Partial<DecisionEvent>;
  } catch {
    throw new DecisionsFileError(number, 'is not JSON; take the file from the backup');
  }
  const { format, id, person, key, basis, decision, by, on, recordedBy, recordedAt, previous } = event;
  const texts = [id, person, key, basis, by, recordedBy, recordedAt, previous].every(
    (each) => typeof each === 'string',
  );
  if (
    format !== 1 ||
    !texts ||
    !/^[0-9a-f]{16}$/.test(id ?? '') ||
    Number.isNaN(Date.parse(recordedAt ?? '')) ||
    typeof on !== 'number' ||
    !decision ||
    !DECISION_KINDS.includes(decision.kind) ||
    !isOfItsPair(decision, key ?? '')
  ) {
    throw new DecisionsFileError(number, 'is no decision of this version of Clearway');
  }
  return event as DecisionEvent;
}

/** Is a decision about two records about the pair that its line names? */
function isOfItsPair(decision: Decision, key: string): boolean {
  if (!isJoin(decision)) return true;
  const [one, other, ...more]: readonly unknown[] = Array.isArray(decision.records) ? decision.records : [];
  if (typeof one !== 'string' || typeof other !== 'string' || more.length > 0) return false;
  return inOrder(one, other)[0] === one && key === pairId(one, other);
}

/** What was recorded, and the text to append to the file. */
export interface Recorded {
  readonly text: string;
  readonly events: readonly DecisionEvent[];
  /** Drafts that the file has already. */
  readonly known: number;
}

/** Turns drafts into lines for the end of the file; what stands there already is left out. */
export function recordDecisions(before: string, drafts: readonly DraftDecision[], recorder: Recorder): Recorded {
  const known = new Set(readDecisions(before).map(({ id }) => id));
  const lines = before.split('\n').filter((line) => line.trim() !== '');
  const end = lines.length === 0 ? NOTHING_BEFORE : decisionHash(lines[lines.length - 1] ?? '');
  const chained = chainDecisions(end, known, drafts, recorder);
  const events = chained.map(({ event }) => event);
  if (events.length === 0) return { text: '', events, known: drafts.length };
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  const text = gap + chained.map(({ line }) => `${line}\n`).join('');
  return { text, events, known: drafts.length - events.length };
}

/** A new event with its line and the line's hash. */
export interface ChainedDecision {
  readonly event: DecisionEvent;
  /** Without the line feed. */
  readonly line: string;
  readonly hash: string;
}

/**
 * Turns drafts into events that follow the one whose line has the hash `end`; drafts whose id is known are left out.
 *
 * @param end `NOTHING_BEFORE` where there is none yet
 */
export function chainDecisions(
  end: string,
  known: ReadonlySet<string>,
  drafts: readonly DraftDecision[],
  recorder: Recorder,
): readonly ChainedDecision[] {
  const seen = new Set(known);
  const chained: ChainedDecision[] = [];
  let previous = end;
  for (const draft of drafts) {
    const id = decisionId(draft);
    if (seen.has(id)) continue;
    seen.add(id);
    const event: DecisionEvent = {
      format: 1,
      id,
      person: draft.person,
      key: draft.key,
      basis: draft.basis,
      decision: draft.decision,
      by: draft.signed.by || recorder.by,
      on: draft.signed.on || recorder.day,
      recordedBy: recorder.by,
      recordedAt: recorder.at,
      previous,
    };
    const line = JSON.stringify(event);
    previous = decisionHash(line);
    chained.push({ event, line, hash: previous });
  }
  return chained;
}

/**
 * Events of another file as they follow the one whose line has the hash `end`: who recorded them and when stays; those whose id is
 * known are left out.
 */
export function continueDecisions(
  end: string,
  known: ReadonlySet<string>,
  events: readonly DecisionEvent[],
): readonly ChainedDecision[] {
  const seen = new Set(known);
  const chained: ChainedDecision[] = [];
  let previous = end;
  for (const each of events) {
    if (seen.has(each.id)) continue;
    seen.add(each.id);
    const event = { ...each, previous };
    const line = JSON.stringify(event);
    previous = decisionHash(line);
    chained.push({ event, line, hash: previous });
  }
  return chained;
}

/** Events as a decisions file, each naming the hash of the line before it. */
export function printDecisions(events: readonly DecisionEvent[]): string {
  let previous = NOTHING_BEFORE;
  let text = '';
  for (const event of events) {
    const line = JSON.stringify({ ...event, previous });
    previous = decisionHash(line);
    text += `${line}\n`;
  }
  return text;
}

/** Hash by which the next line names this one. */
export function decisionHash(line: string): string {
  return createHash('sha256').update(line, 'utf8').digest('hex');
}

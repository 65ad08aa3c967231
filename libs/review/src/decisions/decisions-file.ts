import {
  type AppendedLines,
  appendDrafts,
  areTexts,
  chainDrafts,
  chainEvents,
  type ChainedKind,
  type ChainedLine,
  printChained,
  readChained,
  type Recorder,
} from '@clearway/record';
import { DecisionsFileError } from '../errors';
import { inOrder, pairId } from '../same-person/asked-pair';
import {
  type Decision,
  DECISION_KINDS,
  type DecisionContent,
  type DecisionEvent,
  decisionId,
  type DraftDecision,
  isJoin,
} from './decision';

const DECISIONS: ChainedKind<DraftDecision, DecisionContent> = {
  word: 'decision',
  command: 'clearway review',
  isContent: ({ person, key, basis, decision }) =>
    areTexts(person, key, basis) && isDecision(decision as Partial<Decision> | null | undefined, key),
  refusal: (line, cure) => new DecisionsFileError(line, cure),
  idOf: decisionId,
  signedOf: ({ signed }) => signed,
  contentOf: ({ person, key, basis, decision }) => ({ person, key, basis, decision }),
};

function isDecision(decision: Partial<Decision> | null | undefined, key: unknown): boolean {
  if (!decision?.kind || !DECISION_KINDS.includes(decision.kind)) return false;
  return isOfItsPair(decision as Decision, key);
}

/** Is a decision about two records about the pair that its line names? */
function isOfItsPair(decision: Decision, key: unknown): boolean {
  if (!isJoin(decision)) return true;
  const [one, other, ...more]: readonly unknown[] = Array.isArray(decision.records) ? decision.records : [];
  if (typeof one !== 'string' || typeof other !== 'string' || more.length > 0) return false;
  return inOrder(one, other)[0] === one && key === pairId(one, other);
}

/** Reads and verifies a decisions file (JSON lines). Throws a DecisionsFileError with the line. */
export function readDecisions(text: string): readonly DecisionEvent[] {
  return readChained(DECISIONS, text);
}

/** Turns drafts into lines for the end of the file; what stands there already is left out. */
export function recordDecisions(
  before: string,
  drafts: readonly DraftDecision[],
  recorder: Recorder,
): AppendedLines<DecisionContent> {
  return appendDrafts(DECISIONS, before, drafts, recorder);
}

/** Turns drafts into events that follow the one whose line has the hash `end`; drafts whose id is known are left out. */
export function chainDecisions(
  end: string,
  known: ReadonlySet<string>,
  drafts: readonly DraftDecision[],
  recorder: Recorder,
): readonly ChainedLine<DecisionContent>[] {
  return chainDrafts(DECISIONS, { end, known }, drafts, recorder);
}

/**
 * Events of another file as they follow the one whose line has the hash `end`: who recorded them and when stays; those whose id is
 * known are left out.
 */
export function continueDecisions(
  end: string,
  known: ReadonlySet<string>,
  events: readonly DecisionEvent[],
): readonly ChainedLine<DecisionContent>[] {
  return chainEvents({ end, known }, events);
}

/** Events as a decisions file, each naming the hash of the line before it. */
export function printDecisions(events: readonly DecisionEvent[]): string {
  return printChained(events);
}

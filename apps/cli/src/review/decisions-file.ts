import { type AppendedLines, isTornLine, recorderAt } from '@clearway/record';
import { type DecisionContent, type DraftDecision, recordDecisions } from '@clearway/review';
import { type AppendOnlyFile, appendTo, recordedText } from '../append-only/append-only-file';
import { recordedBy } from '../court/who';

/** A decisions file of the office. */
function decisionsFile(path: string): AppendOnlyFile {
  const locked = { code: 'decisions.locked', doing: 'adding decisions' };
  return { path, lock: `${path}.lock`, locked, isTorn: isTornLine, closed: false };
}

/** The text of a decisions file; '' when there is none yet. */
export function decisionsText(path: string): Promise<string> {
  return recordedText(decisionsFile(path));
}

/** Appends decisions to the file, with who sits at this machine and when. One writer at a time, else the chain would break. */
export function appendDecisions(
  path: string,
  drafts: readonly DraftDecision[],
): Promise<AppendedLines<DecisionContent>> {
  const recorder = recorderAt(recordedBy(undefined), new Date());
  return appendTo(decisionsFile(path), (before) => recordDecisions(before, drafts, recorder));
}

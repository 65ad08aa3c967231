import {
  appendCorrections,
  type CorrectionEvent,
  type DraftCorrection,
  type DraftUndo,
  isTornLine,
  recorderAt,
} from '@clearway/record';
import { type AppendOnlyFile, appendTo, recordedText } from '../append-only/append-only-file';
import { recordedBy } from '../court/who';

/** A corrections file of the office. */
function correctionsFile(path: string): AppendOnlyFile {
  const locked = { code: 'corrections.locked', doing: 'adding corrections' };
  return { path, lock: `${path}.lock`, locked, isTorn: isTornLine, closed: false };
}

/** The text of a corrections file; '' when there is none yet. */
export function correctionsText(path: string): Promise<string> {
  return recordedText(correctionsFile(path));
}

/** Appends corrections to the file, with who sits at this machine and when. One writer at a time, else the chain would break. */
export function storeCorrections(
  path: string,
  drafts: readonly (DraftCorrection | DraftUndo)[],
): Promise<{ readonly events: readonly CorrectionEvent[]; readonly known: number }> {
  const recorder = recorderAt(recordedBy(undefined), new Date());
  return appendTo(correctionsFile(path), (before) => appendCorrections(before, drafts, recorder));
}

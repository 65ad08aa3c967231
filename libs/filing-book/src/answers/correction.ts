import { compareLines } from '../batch/difference';
import { type DraftEvent } from '../events/event';
import { type BatchState, type LineState } from '../state/book-state';

/**
 * The event that puts a new batch in the place of a released one: which lines go on in it. Lines that the court has answered for good
 * are not taken over, and show in the problems of the event when the new batch has them.
 */
export function batchCorrected(
  old: BatchState,
  next: BatchState,
  why: string,
  rest: 'withdrawn' | 'stays',
): DraftEvent {
  const inNext = new Map([...next.lines.values()].map(({ key, ref }) => [key, ref]));
  const moved = [...old.lines.values()].flatMap(({ key, ref, movedTo }: LineState) => {
    const to = inNext.get(key);
    return to === undefined || movedTo ? [] : [{ ref, to }];
  });
  return { kind: 'batch-corrected', batch: old.batch, correctedBy: next.batch, why, moved, rest };
}

/** What a correction changes, by hashes alone. */
export function correctionOf(old: BatchState, next: BatchState): ReturnType<typeof compareLines> {
  return compareLines(old.lines.values(), next.lines.values());
}

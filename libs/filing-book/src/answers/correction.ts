import { compareLines } from '../batch/difference';
import { type DraftEvent } from '../events/event';
import { type BatchState, type BookState, type LineState } from '../state/book-state';

/**
 * The event that puts a new batch in the place of a released one: which lines go on in it, and which are not asked for any more. Lines that
 * the court has answered for good are not left out: they show in the problems of the event when the new batch has them.
 *
 * @param withdraw `rest`: every line without an answer that the new batch does not have
 */
export function batchCorrected(
  old: BatchState,
  next: BatchState,
  why: string,
  withdraw: 'rest' | readonly string[] = [],
): EventDraft {
  const inNext = new Map([...next.lines.values()].map(({ key, ref }) => [key, ref]));
  const lines = [...old.lines.values()].filter(({ movedTo, withdrawn }) => !movedTo && !withdrawn);
  const moved = lines.flatMap(({ key, ref }: LineState) => {
    const to = inNext.get(key);
    return to === undefined ? [] : [{ ref, to }];
  });
  const withdrawn =
    withdraw === 'rest'
      ? lines.filter(({ key, answer }) => !inNext.has(key) && !answer).map(({ ref }) => ref)
      : [...withdraw];
  return { kind: 'batch-corrected', batch: old.batch, correctedBy: next.batch, why, moved, withdrawn };
}

type EventDraft = Extract<DraftEvent, { kind: 'batch-corrected' }>;

/** The batch that a new one corrects, and before it those that that one corrected: a line can still stand in any of them. */
export function correctedChain(state: BookState, next: BatchState): readonly BatchState[] {
  const chain: BatchState[] = [];
  for (let at = state.batches.get(next.corrects); at && !chain.includes(at); at = state.batches.get(at.corrects))
    chain.push(at);
  return chain;
}

/** What a correction changes, by hashes alone. */
export function correctionOf(old: BatchState, next: BatchState): ReturnType<typeof compareLines> {
  return compareLines(old.lines.values(), next.lines.values());
}

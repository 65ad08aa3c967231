import { type EventOf } from '../events/event';
import { type BatchState, FINAL_ANSWERS, type LineState } from './book-state';

type Report = (code: string, refs: readonly string[], words: string) => void;

/** A batch with the answers of a receipt; what cannot be is reported and not taken. */
export function answersTaken(batch: BatchState, event: EventOf<'receipt-recorded'>, report: Report): BatchState {
  if (batch.stage !== 'released' && batch.stage !== 'sent') {
    report('batch.not-released', [], 'the court answers for a batch that was never released: is it the right batch?');
    return batch;
  }
  const lines = new Map(batch.lines);
  const found: Record<'unknown' | 'moved' | 'twice' | 'contradiction', string[]> = {
    unknown: [],
    moved: [],
    twice: [],
    contradiction: [],
  };
  for (const { ref, answer, on, caseNumber, note } of event.lines) {
    const line = lines.get(ref);
    if (!line) found.unknown.push(ref);
    else if (line.movedTo || line.withdrawn) found.moved.push(ref);
    else {
      const fits = fitOf(line, answer, on);
      if (fits === 'new') lines.set(ref, { ...line, answer: { answer, on, caseNumber, note, event: event.sha256 } });
      else found[fits].push(ref);
    }
  }
  if (found.unknown.length > 0)
    report('line.unknown', found.unknown, 'the batch has no such line: is it the right batch?');
  if (found.moved.length > 0)
    report(
      'line.moved',
      found.moved,
      'the line was taken out by a correction: answer it in the batch that corrects this one',
    );
  if (found.twice.length > 0)
    report('line.answered-twice', found.twice, 'the court answered the same before: nothing is changed');
  if (found.contradiction.length > 0)
    report(
      'line.contradiction',
      found.contradiction,
      'the court answered otherwise before: ask it which holds, then take the earlier answer back with undo',
    );
  return { ...batch, lines };
}

/**
 * How an answer fits to what is known. What a court did not find, or found different, it can find later; what it granted, denied
 * or found done before does not change by itself.
 */
export function fitOf(
  { answer: before }: LineState,
  answer: EventOf<'receipt-recorded'>['lines'][number]['answer'],
  on: string,
): 'new' | 'twice' | 'contradiction' {
  if (!before) return 'new';
  if (before.answer === answer) return 'twice';
  return FINAL_ANSWERS.has(before.answer) || on < before.on ? 'contradiction' : 'new';
}

/** A batch with the lines of which the state was told. */
export function toldTaken(batch: BatchState, event: EventOf<'state-told'>, report: Report): BatchState {
  const lines = new Map(batch.lines);
  const wrong: string[] = [];
  for (const ref of event.refs) {
    const line = lines.get(ref);
    if (line?.answer?.answer !== 'granted' || event.on < line.answer.on) wrong.push(ref);
    else lines.set(ref, { ...line, told: line.told ?? event.on });
  }
  if (wrong.length > 0)
    report(
      'line.not-granted',
      wrong,
      'the state is told of orders: these lines are not granted, or were granted later',
    );
  return { ...batch, lines };
}

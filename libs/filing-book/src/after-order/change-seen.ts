import { type Count, type Disposition, type DispositionKind, isFullDate } from '@clearway/record';

/**
 * What a later file shows of a granted line. `gone`: the person is there, the conviction is not any more, as it should be after a
 * sealing; `not-in-file`: nothing of the person or case is there, so nothing can be said; `cannot-tell`: it is there in words that
 * nobody foresaw.
 */
export type Seen = 'changed' | 'did-not-change' | 'gone' | 'not-in-file' | 'cannot-tell';

/** PC 1203.4 and 17(b) are not among them: they leave the conviction, and may have stood there before. */
const LIFTED: ReadonlySet<DispositionKind> = new Set(['dismissed', 'sealed', 'relief-11361.8']);
const REDUCED: ReadonlySet<DispositionKind> = new Set([...LIFTED, 'reduced-17b']);

/**
 * What a count of the state's record shows of the relief that was ordered on a day (`yyyymmdd`). What stood there before the order
 * is no effect of it; what has no day of its own cannot tell.
 */
export function changeInCount({ dispositions }: Count, relief: string, ordered: number): Seen {
  const at = dispositions.findIndex(({ kind }) => kind === 'convicted');
  const wanted = relief.startsWith('redesignate') || relief === 'recall-and-resentence' ? REDUCED : LIFTED;
  const grade =
    relief === 'redesignate-misdemeanor'
      ? 'misdemeanor'
      : relief === 'redesignate-infraction'
        ? 'infraction'
        : undefined;
  const shown = dispositions
    .slice(at + 1)
    .filter(
      ({ kind, severity }) => wanted.has(kind) || (grade !== undefined && severity === grade && kind === 'convicted'),
    );
  const seen = shown.map((each) => sinceOrder(each, ordered));
  return seen.includes('changed') ? 'changed' : seen.includes('cannot-tell') ? 'cannot-tell' : 'did-not-change';
}

/** The state's step often keeps the day of the conviction: only the disposition's own day says that it came before. */
function sinceOrder({ dispositionDate, date }: Disposition, ordered: number): Seen {
  if (isFullDate(dispositionDate)) return dispositionDate >= ordered ? 'changed' : 'did-not-change';
  return isFullDate(date) && date >= ordered ? 'changed' : 'cannot-tell';
}

const UNDONE = /\b(?:NOT|UN|DENIED|DENY|DENIAL)\b/;
const GIVEN = /DISM|SEAL|REDES|REDUC|VACAT|EXPUNG|SET\s*ASIDE|1203\.4|11361\.[89]|PROP(?:OSITION)?\s*64/;
const STANDS = /CONVICT|GUILTY|PLEA|PLED|NOLO|SENTENCED|STANDS/;

/** The same from the words of a court's file; an empty cell, or words that nobody foresaw, cannot tell. */
export function changeInWords(disposition: string): Seen {
  const text = disposition.toUpperCase();
  if (GIVEN.test(text)) return UNDONE.test(text) ? 'did-not-change' : 'changed';
  return STANDS.test(text) ? 'did-not-change' : 'cannot-tell';
}

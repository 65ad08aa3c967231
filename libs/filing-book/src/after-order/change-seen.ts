import { type Count, type DispositionKind } from '@clearway/record';
import { type Seen } from './after-order';

const LIFTED: ReadonlySet<DispositionKind> = new Set(['dismissed', 'sealed', 'relief-11361.8', 'set-aside-1203.4']);
const REDUCED: ReadonlySet<DispositionKind> = new Set([...LIFTED, 'reduced-17b']);

/** What a count of the state's record shows of the relief that was ordered. A dismissal needs more than a reduction. */
export function changeInCount({ dispositions }: Count, relief: string): Seen {
  const at = dispositions.findIndex(({ kind }) => kind === 'convicted');
  const after = dispositions.slice(at + 1);
  const wanted = relief.startsWith('redesignate') || relief === 'recall-and-resentence' ? REDUCED : LIFTED;
  if (after.some(({ kind }) => wanted.has(kind))) return 'changed';
  const grade =
    relief === 'redesignate-misdemeanor'
      ? 'misdemeanor'
      : relief === 'redesignate-infraction'
        ? 'infraction'
        : undefined;
  const last = [...dispositions].reverse().find(({ severity }) => severity !== 'unknown');
  if (grade !== undefined && last?.severity === grade && dispositions.length > 1) return 'changed';
  return 'did-not-change';
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

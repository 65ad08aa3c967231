import { type FilingLine } from '../filing/filing-plan';

/** The arrest is sealed with the case: where every conviction of the person's case is dismissed and sealed. */
export function arrestToo(line: Pick<FilingLine, 'effect' | 'relief'>): boolean {
  return line.effect !== 'one-count' && line.relief === 'dismiss-and-seal';
}

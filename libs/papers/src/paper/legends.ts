import { type FilingLine } from '../filing/filing-plan';
import { fillWords } from '../words/fill-words';
import { EXHIBIT_WORDS } from '../words/order-words';
import { groundsIn } from './grounds';
import { type Block } from './paper';

/** What the letters behind the relief stand for; nothing where every line is of the statute. */
export function groundLegend(lines: readonly FilingLine[]): readonly Block[] {
  const grounds = groundsIn(lines);
  if (grounds.length === 0) return [];
  const groundMarks = grounds.map(({ mark }) => mark).join(', ');
  return [{ kind: 'paragraph', text: fillWords(EXHIBIT_WORDS.groundLegend, { groundMarks }), tight: true, before: 'table' }];
}

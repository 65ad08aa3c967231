import { type FilingLine } from '../filing/filing-plan';
import { type PaperValues } from './vocabulary';

type Section = '11357' | '11358' | '11359' | '11360' | '11362.1';
type Lettered = '11357a' | '11357b' | '11357c' | '11360b';

type SectionValues = Pick<
  PaperValues,
  `section.${Section | Lettered}` | `count.${Section}` | 'otherSections' | 'otherSectionsText' | 'accessory'
>;

/**
 * The boxes of forms: which sections, and `x2` for two counts of one. An attempt or a conspiracy is no conviction of the section
 * itself and stands among the others.
 */
export function sectionValues(lines: readonly FilingLine[]): SectionValues {
  const counts = new Map<string, number>();
  const add = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const others = new Map<string, number>();
  for (const { citation } of lines) {
    const match = /^HS (11357|11358|11359|11360|11362\.1)((?:\([^)]*\))*)$/.exec(citation.trim());
    if (!match) {
      others.set(citation, (others.get(citation) ?? 0) + 1);
      continue;
    }
    const [, section = '', subdivision = ''] = match;
    add(section);
    const letter = /^\(([a-z])\)/i.exec(subdivision)?.[1];
    if (letter) add(`${section}${letter.toLowerCase()}`);
  }
  const times = (number: number): string => (number > 1 ? `x${number}` : '');
  const has = (section: string): boolean => counts.has(section);
  const count = (section: string): string => times(counts.get(section) ?? 0);
  return {
    'section.11357': has('11357'),
    'section.11358': has('11358'),
    'section.11359': has('11359'),
    'section.11360': has('11360'),
    'section.11362.1': has('11362.1'),
    'section.11357a': has('11357a'),
    'section.11357b': has('11357b'),
    'section.11357c': has('11357c'),
    'section.11360b': has('11360b'),
    'count.11357': count('11357'),
    'count.11358': count('11358'),
    'count.11359': count('11359'),
    'count.11360': count('11360'),
    'count.11362.1': count('11362.1'),
    otherSections: others.size > 0,
    otherSectionsText: [...others]
      .map(([citation, number]) => [citation, times(number)].filter((part) => part !== '').join(' '))
      .join(', '),
    accessory: lines.some(({ citation }) => /\bPC 32(?![\d.])/.test(citation)),
  };
}

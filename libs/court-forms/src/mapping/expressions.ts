import { type Condition, type TextPart, type ValueFormat } from './mapping';

const NAME = /^[A-Za-z][A-Za-z0-9._-]*$/;
const JOINERS = new Set(['and', 'or', 'not']);
const FORMATS: readonly ValueFormat[] = ['us-date', 'long-date', 'upper', 'digits'];

/** Either what was meant, or what is wrong with it. */
export type Parsed<T> = { readonly value: T } | { readonly wrong: string };

/** `always`, `name`, `not name`, `a and not b or c`; `and` binds before `or`. */
export function parseCondition(text: string): Parsed<Condition> {
  if (text.trim() === 'always') return { value: [[]] };
  const alternatives: { name: string; not: boolean }[][] = [[]];
  let not = false;
  let nameExpected = true;
  for (const word of text.trim().split(/\s+/)) {
    if (nameExpected && word === 'not' && !not) not = true;
    else if (nameExpected && NAME.test(word) && !JOINERS.has(word) && word !== 'always') {
      alternatives.at(-1)?.push({ name: word, not });
      [not, nameExpected] = [false, false];
    } else if (!nameExpected && (word === 'and' || word === 'or')) {
      if (word === 'or') alternatives.push([]);
      nameExpected = true;
    } else return { wrong: CONDITION_SHAPE };
  }
  return nameExpected ? { wrong: CONDITION_SHAPE } : { value: alternatives };
}

const CONDITION_SHAPE =
  'cannot be read as a condition: write "always", a name, "not name", or several with "and" and "or"';

/** Words with names in braces: `{caseNumber} of {asOf|long-date}`; `{{` and `}}` are braces. */
export function parseText(text: string): Parsed<readonly TextPart[]> {
  const parts: TextPart[] = [];
  let words = '';
  for (let rest = text; rest !== ''; ) {
    const piece = /^(?:\{\{|\}\}|\{[^{}]*\}|[^{}]+)/.exec(rest)?.[0];
    if (piece === undefined) return { wrong: 'has a brace without its partner: write {name}, or {{ for a brace' };
    rest = rest.slice(piece.length);
    if (piece === '{{' || piece === '}}') words += piece[0];
    else if (piece.startsWith('{')) {
      const part = placeholder(piece.slice(1, -1));
      if ('wrong' in part) return part;
      if (words !== '') parts.push({ words });
      words = '';
      parts.push(part.value);
    } else words += piece;
  }
  if (words !== '') parts.push({ words });
  return { value: parts };
}

function placeholder(inside: string): Parsed<TextPart> {
  const [name = '', format, ...more] = inside.split('|').map((each) => each.trim());
  if (!NAME.test(name) || more.length > 0)
    return { wrong: `has {${inside}}, which is not a name: write {name} or {name|us-date}` };
  if (format === undefined) return { value: { value: name } };
  const known = FORMATS.find((each) => each === format);
  return known
    ? { value: { value: name, format: known } }
    : { wrong: `has no format "${format}": use ${FORMATS.join(', ')}` };
}

/** A name alone, for `value:`. */
export function parseName(text: string): Parsed<string> {
  const name = text.trim();
  return NAME.test(name) && !JOINERS.has(name)
    ? { value: name }
    : { wrong: 'must be the name of one value: letters, digits, points and hyphens' };
}

import { type FilingLine } from '../filing/filing-plan';
import { counted } from '../filing/printed-values';

/** An authority for relief beyond the statute, with the lines of a packet that are filed on it. */
export interface Ground {
  /** Stands behind the relief of its lines: `(a)`. */
  readonly mark: string;
  readonly authority: string;
  readonly lines: readonly number[];
}

/** The authorities that the lines of a packet use, in the order of their first line. None that no line uses. */
export function groundsIn(lines: readonly FilingLine[]): readonly Ground[] {
  const numbers = new Map<string, number[]>();
  for (const { authority, line } of lines) {
    if (authority === '') continue;
    const known = numbers.get(authority);
    if (known) known.push(line);
    else numbers.set(authority, [line]);
  }
  return [...numbers].map(([authority, own], i) => ({ mark: `(${letters(i)})`, authority, lines: own }));
}

/** The mark behind the relief of each line, by the authority; nothing for relief of the statute. */
export function groundMarks(lines: readonly FilingLine[]): ReadonlyMap<string, string> {
  return new Map(groundsIn(lines).map(({ authority, mark }) => [authority, mark]));
}

/** More stretches of lines than this are not listed: their mark finds them. */
const LISTED = 40;

/** `line 4, marked (a)`, `lines 1 to 3, 7 and 9, marked (b)`; of very many only how many there are. */
export function groundLines({ lines, mark }: Ground): string {
  const stretches: [number, number][] = [];
  for (const line of lines) {
    const last = stretches[stretches.length - 1];
    if (last && last[1] + 1 === line) last[1] = line;
    else stretches.push([line, line]);
  }
  if (stretches.length > LISTED) return `the ${counted(lines.length, 'line')} marked ${mark}`;
  const parts = stretches.map(([first, last]) =>
    first === last ? String(first) : `${first} ${last === first + 1 ? 'and' : 'to'} ${last}`,
  );
  const list =
    parts.length === 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1] ?? ''}`;
  return `${lines.length === 1 ? 'line' : 'lines'} ${list}, marked ${mark}`;
}

/** `a` to `z`, then `aa`. */
function letters(i: number): string {
  const letter = String.fromCharCode(97 + (i % 26));
  return i < 26 ? letter : letters(Math.floor(i / 26) - 1) + letter;
}

import { type TableLayout } from '../table/open-table';
import { fieldOfName, isOtherDay } from './known-headers';

type Columns = readonly { readonly from: number; readonly width: number }[];

/** How lines of a fixed width are cut. */
export interface FixedLayout {
  readonly columns: TableLayout['columns'];
  /** Lines, blank ones not counted, up to the names of the columns and the rule below them; 0 where there are none. */
  readonly header: number;
  /** Names of the columns; empty where there are none. */
  readonly names: readonly string[];
}

const HEADER_WITHIN = 12;
const MOST_LINES = 500;
const RULE = /^\s*[-=_]+(?:\s+[-=_]+)+\s*$/;
const DATE = /^(?:(?:18|19|20)\d\d(?:0\d|1[0-2])[0-3]\d|0{8})$/;
const MOSTLY = 0.8;

/** By the rule of dashes below the names, else by the names and the blanks of all lines, else by the blanks and the days. */
export function fixedLayout(text: string): FixedLayout {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((each) => each.replaceAll('\f', '').replaceAll('\u001A', ''))
    .filter((each) => each.trim() !== '')
    .slice(0, MOST_LINES);
  const found = lines.slice(0, HEADER_WITHIN).flatMap((line, at) => {
    const hasRule = RULE.test(lines[at + 1] ?? '');
    const header = at + (hasRule ? 2 : 1);
    // A print file has its names again on each page.
    const data = lines.slice(header).filter((each) => each !== line && !RULE.test(each));
    if (data.length === 0) return [];
    const starts = hasRule ? startsOf(lines[at + 1] ?? '', /[-=_]+/g) : undefined;
    return [starts ?? startsOfNames(line, data), startsOf(filledLine(data), /\S+/g)].map((each) => {
      const columns = columnsFrom(each, [line, ...data]);
      const names = columns.map(({ from, width }) => line.slice(from - 1, from - 1 + width).trim());
      return { columns, header, names, known: names.filter(isKnown).length };
    });
  });
  const [best] = found.sort((a, b) => b.known - a.known);
  if (best && best.known >= 2) return { columns: best.columns, header: best.header, names: best.names };
  const starts = withDays(startsOf(filledLine(lines), /\S+/g), lines);
  return { columns: columnsFrom(withoutCutNames(starts, lines), lines), header: 0, names: [] };
}

function isKnown(name: string): boolean {
  return fieldOfName(name) !== undefined || isOtherDay(name);
}

/** Two blanks part two names. A column begins behind the last place before its name that is blank in all lines: numbers stand at the right. */
function startsOfNames(line: string, data: readonly string[]): readonly number[] {
  const filled = filledLine(data);
  const names = [...line.matchAll(/\S+(?: \S+)*/g)].map((each) => ({
    at: each.index,
    end: each.index + each[0].length,
  }));
  return names.map(({ at }, i) => {
    if (i === 0) return 0;
    const before = names[i - 1]?.end ?? 0;
    for (let place = at - 1; place >= before; place--) if ((filled[place] ?? ' ') === ' ') return place + 1;
    return at;
  });
}

/** `x` where any line has a character. */
function filledLine(lines: readonly string[]): string {
  const width = Math.max(0, ...lines.map((each) => each.length));
  return Array.from({ length: width }, (_, at) => (lines.some((each) => (each[at] ?? ' ') !== ' ') ? 'x' : ' ')).join(
    '',
  );
}

function startsOf(line: string, part: RegExp): readonly number[] {
  return [...line.matchAll(part)].map(({ index }) => index);
}

/** Each column reaches to the next: a longer word further down in the file is not cut. */
function columnsFrom(starts: readonly number[], lines: readonly string[]): Columns {
  const width = Math.max(1, ...lines.map((each) => each.trimEnd().length));
  return starts.map((at, i) => ({ from: at + 1, width: Math.max(1, (starts[i + 1] ?? width) - at) }));
}

/** One blank that all lines have by chance cuts a name in two: its second part is then not in every line, or a comma stands before it. */
function withoutCutNames(starts: readonly number[], lines: readonly string[]): readonly number[] {
  const filled = filledLine(lines);
  return starts.filter((at, i) => {
    const before = starts[i - 1];
    if (before === undefined || filled[at - 1] !== ' ' || filled[at - 2] === ' ') return true;
    const parts = (from: number, to: number | undefined): string[] => lines.map((each) => each.slice(from, to).trim());
    const [left, right] = [parts(before, at), parts(at, starts[i + 1])];
    const areWords = [...left, ...right].every((each) => /^[\p{L}'., -]*$/u.test(each));
    const isTail = right.includes('') || left.filter((each) => each.endsWith(',')).length > left.length / 2;
    return !areWords || !isTail;
  });
}

/** Columns may touch; eight digits that are a day in nearly all lines, and no part of a longer number, are a column. */
function withDays(starts: readonly number[], lines: readonly string[]): readonly number[] {
  const width = Math.max(0, ...lines.map((each) => each.length));
  const found = new Set(starts);
  const isDay = (line: string, at: number): boolean =>
    DATE.test(line.slice(at, at + 8)) && !/\d/.test(line[at - 1] ?? '') && !/\d/.test(line[at + 8] ?? '');
  for (let at = 0; at + 8 <= width; at++) {
    if (lines.filter((each) => isDay(each, at)).length < lines.length * MOSTLY) continue;
    found.add(at);
    if (lines.some((each) => (each[at + 8] ?? ' ') !== ' ')) found.add(at + 8);
  }
  return [...found].sort((a, b) => a - b);
}

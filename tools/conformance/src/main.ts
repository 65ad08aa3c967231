import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DEFECTS } from '@clearway/earlier-tools';
import { parseCalendarDate } from '@clearway/record';
import { compare, type Comparison } from './compare';
import { decideFile } from './ours';
import { unknownCourthouses } from './rap-sheets/compare-courthouses';
import { compareSheets } from './rap-sheets/compare-sheets';
import { printSheets } from './rap-sheets/print-sheets';
import { columnsOf, readRows } from './read-rows';
import { answerSet, type AnswerSet, type AnswerTable } from './sets';

interface Line {
  readonly set: AnswerSet;
  readonly table: AnswerTable;
  readonly comparison: Comparison;
}

const TITLES = {
  desktop: 'The desktop tool and its eligibilityConfig.json',
  'los-angeles': 'Los Angeles 2020',
} as const;

/**
 * Compares Clearway's replays with the answers of the earlier tools in a folder. Returns the exit code: 0 when every
 * difference has a name and the clean sets have none, 1 when not, 2 when there is nothing to compare.
 */
export async function main(args: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  const named = args.find((each) => !each.startsWith('-'));
  const details = args.includes('--details');
  if (named === undefined || !existsSync(named) || !statSync(named).isDirectory()) {
    print(
      'Usage: npm run conformance -- FOLDER [--details]. FOLDER holds the sets (clean-1, awkward-1, gogen_configurable_flow ...), or is one of them.',
    );
    return 2;
  }
  // A folder can be a set itself: it is compared alone.
  const only = isSet(resolve(named)) ? basename(resolve(named)) : undefined;
  const folder = only === undefined ? named : dirname(resolve(named));
  const sets = (only === undefined ? readdirSync(folder).sort() : [only])
    .map(answerSet)
    .filter((each) => each !== undefined && existsSync(join(folder, each.folder, 'input.csv')));
  const lines: Line[] = [];
  for (const set of sets as AnswerSet[])
    for (const table of set.tables) lines.push({ set, table, comparison: await compareTable(folder, set, table) });
  const sheets = only === undefined ? compareSheets(folder) : undefined;
  if (lines.length === 0 && !sheets) {
    print(
      'There is no set to compare in this folder: it needs folders such as clean-1 with input.csv and the answers, or to be one of them.',
    );
    return 2;
  }
  for (const tool of ['desktop', 'los-angeles'] as const)
    printTable(
      tool,
      lines.filter((each) => each.table.tool === tool),
      print,
      details,
    );
  const bad = lines.filter(isBad).map((each) => `${each.set.folder} (${each.table.tool})`);
  if (sheets && !printSheets(sheets, print)) bad.push('rap_sheets');
  const courts = only === undefined ? unknownCourthouses(folder) : undefined;
  if (courts)
    print(`Courthouses of the earlier tool: ${courts.of}, not known here: ${courts.unknown.join(', ') || 'none'}`);
  if (courts && courts.unknown.length > 0) bad.push('courthouses.csv');
  print(
    bad.length === 0
      ? 'Conforms: every difference has a name, and the clean sets have none.'
      : `Does not conform: ${bad.join(', ')}.`,
  );
  return bad.length === 0 ? 0 : 1;
}

function isSet(folder: string): boolean {
  return answerSet(basename(folder)) !== undefined && existsSync(join(folder, 'input.csv'));
}

function isBad({ set, comparison }: Line): boolean {
  return set.clean ? comparison.differences.length > 0 : comparison.differences.some((each) => each.names.length === 0);
}

async function compareTable(folder: string, set: AnswerSet, table: AnswerTable): Promise<Comparison> {
  const at = join(folder, set.folder);
  const columns = columnsOf(join(at, table.file));
  const input = join(at, 'input.csv');
  const options =
    set.options ?? (table.tool === 'desktop' ? readFileSync(join(at, 'eligibilityConfig.json'), 'utf8') : '');
  const policy = table.tool === 'desktop' ? options : 'los-angeles-2020';
  const ours = await decideFile(input, policy, set.county, parseCalendarDate(set.asOf));
  return compare(readRows(input, columns), readRows(join(at, table.file), columns), ours, DEFECTS, {
    ...set,
    tool: table.tool,
  });
}

function printTable(
  tool: keyof typeof TITLES,
  lines: readonly Line[],
  print: (line: string) => void,
  details: boolean,
): void {
  if (lines.length === 0) return;
  print('');
  print(TITLES[tool]);
  print('set                        convictions   equal   named  unnamed');
  for (const { set, comparison } of lines) {
    const named = comparison.differences.filter((each) => each.names.length > 0);
    const unnamed = comparison.differences.length - named.length;
    const numbers = [comparison.compared, comparison.equal, named.length, unnamed].map((each, i) =>
      String(each).padStart([12, 8, 8, 9][i] ?? 8),
    );
    print(`${set.folder.padEnd(26)}${numbers.join('')}`);
  }
  for (const { set, comparison } of lines) {
    if (comparison.differences.length > 0) printNames(set, comparison, print, details);
  }
  print('');
  print('other columns, for information (equal of compared):');
  for (const { set, comparison } of lines) {
    print(`  ${set.folder}: ${comparison.columns.map((each) => `${each.name} ${each.equal}/${each.of}`).join('; ')}`);
  }
}

function printNames(
  set: AnswerSet,
  { differences }: Comparison,
  print: (line: string) => void,
  details: boolean,
): void {
  const counts = new Map<string, number>();
  for (const each of differences) for (const name of each.names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const words = DEFECTS.filter((each) => counts.has(each.id)).map(
    (each) => `  ${each.id.padEnd(4)}${String(counts.get(each.id)).padStart(5)}  ${each.words}`,
  );
  print('');
  print(`${set.folder}: differences whose rows show a named defect (a row can show several)`);
  words.forEach((each) => print(each));
  for (const each of differences.filter((one) => details || one.names.length === 0)) {
    print(`  ${each.names.join(' ') || 'NO NAME'}  ${each.key}  earlier: ${each.theirs}  |  now: ${each.ours}`);
  }
}

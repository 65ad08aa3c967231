import { writeFileSync } from 'node:fs';
import { parseCalendarDate } from '@clearway/record';
import { csvRow, safeCell } from '@clearway/spreadsheets';
import { type Moved, turnedRules } from './answer';
import { type ChangedPart, changedParts } from './changes';
import { movedCases } from './decide-cases';
import { type FileRequest, movedConvictions } from './decide-file';
import { movedSituations } from './decide-situations';
import { loadVersion } from './version';

export interface DiffRequest {
  readonly base: string;
  readonly csv: string;
  readonly file?: FileRequest;
}

const USAGE = `Usage: npm run law:diff -- BASE [--csv FILE] [--file COUNTY_FILE --county NAME --as-of YYYY-MM-DD [--policy NAME]]
  BASE        a branch, tag or commit: whose outcome changes from there to the working tree, and why
  --csv       where the list is written (default: law-diff.csv)
  --file      also decides this county file with both; people stand in the list by Clearway's own id
Examples:
  npm run law:diff -- main
  npm run law:diff -- HEAD~1 --file county.dat --county FRESNO --as-of 2026-11-01`;

/** Throws an error with the usage when the line cannot be read. */
export function readArguments(args: readonly string[]): DiffRequest {
  const options = new Map<string, string>();
  let base: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (!arg.startsWith('--')) {
      if (base !== undefined)
        throw new Error(`Two revisions are given; one is compared with the working tree.\n${USAGE}`);
      base = arg;
      continue;
    }
    const value = args[++i];
    if (!['--csv', '--file', '--county', '--as-of', '--policy'].includes(arg) || value === undefined)
      throw new Error(`${arg}: ${value === undefined ? 'a value is missing' : 'there is no such option'}.\n${USAGE}`);
    options.set(arg, value);
  }
  if (base === undefined) throw new Error(`Which revision is compared with the working tree?\n${USAGE}`);
  const path = options.get('--file');
  const csv = options.get('--csv') ?? 'law-diff.csv';
  if (path === undefined) return { base, csv };
  const [county, asOf] = [options.get('--county'), options.get('--as-of')];
  if (county === undefined || asOf === undefined)
    throw new Error(`A county file needs --county and --as-of.\n${USAGE}`);
  return {
    base,
    csv,
    file: { path, county, policy: options.get('--policy') ?? 'california-statute', asOf: parseCalendarDate(asOf) },
  };
}

/** Compares two built trees; the exit code is 0 whether something moves or not: a change of law is no error. */
export async function main(
  baseRoot: string,
  root: string,
  { csv, file }: DiffRequest,
  print: (line: string) => void = console.log,
): Promise<number> {
  const [base, now] = [loadVersion(baseRoot, root), loadVersion(root)];
  const parts = changedParts(base, now);
  print(parts.length === 0 ? 'No provision, parameter or code list differs.' : 'What differs:');
  for (const { kind, name, how } of parts) print(`  ${kind} ${name}: ${how}`);
  const cases = movedCases(root, base, now);
  const situations = movedSituations(base, now);
  const moved: Moved[] = [...cases.moved, ...(situations?.moved ?? [])];
  let convictions = 0;
  if (file) {
    for await (const each of movedConvictions(base, now, file)) {
      moved.push(each);
      convictions += 1;
    }
  }
  print('');
  print(`Cases:       ${cases.moved.length} of ${cases.cases} move.`);
  print(
    situations
      ? `Situations:  ${situations.moved.reduce((sum, each) => sum + each.count, 0)} of ${situations.situations} move, in ${situations.moved.length} ways.`
      : 'Situations:  the base does not know them yet.',
  );
  if (file) print(`Convictions: ${convictions} of the county file move.`);
  printMoved(
    moved.filter((each) => each.kind !== 'conviction'),
    parts,
    print,
  );
  writeFileSync(csv, table(moved, parts), { mode: 0o600 });
  print('');
  print(`The whole list stands in ${csv}.`);
  return 0;
}

const SHOWN = 200;

/** Cases and situations under the part that moves them; those that no changed provision explains come last. */
function printMoved(moved: readonly Moved[], parts: readonly ChangedPart[], print: (line: string) => void): void {
  const groups = new Map<string, Moved[]>();
  for (const each of moved) {
    const because =
      becauseOf(each, parts).join(', ') || 'no changed provision: the reading of the record, a parameter or the engine';
    groups.set(because, [...(groups.get(because) ?? []), each]);
  }
  for (const [because, each] of groups) {
    print('');
    print(`${because}:`);
    for (const one of each.slice(0, SHOWN)) {
      print(`  ${one.what}${one.count > 1 ? ` (and ${one.count - 1} situations alike)` : ''}`);
      print(`    ${words(one.before)}  ->  ${words(one.after)}`);
    }
    if (each.length > SHOWN) print(`  ... and ${each.length - SHOWN} more, see the list`);
  }
}

function words({ outcome, rules, questions, floor }: Moved['before']): string {
  const asked = questions.length === 0 ? '' : `, asks ${questions.join(', ')}, floor ${floor}`;
  return `${outcome}${rules.length === 0 ? '' : ` (${rules.join(', ')})`}${asked}`;
}

/** The changed provisions among the rules that turned. */
function becauseOf(moved: Moved, parts: readonly ChangedPart[]): readonly string[] {
  const changed = new Set(parts.filter((each) => each.kind === 'provision').map((each) => each.name));
  return turnedRules(moved).filter((rule) => changed.has(rule));
}

function table(moved: readonly Moved[], parts: readonly ChangedPart[]): string {
  const head = [
    'Kind',
    'What',
    'How Many',
    'Before: Outcome',
    'Before: Floor',
    'Before: Rules',
    'Before: Questions',
    'After: Outcome',
    'After: Floor',
    'After: Rules',
    'After: Questions',
    'Changed Provisions',
    'Rules That Turn',
  ];
  const side = ({ outcome, floor, rules, questions }: Moved['before']): string[] => [
    outcome,
    floor,
    rules.join('; '),
    questions.join('; '),
  ];
  const rows = moved.map((each) =>
    csvRow(
      [
        each.kind,
        each.what,
        String(each.count),
        ...side(each.before),
        ...side(each.after),
        becauseOf(each, parts).join('; '),
        turnedRules(each).join('; '),
      ].map(safeCell),
    ),
  );
  return csvRow(head) + rows.join('');
}

import { stat } from 'node:fs/promises';
import { type Side } from '@clearway/comparison';
import { checkFilingDay } from '@clearway/county-policy';
import { type CalendarDate, parseCalendarDate, printDate } from '@clearway/record';
import { type Policy } from '@clearway/rules';
import { CliError } from '../cli-error';
import { today } from '../terminal/today';
import { UnfinishedFolder } from '../outputs/unfinished-folder';
import { readPolicy } from '../policy/read-policy';
import { type InputOptions, readRunInputs, type RunInputs } from '../sources/run-inputs';
import { type Terminal } from '../terminal/terminal';
import { compareAgainst } from './against';
import { compareTwoSides } from './two-sides';

export interface CompareOptions extends InputOptions {
  readonly county: string;
  readonly policy: readonly string[];
  readonly asOf: readonly string[];
  readonly against: readonly string[];
  readonly againstAsOf?: string;
  readonly againstPolicy?: string;
  readonly out: string;
}

/** `clearway compare`: two policies, two days, or old results against the statute. */
export async function compare(files: string[], options: CompareOptions, terminal: Terminal): Promise<void> {
  checkOptions(options);
  for (const path of [...files, ...options.against]) await requireFile(path);
  const policies: Policy[] = [];
  for (const name of options.policy.length > 0 ? options.policy : ['california-statute']) {
    const policy = await readPolicy(name);
    for (const warning of policy.warnings) terminal.warn(`policy: ${warning}`);
    policies.push(policy);
  }
  const days = options.asOf.length > 0 ? options.asOf.map(parseCalendarDate) : [today()];
  for (const policy of policies) for (const day of days) checkFilingDay(policy, day);
  const read = await readRunInputs(files, options, options.county);
  const folder = await UnfinishedFolder.open(options.out);
  try {
    const written = await writeComparison(read, options, policies, days, folder, terminal);
    const inputs = [
      ...files,
      ...options.against,
      ...options.policy,
      ...(options.decisions === undefined ? [] : [options.decisions]),
      ...(options.againstPolicy === undefined ? [] : [options.againstPolicy]),
    ];
    await folder.publish(written, inputs);
    terminal.say(`results      ${options.out}: office/ for the office alone, publish/ without small counts`);
  } catch (error) {
    await folder.discard();
    terminal.signal.throwIfAborted();
    throw error;
  }
}

/** The day by which the earlier desktop tool always decided; the Los Angeles run was of the same day. */
const DEFAULT_OLD_DAY = '2020-07-01';

async function writeComparison(
  inputs: RunInputs,
  options: CompareOptions,
  policies: readonly Policy[],
  days: readonly CalendarDate[],
  folder: UnfinishedFolder,
  terminal: Terminal,
): Promise<readonly string[]> {
  const { county } = options;
  const [policy, otherPolicy = policy] = policies as [Policy, Policy?];
  const [day, otherDay = day] = days as [CalendarDate, CalendarDate?];
  if (options.against.length > 0) {
    const oldPolicy = options.againstPolicy === undefined ? undefined : await readPolicy(options.againstPolicy);
    const today: Side = { title: policy.name, policy, asOf: day };
    const oldAsOf = parseCalendarDate(options.againstAsOf ?? DEFAULT_OLD_DAY);
    return compareAgainst(
      { inputs, county, today, oldResults: options.against, oldAsOf, ...(oldPolicy ? { oldPolicy } : {}) },
      folder,
      terminal,
    );
  }
  if (days.length === 2) {
    const sides: [Side, Side] = [
      { title: printDate(day), policy, asOf: day },
      { title: printDate(otherDay), policy, asOf: otherDay },
    ];
    return compareTwoSides({ inputs, county, sides, differ: 'day' }, folder, terminal);
  }
  const title = (one: Policy, place: string): string =>
    policy.name === otherPolicy.name ? `${one.name} (${place})` : one.name;
  const sides: [Side, Side] = [
    { title: title(policy, 'first'), policy, asOf: day },
    { title: title(otherPolicy, 'second'), policy: otherPolicy, asOf: day },
  ];
  return compareTwoSides({ inputs, county, sides, differ: 'policy' }, folder, terminal);
}

/** Exactly one thing differs. */
function checkOptions({ policy, asOf, against, againstAsOf, againstPolicy, facts, done }: CompareOptions): void {
  const say = (code: string, message: string): never => {
    throw new CliError(`usage.${code}`, message);
  };
  if (facts !== undefined || done !== undefined)
    say(
      'compare',
      'A comparison decides by the record alone, under either policy: leave --facts and --done out. What is known of cases goes into clearway analyze, whose owed.csv says what is still owed.',
    );
  if (against.length > 0) {
    if (policy.length > 1)
      say('compare', 'Old results are compared with one policy: give one --policy, or none for the statute.');
    if (asOf.length > 1)
      say(
        'compare',
        'Old results are compared with one day: give one --as-of; the day of the old results is --against-as-of.',
      );
    return;
  }
  if (againstAsOf !== undefined || againstPolicy !== undefined)
    say(
      'compare',
      '--against-as-of and --against-policy say how old results were made: give the old results with --against FILE.',
    );
  if (policy.length > 2 || asOf.length > 2)
    say('compare', 'Two sides are compared at a time: give two policies or two days.');
  if (policy.length === 2 && asOf.length === 2)
    say(
      'compare',
      'Two policies and two days at once would not tell which of them moved somebody: give two policies on one day, or two days under one policy.',
    );
  if (policy.length === 2 || asOf.length === 2) return;
  say(
    'compare',
    `A comparison needs two sides${policy.length === 1 ? ', and there is one --policy' : ''}: give --policy twice, or --as-of twice, or --against FILE with old results.`,
  );
}

async function requireFile(path: string): Promise<void> {
  const entry = await stat(path);
  if (entry.isDirectory()) throw new CliError('input.folder', `${path}: this is a folder. Name the files in it.`);
}

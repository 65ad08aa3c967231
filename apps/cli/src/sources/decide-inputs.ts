import { CaseFactsBook } from '@clearway/case-facts';
import { checkFilingDay } from '@clearway/county-policy';
import { withNamedBy } from '@clearway/outputs';
import { parseCalendarDate } from '@clearway/record';
import { type DecidedPerson, decidePerson, type Policy } from '@clearway/rules';
import { CliError } from '../cli-error';
import { readPolicy } from '../policy/read-policy';
import { replayTakesNoFacts } from '../review/read-cases';
import { type Terminal } from '../terminal/terminal';
import { type InputOptions, readRunInputs } from './run-inputs';
import { type RunPeople, withRunPeople } from './run-people';

/** How everybody is decided by a command that takes results as well. */
export interface DecideOptions extends InputOptions {
  readonly county?: string;
  readonly policy?: string;
  readonly asOf?: string;
}

/** What is wanted of the decided people. */
export interface DecideWork {
  /** Also what gives a basis beside the open questions. */
  readonly everyBasis?: boolean;
  /** Told once, before the first person. */
  readonly begin?: (policy: Policy, names: readonly string[]) => void;
  readonly each: (person: DecidedPerson) => void;
  /** Told once, after the last person. */
  readonly end?: (people: RunPeople) => void;
}

/** Decides everybody of files of any kind, one after the other, and keeps nothing. */
export async function decideInputs(
  files: readonly string[],
  options: DecideOptions,
  terminal: Terminal,
  { begin, each, end, everyBasis }: DecideWork,
): Promise<void> {
  const { county: name, asOf: day, policy: policyName = 'california-statute' } = options;
  if (name === undefined || day === undefined)
    throw new CliError(
      'usage.decide',
      'From files everything is decided first: give --county and --as-of. From results: name the folder.',
    );
  const policy = await readPolicy(policyName);
  if (!policy.statute) throw replayTakesNoFacts();
  const asOf = parseCalendarDate(day);
  checkFilingDay(policy, asOf);
  const inputs = await readRunInputs(files, options, name);
  await withRunPeople(inputs, terminal, async (people) => {
    const { cases, names, stateFiles } = people;
    const book = cases && new CaseFactsBook(cases.data);
    const run = {
      county: people.county(name),
      asOf,
      ...(everyBasis ? { everyBasis } : {}),
      ...(book ? { cases: book } : {}),
    };
    begin?.(policy, names);
    for await (const found of people.histories('deciding')) {
      const history = book ? book.corrected(found, asOf) : found;
      each(withNamedBy(decidePerson(history, policy, run), history, stateFiles));
    }
    end?.(people);
  });
}

/** Results are decided already: what is given beside them would be left out. */
export function refuseBesideResults({ facts, done, mapping, decisions, corrections }: InputOptions): void {
  const given = Object.entries({ facts, done, mapping, decisions, corrections }).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length === 0) return;
  throw new CliError(
    'usage.results',
    `${given.map(([option]) => `--${option}`).join(', ')}: results are decided already, and this would be left out. Run clearway analyze again with it, or name the files instead of the results.`,
  );
}

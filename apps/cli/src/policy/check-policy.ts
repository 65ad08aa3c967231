import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFilingDay, loadPolicy, policyCautions, policyInWords } from '@clearway/county-policy';
import { readPersons, requireCounty, scanPopulation } from '@clearway/doj-bulk';
import { type CalendarDate, parseCalendarDate, printDate } from '@clearway/record';
import { type EffectDirection, type EffectRow, PolicyEffect } from '@clearway/reports';
import { decidePerson, outcomeWords, type Policy, reliefWords } from '@clearway/rules';
import { CliError } from '../cli-error';
import { today } from '../terminal/today';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { readPolicy } from './read-policy';

export interface CheckOptions {
  readonly county?: string;
  readonly asOf?: string;
}

/** Explains a policy, or what is wrong with it, and counts its effect on a county. */
export async function checkPolicy(nameOrFile: string, files: readonly string[], options: CheckOptions, terminal: Terminal): Promise<void> {
  if (files.length > 0 && !options.county) throw new CliError('usage.county', 'Say which county is counted: --county "FRESNO".');
  const policy = await readPolicy(nameOrFile);
  const words = policyInWords(policy);
  const warnings = [...policy.warnings, ...policyCautions(policy)];
  for (const line of words) terminal.say(line);
  for (const warning of warnings) terminal.say(`Look at this: ${warning}.`);
  const head = { policy: policy.name, kind: policy.kind, hash: policy.hash, words, warnings };
  if (files.length === 0) return terminal.result(head);
  const asOf = options.asOf ? parseCalendarDate(options.asOf) : today();
  checkFilingDay(policy, asOf);
  const effect = await effectOn(files, policy, options.county ?? '', asOf, terminal);
  const [counts, rows] = [effect.counts(), effect.rows()];
  terminal.say('');
  terminal.say(`As of ${printDate(asOf)}: ${counted(counts.convictions, 'conviction', 'convictions')} of ${counted(counts.people, 'person', 'people')}; what is filed now is the same as under the statute alone for ${grouped(counts.same)}.`);
  sayRows('more', counts.more, counts.peopleWithMore, rows, terminal);
  sayRows('less', counts.less, counts.peopleWithLess, rows, terminal);
  terminal.result({ ...head, asOf: printDate(asOf), counts, rows });
}

async function effectOn(files: readonly string[], policy: Policy, countyName: string, asOf: CalendarDate, terminal: Terminal): Promise<PolicyEffect> {
  // What the statute gives as this office reads it; a replay has no reading of its own.
  const statute: Policy = policy.statute ? { ...policy, steps: [] } : loadPolicy('california-statute');
  const workDir = await mkdtemp(join(tmpdir(), 'clearway-policy-'));
  const { signal, progress } = terminal;
  try {
    const population = await scanPopulation(files.map((path) => ({ path })), { workDir, signal, onProgress: (done, total) => progress.update({ stage: 'reading', done, total, count: Math.round(done / 1e6), unit: 'MB' }) });
    const run = { county: requireCounty(population, countyName), asOf };
    const effect = new PolicyEffect();
    for await (const history of readPersons(population, { signal, onProgress: (done, total) => progress.update({ stage: 'deciding', done, total, count: done, unit: 'people' }) })) {
      effect.add(decidePerson(history, policy, run), decidePerson(history, statute, run));
    }
    progress.finishLine();
    return effect;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

function sayRows(direction: EffectDirection, convictions: number, people: number, rows: readonly EffectRow[], terminal: Terminal): void {
  const own = rows.filter((row) => row.direction === direction);
  terminal.say(`${direction === 'more' ? 'More' : 'Less'} than the statute: ${counted(convictions, 'conviction', 'convictions')} of ${counted(people, 'person', 'people')}.`);
  for (const row of own) {
    terminal.say(`  ${row.rule.padEnd(24)}${grouped(row.convictions).padStart(9)} convictions ${grouped(row.people).padStart(9)} people   ${answerOf(row)}; the statute alone: ${reliefWords(row.statute)}`);
  }
}

/** What is filed; where nothing is, why. */
function answerOf({ policy, outcome }: EffectRow): string {
  if (policy !== 'none') return reliefWords(policy);
  return outcome === 'not-looked-at' ? 'not looked at' : outcomeWords(outcome);
}

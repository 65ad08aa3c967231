import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readPersons, scanPopulation } from '@clearway/doj-bulk';
import { type History, parseCalendarDate, printDate } from '@clearway/record';
import { decidePerson, explainDetermination } from '@clearway/rules';
import { CliError } from '../cli-error';
import { readPolicy } from '../policy/read-policy';
import { type Terminal } from '../terminal/terminal';
import { today } from '../terminal/today';

export interface ExplainOptions {
  readonly subject: string;
  readonly county?: string;
  readonly policy: string;
  readonly asOf?: string;
}

/** Decides the convictions of one subject and says why, in words on the terminal. */
export async function explain(files: string[], options: ExplainOptions, terminal: Terminal): Promise<void> {
  const policy = await readPolicy(options.policy);
  const asOf = options.asOf ? parseCalendarDate(options.asOf) : today();
  const names = files.map((file) => basename(file));
  const histories = await findHistories(files, options.subject.trim(), terminal);
  if (histories.length === 0) throw new CliError('subject.not-found', 'No row of the files has this SUBJECT_ID or CII_NUMBER. Check the digits; leading zeros count.');
  const answers: unknown[] = [];
  let shown = 0;
  for (const history of histories) {
    terminal.say(`${history.name}, born ${history.birthDates.map(printDate).filter((one) => one !== '').join(' or ') || 'on a day that the record does not give'}${history.deceased ? ', recorded as deceased' : ''}`);
    if (history.incomplete) terminal.say('A row of this person was rejected, so the record is incomplete: nothing can be decided by what it does not have.');
    for (const county of options.county ? [options.county] : countiesOf(history)) {
      const person = decidePerson(history, policy, { county, asOf });
      for (const conviction of person.convictions) {
        shown++;
        const lines = explainDetermination(conviction, policy, names);
        terminal.say('');
        terminal.say(`${county.trim().toUpperCase()}, as of ${printDate(asOf)}, count ${conviction.key}`);
        for (const line of lines) terminal.say(`  ${line}`);
        answers.push({ county: county.trim().toUpperCase(), key: conviction.key, citation: conviction.citation, determination: conviction.determination, words: lines });
      }
    }
  }
  if (shown === 0) terminal.say('This person has no cannabis conviction to decide there.');
  terminal.result({ asOf: printDate(asOf), policy: policy.name, convictions: answers });
}

/** Everybody who has this SUBJECT_ID or CII: one SUBJECT_ID can stand for several people. */
async function findHistories(files: readonly string[], id: string, terminal: Terminal): Promise<History[]> {
  const workDir = await mkdtemp(join(tmpdir(), 'clearway-explain-'));
  try {
    const population = await scanPopulation(
      files.map((path) => ({ path })),
      { workDir, signal: terminal.signal, onProgress: (done, total) => terminal.progress.update({ stage: 'reading', done, total, count: Math.round(done / 1e6), unit: 'MB' }) },
    );
    const found: History[] = [];
    for await (const history of readPersons(population, { signal: terminal.signal, onProgress: (done, total) => terminal.progress.update({ stage: 'looking', done, total, count: done, unit: 'people' }) })) {
      if (history.subjects.some((one) => one.subjectId === id || one.cii === id)) found.push(history);
    }
    terminal.progress.finishLine();
    return found;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

function countiesOf(history: History): string[] {
  const counties = new Set<string>();
  for (const cycle of history.cycles) for (const step of cycle.steps) if (step.type === 'court-action' && step.agency.county !== '') counties.add(step.agency.county);
  return [...counties].sort();
}

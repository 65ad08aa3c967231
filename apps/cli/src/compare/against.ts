import {
  againstBook,
  againstHeader,
  againstRow,
  AgainstTally,
  answerOfNobody,
  bookFiles,
  compareWithOld,
  type AgainstRun,
  owedPeopleHeader,
  owedPersonRow,
  type Side,
} from '@clearway/comparison';
import { loadPolicy } from '@clearway/county-policy';
import { type OldAnswer, type OldResults, optionsFromReasons } from '@clearway/earlier-tools';
import { OutputFolder } from '@clearway/outputs';
import { type CalendarDate } from '@clearway/record';
import { type Policy, ruleSetHash } from '@clearway/rules';
import { join } from 'node:path';
import { type RunInputs } from '../sources/run-inputs';
import { openRunPeople } from '../sources/run-people';
import { CliError } from '../cli-error';
import { type UnfinishedFolder } from '../outputs/unfinished-folder';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { writeRecord } from './comparison-record';
import { ListFile } from './list-file';
import { RawRowsOf } from './raw-rows-of';
import { readOldResults } from './read-old-results';

export interface AgainstRequest {
  readonly inputs: RunInputs;
  readonly county: string;
  readonly today: Side;
  readonly oldResults: readonly string[];
  readonly oldAsOf: CalendarDate;
  /** The policy with which the old results were made, when it is known. */
  readonly oldPolicy?: Policy;
}

/** Old results against the statute: who is still owed relief, and why. Gives the files written. */
export async function compareAgainst(
  request: AgainstRequest,
  folder: UnfinishedFolder,
  terminal: Terminal,
): Promise<readonly string[]> {
  if (request.inputs.sorted.others.length > 0)
    throw new CliError(
      'usage.against',
      "Old results were made from the state's files alone, and beside courts' exports or RAP sheets no difference would have its true cause. Leave those out here; what they add stands in found_in_one_source.csv of clearway analyze.",
    );
  const { old, files: oldFiles } = await readOldResults(request.oldResults, terminal);
  old.checkAsOf(request.oldAsOf);
  const opened = await openRunPeople(request.inputs, join(folder.path, 'work'), terminal);
  const { names, sources } = opened;
  const county = opened.county(request.county);
  const oldNames = oldFiles.map((each) => each.name);
  const outputs = new OutputFolder(folder.path);
  const rawRows = new RawRowsOf(sources.state);
  const { today, oldAsOf } = request;
  const run: AgainstRun = {
    county,
    today,
    old,
    oldAsOf,
    replays: replaysOf(old, today, request.oldPolicy),
    rowsOf: (history) => rawRows.of(history),
  };
  const tally = new AgainstTally(today.asOf);
  const all = new ListFile(outputs, 'against.csv', againstHeader());
  const owed = new ListFile(outputs, 'still_owed.csv', againstHeader());
  const people = new ListFile(outputs, 'still_owed_people.csv', owedPeopleHeader());
  try {
    for await (const history of opened.histories('comparing')) {
      const person = compareWithOld(history, run);
      tally.add(person);
      people.add(owedPersonRow(person, today.asOf));
      for (const each of person.convictions) {
        const row = againstRow(person, each, names, oldNames);
        all.add(row);
        if (each.owed) owed.add(row);
      }
    }
  } finally {
    rawRows.close();
  }
  for (const answer of old.left()) {
    const each = answerOfNobody(answer);
    tally.addConviction(each);
    all.add(againstRow(undefined, each, names, oldNames));
  }
  terminal.progress.finishLine();
  for (const list of [all, owed, people]) list.finish();
  const book = againstBook(tally, { county, today, oldAsOf, old, oldNames, files: names, ruleSetHash: ruleSetHash() });
  for (const { path, content } of bookFiles(book)) await outputs.write(path, content);
  await writeRecord(outputs, sources, { county, sides: [today], oldResults: oldFiles });
  report(tally, old, terminal);
  const written = outputs.files().map(({ path }) => path);
  const classes = Object.fromEntries([...tally.classes].map(([name, { all: n }]) => [name, n]));
  terminal.result({ people: tally.people, classes, owed: owed.rows, files: written });
  return written;
}

/** The old policy of each tool, run again without the tool's defects. */
function replaysOf(old: OldResults, today: Side, given: Policy | undefined): ReadonlyMap<OldAnswer['tool'], Policy> {
  return new Map(
    old.tools.map((tool): [OldAnswer['tool'], Policy] => {
      if (given) return [tool, given];
      if (tool === 'clearway') return [tool, today.policy];
      return [tool, loadPolicy(tool === 'los-angeles' ? 'los-angeles-2020' : optionsFromReasons(old.reasons))];
    }),
  );
}

function report(tally: AgainstTally, old: OldResults, terminal: Terminal): void {
  const of = (name: string): string => grouped(tally.classes.get(name)?.all ?? 0);
  terminal.say(
    `old results  ${counted(old.answers, 'conviction', 'convictions')} with an answer, ${grouped(tally.inBoth)} found in the files, ${of('old-only')} not`,
  );
  if (old.contradicted > 0)
    terminal.warn(
      `${counted(old.contradicted, 'conviction has', 'convictions have')} two different answers in the old results; the first was taken.`,
    );
  terminal.say(
    `still owed   ${counted(tally.people.owed, 'person', 'people')} (${grouped(tally.people.owedDeceased)} of them recorded as deceased): ${of('still-owed')} convictions that got nothing, ${of('owed-more')} that got less, ${grouped(tally.classes.get('not-in-old')?.owed ?? 0)} of the ${of('not-in-old')} that are not in the old results`,
  );
  terminal.say(
    `otherwise    ${of('same')} the same, ${of('date-missing')} cleared because a date was missing, ${of('beyond-the-statute')} given beyond the statute, ${of('question')} open questions, ${of('settled')} settled by a court`,
  );
  const unexplained = tally.causes.get('unexplained')?.all ?? 0;
  if (unexplained > 0)
    terminal.warn(
      `${counted(unexplained, 'difference has', 'differences have')} no named cause. Were other options used? Give them with --against-policy.`,
    );
}

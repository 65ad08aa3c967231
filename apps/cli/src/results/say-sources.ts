import { type FileCounts, type RunSourcesCounts } from '@clearway/reports';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';

/** What a run with several kinds of sources says of them, in a few lines. */
export function saySources(
  files: readonly FileCounts[],
  { joining, written }: RunSourcesCounts,
  guessed: readonly string[],
  terminal: Terminal,
): void {
  const of = (kind: NonNullable<FileCounts['source']>['kind']): number =>
    files.filter(({ source }) => source?.kind === kind).length;
  const others = of('court-extract') + of('rap-sheet');
  const { joinedByNumber, joinedByLikeness, joinedByDecision } = joining;
  terminal.say(
    `sources      ${counted(files.length - others, 'file of the state', 'files of the state')}, ${counted(of('court-extract'), "court's export", "courts' exports")}, ${counted(of('rap-sheet'), 'RAP sheet', 'RAP sheets')} (sources.csv)`,
  );
  terminal.say(
    `             ${counted(joining.records, 'record of', 'records of')} ${counted(joining.people, 'person', 'people')}; joined ${grouped(joinedByNumber)} by number, ${grouped(joinedByLikeness)} by likeness, ${grouped(joinedByDecision)} by decision (people_joined.csv)`,
  );
  terminal.say(
    `             ${counted(written.missingFromState, 'conviction', 'convictions')} that no state file has, ${grouped(written.missingFromCourts)} that no court's export has though it covers them (found_in_one_source.csv)`,
  );
  if (joining.asked > 0)
    terminal.warn(
      `${counted(joining.asked, 'question who is who waits', 'questions who is who wait')} in same_person.csv, and until an answer ${counted(joining.peopleAsked, 'person', 'people')} may have more on record: nothing is decided by what their record does not have.`,
    );
  for (const name of guessed)
    terminal.warn(
      `${name} was read by a mapping that was guessed from its columns. Look at it (clearway sources guess), and give it with --mapping.`,
    );
}

import { type Command } from 'commander';
import { type MatchExportOptions, type MatchImportOptions } from '../court/match';
import { type Terminal } from '../terminal/terminal';
import { withBook, withExample } from './court-options';
import { calendarDay, severalFiles, wholeNumber } from './options';

const load = async (): Promise<typeof import('../court/match.js')> => import('../court/match.js');

export function addCourtMatch(court: Command, terminal: () => Terminal): void {
  const match = court
    .command('match')
    .summary('ask a court whether it has the cases, before motions are drawn')
    .description(
      'Writes the list of cases that a court is asked about, and takes its answers: exists, destroyed, already granted, renumbered, transferred, not found. `clearway analyze --filing-book` then draws motions by the answers.',
    );
  withExample(
    match,
    'match export county.dat --county FRESNO --as-of 2026-11-23 --filing-book book/ --out test.xlsx --test 50',
    'match import test.xlsx --filing-book book/ --by "Court clerk"',
  );
  withExample(
    withBook(
      match
        .command('export')
        .description(
          'Writes the list. A test file of some fifty rows comes first, spread over courts, years and shapes of numbers; the whole list is written when its answers are in.',
        )
        .argument('<files|results...>', 'files as analyze takes them, or folders of results with papers'),
    )
      .requiredOption('--out <file>', 'the list, .xlsx or .csv')
      .option('--test <rows>', 'write a test file of so many rows', wholeNumber(1, 10_000))
      .option('--without-test', 'write the whole list although no test file came back')
      .option('--court <name>', 'only the cases of one courthouse, as the list names it')
      .option('--county <name>', 'with files: whose convictions are decided')
      .option('--policy <name|file>', 'with files: a policy for filing', 'california-statute')
      .option('--as-of <date>', 'with files: YYYY-MM-DD', calendarDay)
      .option('--facts <file>', 'with files: facts of cases; may be given several times', severalFiles)
      .option('--done <file>', 'with files: list of what already happened; may be given several times', severalFiles)
      .option('--mapping <file=mapping>', "with files: how a court's export or a list is read", severalFiles)
      .option('--decisions <file>', 'with files: decisions of attorneys')
      .option('--by <name>', 'who asks (default: the user of this machine)'),
    'match export county.dat --county FRESNO --as-of 2026-11-23 --filing-book book/ --out test.xlsx --test 50',
    'match export results/ --filing-book book/ --out cases.csv --court "CASC FRESNO"',
  ).action(async (paths: string[], options: MatchExportOptions) =>
    (await load()).exportMatchList(paths, options, terminal()),
  );
  withExample(
    withBook(
      match
        .command('import')
        .description(
          "Takes the court's answers, .xlsx or .csv. Imported twice is imported once. One wrong cell, and nothing is taken: every problem is said with line, column and the nearest code.",
        )
        .argument('<file>', 'the list as the court sent it back'),
    )
      .requiredOption('--by <name>', 'who answered, or who imports')
      .option('--words <file>', "the court's own words for answers (YAML)"),
    'match import answers.xlsx --filing-book book/ --by "Court clerk"',
  ).action(async (path: string, options: MatchImportOptions) =>
    (await load()).importMatchAnswers(path, options, terminal()),
  );
}

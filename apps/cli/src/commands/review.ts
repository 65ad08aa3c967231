import { type Command, Option } from 'commander';
import { type DecidePairOptions } from '../review/decide-pair';
import { type ReviewExportOptions, type ReviewImportOptions, type UndoOptions } from '../review/review';
import { type Terminal } from '../terminal/terminal';
import { calendarDay, severalFiles } from './options';

const load = async (): Promise<typeof import('../review/review.js')> => import('../review/review.js');
const DECISIONS = ['--decisions <file>', 'the decisions file of the office (JSON lines)'] as const;
const DEFAULT_FILE = 'decisions.jsonl';

export function addReview(program: Command, terminal: () => Terminal): void {
  const review = program
    .command('review')
    .summary('hand open questions to attorneys as a workbook, and take their answers back')
    .description(
      "Writes what the record cannot tell into a workbook, grouped by question, and reads it back: who is one person, answers, challenges with evidence, overrides with a reason. Each is an event with who and when in the office's decisions file, which later runs take with --decisions.",
    )
    .addHelpText(
      'after',
      '\nExamples:\n  clearway review export results/ --out review.xlsx\n  clearway review import review.xlsx --decisions decisions.jsonl\n  clearway analyze county.dat --county FRESNO --policy california-statute --as-of 2026-11-23 --out results/ --decisions decisions.jsonl\n  clearway review pair results/ RECORD RECORD --answer two-people --reason "two booking photos"\n  clearway review list\n  clearway review undo 0123456789abcdef --reason "wrong case file"',
    );
  review
    .command('export')
    .description(
      'Writes the workbook: who is one person, most convictions helped first; then each question of law once, most people helped first, and every conviction that it is asked of.',
    )
    .argument('<results|files...>', 'folders of results of clearway analyze, or files as analyze takes them')
    .requiredOption('--out <file>', 'the workbook to write, .xlsx')
    .option('--county <name>', 'with files: whose convictions are decided')
    .option('--policy <name|file>', 'with files: a policy for filing', 'california-statute')
    .option('--as-of <date>', 'with files: YYYY-MM-DD', calendarDay)
    .option('--facts <file>', 'with files: facts of cases; may be given several times', severalFiles)
    .option('--done <file>', 'with files: list of what already happened; may be given several times', severalFiles)
    .option('--mapping <file=mapping>', "with files: how a court's export or a list is read", severalFiles)
    .option('--decisions <file>', 'with files: decisions that stand already')
    .option('--corrections <file>', 'with files: corrections of the record')
    .option('--all', 'with files: every conviction, also where nothing is open')
    .action(async (paths: string[], options: ReviewExportOptions) =>
      (await load()).exportReview(paths, options, terminal()),
    );
  review
    .command('import')
    .description(
      'Reads a workbook back and appends its decisions. Imported twice is imported once. One wrong cell, and nothing is taken.',
    )
    .argument('<file>', 'the workbook, as Excel or LibreOffice saved it')
    .option(...DECISIONS, DEFAULT_FILE)
    .option('--partial', 'take the rows that are right although others are wrong')
    .action(async (path: string, options: ReviewImportOptions) =>
      (await load()).importWorkbook(path, options, terminal()),
    );
  review
    .command('pair')
    .description(
      'Decides whether two records are one person, by their ids in same_person.csv or people_joined.csv of the results: also of two that were joined without a question.',
    )
    .argument('<results>', 'the folder of results')
    .argument('<record>', 'id of the one record')
    .argument('<other>', 'id of the other one')
    .addOption(
      new Option('--answer <answer>', 'what they are').choices(['one-person', 'two-people']).makeOptionMandatory(),
    )
    .requiredOption('--reason <words>', 'what shows it')
    .option('--by <name>', 'who decided; left out: you')
    .option('--on <date>', 'when: YYYY-MM-DD; left out: today', calendarDay)
    .option(...DECISIONS, DEFAULT_FILE)
    .action(async (results: string, record: string, other: string, options: DecidePairOptions) =>
      (await import('../review/decide-pair.js')).decidePair(results, [record, other], options, terminal()),
    );
  review
    .command('list')
    .description('Lists the decisions of a file with their ids.')
    .option(...DECISIONS, DEFAULT_FILE)
    .action(async (options: { decisions: string }) => (await load()).listDecisions(options, terminal()));
  review
    .command('undo')
    .description('Takes decisions back. The file keeps them, and who took them back.')
    .argument('<ids...>', 'ids of decisions')
    .requiredOption('--reason <words>', 'why')
    .option(...DECISIONS, DEFAULT_FILE)
    .action(async (ids: string[], options: UndoOptions) => (await load()).undoDecisions(ids, options, terminal()));
}

import { type Command, Option } from 'commander';
import { type FactsOptions } from '../sources/facts-from-list';
import { type Terminal } from '../terminal/terminal';

/** Commands about courts' own exports. */
export function addExtractSources(sources: Command, terminal: () => Terminal, outcome: { exitCode: number }): void {
  sources
    .command('guess')
    .argument('<file>', "an export of a court's case system: CSV, TSV, fixed width or XLSX")
    .description(
      'Proposes a mapping (which column is what) from the names and values of the columns, and shows ten rows as it understands them. A person looks at it before it is used.',
    )
    .option('--out <file>', 'writes the mapping there (.yaml); no file is replaced')
    .addHelpText(
      'after',
      '\nThe exit code is 3 when something that a mapping must have was not found.\n\nExamples:\n  clearway sources guess export.csv\n  clearway sources guess export.xlsx --out ours.yaml',
    )
    .action(async (file: string, options: { out?: string }) => {
      const { guessCourtExtract } = await import('../sources/guess-court-extract.js');
      outcome.exitCode = await guessCourtExtract(file, options.out, terminal());
    });
  sources
    .command('mapping')
    .argument('[name]', 'one that comes with Clearway; all are listed when it is left out')
    .description('Prints a mapping that comes with Clearway, to begin your own with.')
    .action(async (name: string | undefined) => {
      (await import('../sources/print-mapping.js')).printMapping(name, terminal());
    });
  sources
    .command('facts')
    .argument('<file...>', 'lists of what already happened to cases: CSV, TSV, fixed width or XLSX')
    .description(
      'Writes what already happened to cases as a facts file for "analyze --facts": each fact with the file and the line that say it. Rows that show no order of a court give no fact; they are listed, because relief is still owed.',
    )
    .addOption(
      new Option('--kind <kind>', 'what the list is')
        .choices(['state-list-2019', 'filings-2020', 'court-grants', 'automatic-relief'])
        .makeOptionMandatory(),
    )
    .option('--mapping <name|file>', 'how its columns are read (default: the mapping of the kind)')
    .requiredOption('--out <file>', 'the facts file, .csv')
    .addHelpText(
      'after',
      '\nThe exit code is 3 when rows were rejected; the facts of the others are written.\n\nExamples:\n  clearway sources facts list.csv --kind state-list-2019 --out list-facts.csv\n  clearway sources facts orders.xlsx --kind court-grants --mapping ours.yaml --out granted.csv\n  clearway analyze county.dat --facts list-facts.csv --facts granted.csv ...',
    )
    .action(async (files: string[], options: FactsOptions) => {
      const { factsFromLists } = await import('../sources/facts-from-list.js');
      outcome.exitCode = await factsFromLists(files, options, terminal());
    });
  sources
    .command('owed')
    .argument('<facts...>', 'facts files, one of them with the list of 2019')
    .description(
      "Lists where each conviction on the Department's list of 2019 stands by what is known to have been done: still owed, granted, challenged, destroyed, or perhaps done; with the file and line of each fact.",
    )
    .requiredOption('--out <file>', 'the list, .csv')
    .action(async (files: string[], options: { out: string }) => {
      const { owedByFactsFiles } = await import('../sources/owed-by-facts-files.js');
      outcome.exitCode = await owedByFactsFiles(files, options.out, terminal());
    });
}

import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { type AnalyzeOptions } from '../results/analyze';
import { type Terminal } from '../terminal/terminal';
import { calendarDay, severalFiles, wholeNumber } from './options';

export function addAnalyze(program: Command, terminal: () => Terminal, outcome: { exitCode: number }): void {
  program
    .command('analyze')
    .summary('decide every cannabis conviction of a county, on this machine alone')
    .description(
      "Reads a county's criminal-history files, decides every cannabis conviction under one policy on one day, and writes results, reasons, papers and letters. One process, no server, no network. The same inputs give the same bytes.",
    )
    .argument(
      '<files...>',
      "files of the state (.dat, .csv or .gz), courts' exports, RAP sheets; told apart by what stands in them, and one population together",
    )
    .requiredOption('--county <name>', 'county whose convictions are decided, as the file writes it')
    .requiredOption(
      '--policy <name|file>',
      "a preset (`clearway policy list`), a policy file, or the earlier desktop tool's eligibilityConfig.json",
    )
    .requiredOption('--as-of <date>', 'day on which everything is decided, YYYY-MM-DD', calendarDay)
    .requiredOption('--out <folder>', 'where to put the results; those of an earlier run there are replaced')
    .addOption(
      new Option(
        '--papers [how]',
        'draw papers for the court: as the profile of each court says (court), one motion per courthouse (bulk), or one per case and person',
      )
        .choices(['court', 'bulk', 'per-case'])
        .preset('court'),
    )
    .option(
      '--courts <folder>',
      "the office's own court profiles (`clearway court profiles`), which go before those of Clearway",
    )
    .option('--papers-of-a-replay', 'draw papers although the policy is a replay, which is for comparing')
    .option(
      '--templates <folder>',
      'words of papers of your own (clearway papers templates export), in the place of those that come with Clearway',
    )
    .option(
      '--forms <folder>',
      'forms of courts (`clearway forms`), where the profile of a court wants one (default: CLEARWAY_FORMS, else .clearway/forms in the home folder)',
    )
    .option(
      '--filing-book <folder>',
      "the office's book of filings: what courts answered of cases, and what was filed before and is not drawn again",
    )
    .addOption(
      new Option(
        '--office <name>',
        'prosecuting office, a-z, 0-9 and -, for the manifests of batches (default: as the book says, else district-attorney)',
      ).env('CLEARWAY_OFFICE'),
    )
    .option('--letters', 'write the mail-merge files')
    .option('--contacts <file>', 'CSV with addresses, keyed by CII or SUBJECT_ID; implies --letters')
    .option(
      '--facts <file>',
      'CSV of what is known of cases: on the list of 2019, challenged, granted, destroyed; may be given several times',
      severalFiles,
    )
    .option(
      '--done <file>',
      "list of what already happened (the state's list of 2019, filings, a court's grants, relief under PC 1203.425), read as it is, by --mapping or by its columns; may be given several times. owed.csv then says what is still owed",
      severalFiles,
    )
    .option('--decisions <file>', 'decisions of attorneys, as clearway review import records them')
    .option(
      '--mapping <file=mapping>',
      "how a court's export is read: a mapping that comes with Clearway, or a file (`clearway sources guess`); for each export that is not understood by itself",
      severalFiles,
    )
    .option('--corrections <file>', 'corrections of the record, as clearway fix import records them')
    .option('--with-identity-numbers', 'keep SSN and license numbers in the full state columns')
    .option('--threads <number>', 'worker threads (default: one for each core, at most 4)', wholeNumber(0, 64))
    .addHelpText(
      'after',
      '\nExamples:\n  clearway analyze county.dat --county "LOS ANGELES" --policy los-angeles-2020 --as-of 2020-07-01 --out results/\n  clearway analyze a.dat b.dat.gz --county FRESNO --policy california-statute --as-of 2026-11-23 --out results/ --papers bulk --letters --contacts addresses.csv\n  clearway analyze county.dat --county FRESNO --policy california-statute --as-of 2026-11-23 --out results/ --facts list2019.csv --decisions decisions.jsonl',
    )
    .action(async (files: string[], options: AnalyzeOptions) => {
      // First of all: threads start, and load the rules, while everything else is loaded.
      (await import('../analyze/compile-later.js')).compileLater();
      const hands = (await import('../analyze/hands.js')).openHands(
        options.threads,
        join(__dirname, '..', 'analyze', 'decide-people'),
      );
      try {
        outcome.exitCode = await (await import('../results/analyze.js')).analyze(files, options, terminal(), hands);
      } finally {
        await hands.close();
      }
    });
}

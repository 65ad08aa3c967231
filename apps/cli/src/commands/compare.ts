import { type Command, Option } from 'commander';
import { type CompareOptions } from '../compare/compare';
import { type Terminal } from '../terminal/terminal';
import { calendarDay, severalFiles } from './options';

/** Each time that the option stands there is one more. */
function several(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

export function addCompare(program: Command, terminal: () => Terminal): void {
  program
    .command('compare')
    .summary('say what changes with another policy or day, or beside old results')
    .description(
      "Decides everybody twice and says what moved: convictions and people from outcome to outcome, felonies removed, clean records, by section, decade, age and race. Give two policies, or two days, or an office's old results (--against): then it names everybody who is still owed relief, and the cause.",
    )
    .argument(
      '<files...>',
      "files of the state, courts' exports, RAP sheets; those that were one population, together. With --against files of the state only",
    )
    .requiredOption('--county <name>', 'county whose convictions are decided, as the file writes it')
    .option(
      '--policy <name|file>',
      'a preset or a policy file; twice to compare two (default: california-statute)',
      several,
      [],
    )
    .option(
      '--as-of <date>',
      'day on which everything is decided, YYYY-MM-DD; twice to compare two (default: today)',
      (text: string, before: readonly string[]) => several(calendarDay(text), before),
      [],
    )
    .option(
      '--against <file...>',
      "results that an earlier tool wrote: All_Results, All_Results_Condensed, Prop64_Results or doj_results, or Clearway's own",
      (text: string, before: readonly string[]) => several(text, before),
      [],
    )
    .option('--against-as-of <date>', 'day on which the old results were computed (default: 2020-07-01)', calendarDay)
    .option(
      '--against-policy <name|file>',
      'policy with which they were made, such as eligibilityConfig.json (default: los-angeles-2020, or what their reasons say)',
    )
    .option('--mapping <file=mapping>', "how a court's export is read, as for analyze", severalFiles)
    .option('--decisions <file>', "the office's decisions: who is one person. Answers about convictions are left out")
    // Known only to be refused with the cure.
    .addOption(new Option('--facts <file>').argParser(severalFiles).hideHelp())
    .addOption(new Option('--done <file>').argParser(severalFiles).hideHelp())
    .requiredOption('--out <folder>', 'where to put the results; those of an earlier run there are replaced')
    .addHelpText(
      'after',
      '\nIn the folder, office/ holds exact numbers and lists of people; publish/ holds the report, its numbers and charts without counts under 11.\n\nExamples:\n  clearway compare county.dat --county FRESNO --policy los-angeles-2020 --policy california-statute --as-of 2026-11-01 --out compared/\n  clearway compare county.dat --county FRESNO --as-of 2026-01-01 --as-of 2027-01-01 --out compared/\n  clearway compare county.dat --county FRESNO --against All_Results.csv --against-policy eligibilityConfig.json --out owed/',
    )
    .action(async (files: string[], options: CompareOptions) =>
      (await import('../compare/compare.js')).compare(files, options, terminal()),
    );
}

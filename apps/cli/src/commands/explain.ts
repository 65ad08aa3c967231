import { type Command } from 'commander';
import { type ExplainOptions } from '../explain/explain';
import { type Terminal } from '../terminal/terminal';
import { calendarDay, severalFiles } from './options';

export function addExplain(program: Command, terminal: () => Terminal): void {
  program
    .command('explain')
    .summary("say in words how one person's convictions were decided")
    .description(
      'Decides the convictions of one subject and says why: each rule in order with its citation, what it found and on which line of the file, who has to prove what, the open questions with the outcome of each answer, the floor, and what would change the answer.',
    )
    .argument('<files...>', "files of the state, courts' exports, RAP sheets; those that were one population, together")
    .requiredOption('--subject <id>', 'SUBJECT_ID, CII_NUMBER, or the id of the person that results write')
    .option('--count <number>', 'only this count: its CNT_ORDER, or the key that stands above each explanation')
    .option('--county <name>', 'only this county (default: every county in which the person has a cannabis conviction)')
    .option('--policy <name|file>', 'a preset or a policy file', 'california-statute')
    .option('--as-of <date>', 'day on which everything is decided, YYYY-MM-DD (default: today)', calendarDay)
    .option(
      '--facts <file>',
      'CSV of what is known of cases: on the list of 2019, challenged, granted, destroyed; may be given several times',
      severalFiles,
    )
    .option(
      '--done <file>',
      'list of what already happened, as for analyze; may be given several times. Needs --county',
      severalFiles,
    )
    .option('--decisions <file>', 'decisions of attorneys, as clearway review import records them')
    .option('--corrections <file>', 'corrections of the record, as clearway fix import records them')
    .option('--mapping <file=mapping>', "how a court's export or a list is read, as for analyze", severalFiles)
    .option('--pdf <file>', 'write a page for each conviction that an attorney can sign')
    .addHelpText(
      'after',
      '\nExamples:\n  clearway explain county.dat --subject 10000017 --pdf determinations.pdf\n  clearway explain county.dat --subject 10000017 --count 101002001000 --county "LOS ANGELES" --policy los-angeles-2020 --as-of 2020-07-01',
    )
    .action(async (files: string[], options: ExplainOptions) =>
      (await import('../explain/explain.js')).explain(files, options, terminal()),
    );
}

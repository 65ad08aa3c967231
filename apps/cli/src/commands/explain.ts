import { type Command } from 'commander';
import { type ExplainOptions } from '../explain/explain';
import { type Terminal } from '../terminal/terminal';
import { calendarDay } from './options';

export function addExplain(program: Command, terminal: () => Terminal): void {
  program
    .command('explain')
    .summary('say in words how one person\'s convictions were decided')
    .description('Decides the convictions of one subject and says why in words: each rule in order, what it found, on which line of the file, the open questions with the outcome of each answer.')
    .argument('<files...>', 'files of the state; those that were one population, together')
    .requiredOption('--subject <id>', 'SUBJECT_ID, or CII_NUMBER')
    .option('--county <name>', 'only this county (default: every county in which the person has a cannabis conviction)')
    .option('--policy <name|file>', 'a preset or a policy file', 'california-statute')
    .option('--as-of <date>', 'day on which everything is decided, YYYY-MM-DD (default: today)', calendarDay)
    .addHelpText('after', '\nExample:\n  clearway explain county.dat --subject 10000017 --county "LOS ANGELES" --policy los-angeles-2020 --as-of 2020-07-01')
    .action(async (files: string[], options: ExplainOptions) => (await import('../explain/explain.js')).explain(files, options, terminal()));
}

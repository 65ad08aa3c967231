import { type Command } from 'commander';
import { type SampleOptions } from '../review/certify';
import { type Terminal } from '../terminal/terminal';
import { wholeNumber } from './options';

export function addCertify(program: Command, terminal: () => Terminal): void {
  const certify = program
    .command('certify')
    .summary('draw a sample for hand review, and state the bound of error for the declaration')
    .description(
      'Draws a stratified sample of determinations (by outcome, section and what decided) into a workbook; the same results and seed draw the same. `read` takes the verdicts back and states with 95 percent confidence how many determinations can be wrong at most.',
    )
    .argument('[results...]', 'folders that clearway analyze wrote')
    .option('--sample <number>', 'how many determinations to draw', wholeNumber(1, 1_000_000))
    .option('--seed <text>', 'what the draw follows from')
    .option('--out <file>', 'the workbook to write, .xlsx')
    .addHelpText(
      'after',
      '\nExamples:\n  clearway certify results/ --sample 300 --seed 7 --out sample.xlsx\n  clearway certify read sample.xlsx --out certificate.json',
    )
    .action(async (folders: string[], options: SampleOptions) =>
      (await import('../review/certify.js')).certify(folders, options, terminal()),
    );
  certify
    .command('read')
    .description(
      'Reads the verdicts of a sample and states the bound, by stratum and over all, with a paragraph for the declaration.',
    )
    .argument('<file>', 'the workbook, every row with a verdict')
    .option('--out <file>', 'write the numbers and the paragraph as JSON')
    .action(async (path: string, _options: unknown, command: Command) =>
      (await import('../review/certify.js')).readSample(path, command.optsWithGlobals<{ out?: string }>(), terminal()),
    );
}

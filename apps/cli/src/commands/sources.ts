import { type Command } from 'commander';
import { type Terminal } from '../terminal/terminal';

export function addSources(program: Command, terminal: () => Terminal, outcome: { exitCode: number }): void {
  const sources = program
    .command('sources')
    .summary('look at files other than those of the state before they are used')
    .description('Shows what Clearway understands of a file that does not come from the state in bulk.');
  sources
    .command('read')
    .argument('<file>', "one person's RAP sheet, as text or as PDF with text")
    .description(
      'Prints what was understood of a RAP sheet: the person, every cycle, event and count, what a person should look at, and every line that could not be read, with its page and line.',
    )
    .addHelpText(
      'after',
      '\nThe exit code is 0 when every line was read, 3 when lines could not be read (they are listed) or the file is no RAP sheet.\n\nExamples:\n  clearway sources read sheet.pdf\n  clearway sources read sheet.txt --json',
    )
    .action(async (file: string) => {
      outcome.exitCode = await (await import('../sources/read-sheet.js')).readSheet(file, terminal());
    });
}

import { type Command } from 'commander';
import { CliError } from '../cli-error';
import { type Terminal } from '../terminal/terminal';
import { addExtractSources } from './sources-extract';

export function addSources(program: Command, terminal: () => Terminal, outcome: { exitCode: number }): void {
  const sources = program
    .command('sources')
    .summary('look at files other than those of the state before they are used')
    .description('Shows what Clearway understands of a file that does not come from the state in bulk.');
  sources
    .command('read')
    .argument('<file>', "one person's RAP sheet, as text or as PDF with text; with --mapping a court's export")
    .description(
      "Prints what was understood of a RAP sheet: the person, every cycle, event and count, what a person should look at, and every line that could not be read, with its page and line. With --mapping, of a court's export: rows as they were understood, what became of every row, and that the numbers tie out.",
    )
    .option('--mapping <name|file>', "the file is a court's export: how its columns are read")
    .option('--rows <number>', 'with --mapping: how many rows are shown', '10')
    .addHelpText(
      'after',
      '\nThe exit code is 0 when every line was read, 3 when lines could not be read (they are listed) or the file is no RAP sheet.\n\nExamples:\n  clearway sources read sheet.pdf\n  clearway sources read sheet.txt --json\n  clearway sources read export.csv --mapping ours.yaml',
    )
    .action(async (file: string, { mapping, rows }: { mapping?: string; rows: string }) => {
      if (mapping !== undefined) {
        if (!/^\d{1,6}$/.test(rows)) throw new CliError('usage.rows', '--rows is a whole number, such as 10');
        const { readCourtExtract } = await import('../sources/read-court-extract.js');
        outcome.exitCode = await readCourtExtract(file, { mapping, rows: Number(rows) }, terminal());
        return;
      }
      outcome.exitCode = await (await import('../sources/read-sheet.js')).readSheet(file, terminal());
    });
  addExtractSources(sources, terminal, outcome);
}

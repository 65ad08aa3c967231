import { type Command } from 'commander';
import { type FixExportOptions, type FixImportOptions, type FixUndoOptions } from '../fix/fix';
import { type Terminal } from '../terminal/terminal';

const load = async (): Promise<typeof import('../fix/fix.js')> => import('../fix/fix.js');
const CORRECTIONS = ['--corrections <file>', 'the corrections file of the office (JSON lines)'] as const;
const DEFAULT_FILE = 'corrections.jsonl';

export function addFix(program: Command, terminal: () => Terminal): void {
  const fix = program
    .command('fix')
    .summary('worklists of what the data cannot tell, and the values that somebody found')
    .description(
      'Writes what the data cannot tell into worklists, what keeps the most convictions from relief first, and reads the values back. Each is a correction with who, when and evidence in a file of its own, which later runs take with --corrections. The source is never changed.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  clearway fix export results/ --all --out worklists/\n  clearway fix export results/ --kind partial-date --out dates.xlsx\n  clearway fix import dates.xlsx --results results/ --corrections corrections.jsonl\n  clearway analyze county.dat --county FRESNO --policy california-statute --as-of 2026-11-23 --out results/ --corrections corrections.jsonl\n  clearway fix undo 0123456789abcdef --reason "wrong docket"',
    );
  fix
    .command('export')
    .description('Writes a worklist (.xlsx): each value that is to be found once, most convictions helped first.')
    .argument('<results>', 'folder of results of clearway analyze, or its data_quality_rows.csv')
    .option('--kind <kind>', 'a kind of defect, as data_quality.csv names it')
    .option('--all', 'a worklist of every kind; --out is then a folder')
    .requiredOption('--out <file|folder>', 'the workbook to write, or with --all the folder')
    .action(async (results: string, options: FixExportOptions) =>
      (await load()).exportWorklists(results, options, terminal()),
    );
  fix
    .command('import')
    .description(
      'Reads a worklist back and appends its values as corrections. Imported twice is imported once. One wrong cell, and nothing is taken.',
    )
    .argument('<file>', 'the worklist, as Excel or LibreOffice saved it')
    .option(...CORRECTIONS, DEFAULT_FILE)
    .option(
      '--results <folder>',
      'results of the run that the worklist is for: one that was made of other files is refused',
    )
    .option('--partial', 'take the rows that are right although others are wrong')
    .action(async (path: string, options: FixImportOptions) =>
      (await load()).importCorrections(path, options, terminal()),
    );
  fix
    .command('list')
    .description('Lists the corrections of a file with their ids.')
    .option(...CORRECTIONS, DEFAULT_FILE)
    .action(async (options: { corrections: string }) => (await load()).listCorrections(options, terminal()));
  fix
    .command('undo')
    .description('Takes corrections back. The file keeps them, and who took them back.')
    .argument('<ids...>', 'ids of corrections')
    .requiredOption('--reason <words>', 'why')
    .option(...CORRECTIONS, DEFAULT_FILE)
    .action(async (ids: string[], options: FixUndoOptions) => (await load()).undoCorrections(ids, options, terminal()));
}

import { type ListedSheet, listedCsv, listedWorkbook } from '@clearway/court-exchange';
import { CliError } from '../cli-error';
import { UnfinishedFile } from '../outputs/unfinished-file';
import { writeWorkbook } from '../review/review';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';

const SHOWN = 20;

/** Writes a list to a file by its ending, .csv or .xlsx; without a file shows its first rows. */
export async function putList(
  list: ListedSheet,
  title: string,
  out: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (out === undefined) {
    const rows = list.rows.slice(0, SHOWN);
    if (rows.length > 0) for (const line of [list.heads, ...rows]) terminal.say(`  ${line.join('  ')}`);
    if (list.rows.length > SHOWN)
      terminal.say(`  ... ${grouped(list.rows.length - SHOWN)} more; --out FILE.csv or FILE.xlsx writes all of them`);
    return;
  }
  if (isWorkbookName(out)) await writeWorkbook(out, listedWorkbook(title, [list]), terminal);
  else await writeText(out, listedCsv(list));
  terminal.say(`list         ${out} (${counted(list.rows.length, 'row', 'rows')})`);
}

/** Says before anything is done when a name ends otherwise. */
export function isWorkbookName(out: string): boolean {
  if (/\.xlsx$/i.test(out)) return true;
  if (/\.csv$/i.test(out)) return false;
  throw new CliError(
    'usage.out',
    `${out}: the list is written as .csv or .xlsx. Give the file one of the two endings.`,
  );
}

export async function writeText(path: string, text: string): Promise<void> {
  const file = await UnfinishedFile.open(path);
  try {
    await file.write(Buffer.from(text, 'utf8'));
    await file.finish();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

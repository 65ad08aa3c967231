import { ExtractError } from '../errors';
import { guessColumns } from './guess-columns';
import { guessLayout } from './guess-layout';

/** Lines of packed columns are all as wide as a record, which is wider than this. */
const NARROWEST_RECORD = 20;

/**
 * May a text that begins like this be a table that a mapping reads? False only of what is none for certain: a program, prose,
 * anything of which most lines have neither the same separators, nor columns of one width in which a known kind of value stands,
 * nor one width as records of packed columns have. Which mapping reads it, the office's own too, is not asked.
 *
 * @param head first bytes of the file, unpacked; `whole`: it is the whole file
 */
export function mayBeTable(head: Uint8Array, whole: boolean): boolean {
  if (head[0] === 0x23 && head[1] === 0x21) return false;
  try {
    const layout = guessLayout(whole ? head : wholeLines(head));
    if (layout.format !== 'fixed') return true;
    const widths = new Set(
      Buffer.from(head)
        .toString('latin1')
        .split(/\r\n|\r|\n/)
        .slice(0, whole ? undefined : -1)
        .filter((line) => line.trim() !== '')
        .map((line) => line.length),
    );
    if (widths.size === 1 && Math.max(...widths) > NARROWEST_RECORD) return true;
    return layout.columns.length > 1 && guessColumns(layout).some(({ by }) => by !== 'nothing');
  } catch (error) {
    if (error instanceof ExtractError) return false;
    // Bytes cut in the middle of a letter, or a damaged workbook: the reader says what is wrong with the whole.
    return true;
  }
}

function wholeLines(head: Uint8Array): Uint8Array {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return utf16 ? head.subarray(0, head.length & ~1) : head.subarray(0, head.lastIndexOf(0x0a) + 1 || head.length);
}

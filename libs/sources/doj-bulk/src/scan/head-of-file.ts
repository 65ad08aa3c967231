import { COLUMN_COUNT, COLUMN_NAMES } from '../columns';
import { StateFileError } from '../errors';

const LF = 0x0a;
const CR = 0x0d;

/** What stands before the first row. */
export interface HeadOfFile {
  /** Where the rows begin. */
  readonly bodyStart: number;
  readonly header: boolean;
  /** Physical lines before the rows, empty ones included. */
  readonly lines: number;
  readonly emptyLines: number;
}

/**
 * Looks at the first bytes: a UTF-8 mark and a header line are passed over; something that is plainly another kind of
 * file is refused with its kind.
 */
export function readHead(bytes: Buffer, limit: number, name: string): HeadOfFile {
  refuseOtherKinds(bytes, limit, name);
  let start = limit >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let emptyLines = 0;
  for (;;) {
    if (bytes[start] === LF && start < limit) start += 1;
    else {
      const lineFeed = afterReturns(bytes, start);
      if (bytes[start] !== CR || bytes[lineFeed] !== LF || lineFeed >= limit) break;
      start = lineFeed + 1;
    }
    emptyLines++;
  }
  const lineFeed = bytes.indexOf(LF, start);
  const end = lineFeed < 0 || lineFeed > limit ? limit : lineFeed;
  const line = bytes.toString('latin1', start, Math.min(end, start + 8192)).replace(/\r+$/, '');
  refuseOtherSeparators(line, name);
  if (!/^\s*"?RECORD_ID"?\s*,/i.test(line)) return { bodyStart: start, header: false, lines: emptyLines, emptyLines };
  checkHeader(line, name);
  return { bodyStart: Math.min(end + 1, limit), header: true, lines: emptyLines + 1, emptyLines };
}

function checkHeader(line: string, name: string): void {
  const names = line.split(',').map((each) => each.trim().replace(/^"(.*)"$/, '$1').trim().toUpperCase());
  while (names.length > 0 && names[names.length - 1] === '') names.pop();
  const wrong = names.findIndex((each, index) => each !== COLUMN_NAMES[index]);
  if (wrong < 0 && names.length >= COLUMN_COUNT - 1) return;
  const at = wrong < 0 ? names.length : wrong;
  throw new StateFileError(
    'state-file.not-one',
    name,
    `${name} is not a state file: column ${at + 1} of its header ${at < COLUMN_COUNT ? `should be ${COLUMN_NAMES[at]}` : 'should not be there'}. Fetch the file from the Department of Justice again, as it came.`,
  );
}

/** A header that goes on behind a carriage return, or is not divided by commas, says what was done to the file. */
function refuseOtherSeparators(line: string, name: string): void {
  const [, separator] = /^\s*"?RECORD_ID"?[ ]*([\t;|])/i.exec(line) ?? [];
  const what = separator
    ? `its columns are divided by ${SEPARATORS[separator]}, not by commas`
    : /^\s*"?RECORD_ID"?\s*,[^"]*\r/i.test(line)
      ? 'its lines end with a carriage return only, without a line feed'
      : undefined;
  if (what) throw new StateFileError('state-file.not-one', name, `${name} is not a state file: ${what}. Give the .dat or .csv file of the Department of Justice, as it came.`);
}

const SEPARATORS: Readonly<Record<string, string>> = { '\t': 'tabs', ';': 'semicolons', '|': 'bars' };

function afterReturns(bytes: Buffer, at: number): number {
  let i = at;
  while (bytes[i] === CR) i++;
  return i;
}

function refuseOtherKinds(bytes: Buffer, limit: number, name: string): void {
  const first = bytes.toString('latin1', 0, Math.min(8, limit));
  const kind = first.startsWith('PK\x03\x04')
    ? 'a ZIP archive or an Excel workbook'
    : first.startsWith('%PDF')
      ? 'a PDF'
      : first.startsWith('\xff\xfe') || first.startsWith('\xfe\xff')
        ? 'text in UTF-16'
        : undefined;
  if (kind) throw new StateFileError('state-file.not-one', name, `${name} is not a state file: it is ${kind}. Give the .dat or .csv file of the Department of Justice, as it came.`);
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { clearlyTwoPeople } from '@clearway/identity';
import { historiesOf, NOTE_WORDS, readExtract, REJECT_WORDS } from '@clearway/court-extract';
import {
  historyOf,
  lineAccountOf,
  NOTE_WORDS as SHEET_NOTE_WORDS,
  PICTURE_WORDS,
  RapSheetError,
  readRapSheet,
  readSheetFile,
  UNREAD_WORDS,
} from '@clearway/rap-sheet';
import { type History } from '@clearway/record';
import { SourceFileError } from '../errors';
import { type ChosenMapping, isDoneList, shippedMappingFor, sureGuess } from '../kind/choose-mapping';
import { type OtherInput } from '../kind/sort-inputs';
import { HistoryCounts } from './history-counts';
import { type OtherFile, type RejectedLine } from './other-file';
import { NoteCounts, type SeenNote } from './seen-note';

export interface ReadOtherOptions {
  /** Index of the file in the run's list of inputs. */
  readonly index: number;
  readonly signal?: AbortSignal;
  /** Each history, in the order of the file. */
  readonly onHistory: (history: History, sha256: string) => void;
  /** Each note, in the order of the file. */
  readonly onNote: (note: SeenNote) => void;
}

const DONE_LIST = 'this is a list of what was done in cases, not a record. Give it with --done.';

/** What the rows and lines of a file became, beside its histories. */
type Account = Pick<
  OtherFile,
  'lines' | 'read' | 'used' | 'rejected' | 'rejectedLines' | 'grants' | 'pictures' | 'mapping'
>;

/** Reads a court's export or a RAP sheet. Throws a SourceFileError that names the file, with the reader's code and cure. */
export async function readOtherFile(input: OtherInput, options: ReadOtherOptions): Promise<OtherFile> {
  const { index } = options;
  const { name, kind } = input;
  const onDisk = bytesOf(input);
  const sha256 = createHash('sha256').update(onDisk).digest('hex');
  const counts = new HistoryCounts();
  const notes = new NoteCounts();
  const note: TakeNote = (each) => {
    notes.add(each, kind === 'court-extract');
    options.onNote({ file: index, ...each });
  };
  const take = (history: History): void => {
    counts.add(history);
    options.onHistory(history, sha256);
  };
  let account: Account;
  let contentSha256 = sha256;
  try {
    const bytes = unpacked(onDisk, name);
    if (bytes !== onDisk) contentSha256 = createHash('sha256').update(bytes).digest('hex');
    account =
      kind === 'rap-sheet'
        ? await readSheet(bytes, { file: index, sha256 }, take, note, options.signal)
        : readCourtTable(bytes, input, { file: index, sha256 }, take, note);
  } catch (error) {
    if (isOfReader(error)) throw new SourceFileError(error.code, name, `${name}: ${error.message}`, { cause: error });
    throw error;
  }
  return {
    index,
    name,
    kind,
    sha256,
    contentSha256,
    bytes: onDisk.length,
    ...account,
    notes: notes.counts(),
    unknownCodes: notes.unknownCodes(),
    histories: counts.histories,
    rowsInHistories: counts.distinctRows,
    namedRows: counts.namedRows,
    counts: counts.counts,
    counties: counts.countiesInOrder(),
    coverage: kind === 'court-extract' ? counts.coverage() : [],
  };
}

type TakeNote = (note: Omit<SeenNote, 'file'>) => void;
/** Why a file cannot be read as one person's RAP sheet, as a run would say; undefined of one that can. */
export async function sheetProblem(path: string, name: string, signal?: AbortSignal): Promise<string | undefined> {
  try {
    readRapSheet(await readSheetFile(unpacked(readFileSync(path), name), signal ? { signal } : {}));
    return undefined;
  } catch (error) {
    if (isOfReader(error) || error instanceof SourceFileError) return error.message;
    throw error;
  }
}

/** Readers' errors have a dotted code and name the cure, and do not know the file. */
function isOfReader(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error &&
    !(error instanceof SourceFileError) &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(?:extract|rap-sheet|workbook)\./.test(error.code)
  );
}

interface Origin {
  readonly file: number;
  readonly sha256: string;
}

async function readSheet(
  bytes: Buffer,
  origin: Origin,
  take: (history: History) => void,
  note: TakeNote,
  signal: AbortSignal | undefined,
): Promise<Account> {
  const text = await readSheetFile(bytes, signal ? { signal } : {}).catch((error: unknown) => {
    if (error instanceof RapSheetError && error.pages.length > 0) return error.pages;
    throw error;
  });
  if (!('lines' in text)) return picturesOf(text);
  const sheet = readRapSheet(text);
  take(historyOf(sheet, origin));
  for (const { code, at, words } of sheet.notes) {
    const line = sheet.lines[at - 1];
    const place = line ? `page ${line.page} line ${line.line}` : '';
    note({ line: place, column: '', code, text: words, words: SHEET_NOTE_WORDS[code] });
  }
  const { lines, used, unread, unreadLines } = lineAccountOf(sheet);
  const rejectedLines = unreadLines.map(
    ({ line, why }): RejectedLine => ({
      line: `page ${line.page} line ${line.line}`,
      column: '',
      reason: UNREAD_WORDS[why],
    }),
  );
  return { lines, read: used + unread, used, rejected: unread, rejectedLines, grants: 0, pictures: [] };
}

/** A scanned sheet is no empty history: each of its pages is reported, and it is nobody's. */
function picturesOf(pictures: readonly number[]): Account {
  const rejectedLines = pictures.map(
    (page): RejectedLine => ({ line: `page ${page}`, column: '', reason: PICTURE_WORDS }),
  );
  const rejected = rejectedLines.length;
  return { lines: rejected, read: rejected, used: 0, rejected, rejectedLines, grants: 0, pictures };
}

function readCourtTable(
  bytes: Buffer,
  { name, mapping: given }: OtherInput,
  origin: Origin,
  take: (history: History) => void,
  note: TakeNote,
): Account {
  const mapping = given ?? mappingOf(bytes, name);
  const extract = readExtract(bytes, mapping.mapping, { areClearlyTwo: clearlyTwoPeople() });
  for (const history of historiesOf(extract, origin)) take(history);
  for (const { code, line, column, value = '' } of extract.notes)
    note({ line: String(line), column, code, text: value, words: NOTE_WORDS[code] });
  const { rows, used, rejected } = extract.account;
  const rejectedLines = extract.rejected.map(
    ({ line, column, reason }): RejectedLine => ({ line: String(line), column, reason: REJECT_WORDS[reason] }),
  );
  return {
    lines: linesIn(bytes),
    read: rows,
    used,
    rejected,
    rejectedLines,
    grants: extract.grants,
    pictures: [],
    mapping,
  };
}

function mappingOf(bytes: Buffer, name: string): ChosenMapping {
  const shipped = shippedMappingFor(bytes);
  if (shipped) return shipped;
  if (isDoneList(bytes)) throw SourceFileError.of('source.done-list', name, DONE_LIST);
  const guess = sureGuess(bytes);
  if (guess) return guess;
  throw SourceFileError.of(
    'source.unknown-kind',
    name,
    `this is no file of the state and no RAP sheet, and no mapping that comes with Clearway reads it. If it is a court's export, propose a mapping with "clearway sources guess", look at it, and give it with --mapping; else give the file of the Department of Justice, as it came.`,
  );
}

/** Line ends, and a last line without one; of a workbook, which has no lines, none. */
function linesIn(bytes: Buffer): number {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 0;
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines + (bytes.length > 0 && bytes[bytes.length - 1] !== 0x0a ? 1 : 0);
}

function unpacked(bytes: Buffer, name: string): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new SourceFileError('source.unreadable', name, `${name} is a broken gzip file. Fetch it again.`, {
      cause: error,
    });
  }
}

function bytesOf({ path, name }: OtherInput): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new SourceFileError(
      'source.unreadable',
      name,
      `${name} cannot be read. Check that it is there and that you may read it.`,
      { cause: error },
    );
  }
}

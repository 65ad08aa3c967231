import { chmod, mkdir, open, readFile, rename, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import {
  applyEvents,
  type BookEvent,
  type BookProblem,
  BookRuleError,
  type BookState,
  chainEvents,
  type DraftEvent,
  printEvents,
  problemsOfLast,
  type ReadBook,
  readBook,
} from '@clearway/filing-book';
import { DEFAULT_OFFICE } from '../commands/default-office';
import { CliError } from '../cli-error';
import { errorCodeOf } from '../exit-codes';
import { WriterLock } from './writer-lock';

/** Who records, and for which office. */
export interface BookOptions {
  readonly filingBook: string;
  readonly office: string;
}

export interface Recorded {
  readonly events: readonly BookEvent[];
  readonly state: BookState;
}

/**
 * The book of an office's filings in a folder: `book.jsonl` (only ever appended to) and `batches/`, one folder for each batch as it
 * was made. Readable by its owner only. The chain of the lines is verified whenever it is read.
 */
export class BookFolder {
  private constructor(
    readonly path: string,
    private readonly book: ReadBook,
  ) {}

  /** Opens a book for reading. A folder that is not there is an empty book; nothing is made. */
  static async open(path: string): Promise<BookFolder> {
    return new BookFolder(path, readBook(await textOf(join(path, FILE))));
  }

  get events(): readonly BookEvent[] {
    return this.book.events;
  }

  /** The last line was torn off by a crash: it was never recorded, and goes with the next event. */
  get torn(): boolean {
    return this.book.torn;
  }

  state(): BookState {
    return applyEvents(this.book.events);
  }

  /** Refuses a book without an event: it is the wrong folder more often than an empty one. */
  assertBegun(): this {
    if (this.events.length > 0) return this;
    throw new CliError(
      'book.empty',
      `${this.path}: no book of filings stands there yet. Check --filing-book; it begins with \`clearway court match export\` or \`clearway court batches FOLDER\`.`,
    );
  }

  /**
   * Appends what `plan` asks for, worked out while nobody else can write. An event that cannot be, as the book stands, refuses
   * everything with its reason. Nothing is appended when `plan` asks for nothing.
   */
  static async record(
    options: BookOptions,
    by: string,
    plan: (state: BookState, events: readonly BookEvent[]) => readonly DraftEvent[] | Promise<readonly DraftEvent[]>,
  ): Promise<Recorded> {
    const { filingBook: path } = options;
    await mkdir(path, { recursive: true, mode: 0o700 });
    const lock = await WriterLock.take(join(path, 'book.lock'));
    try {
      const file = join(path, FILE);
      const book = await cured(file);
      const state = applyEvents(book.events);
      const office = officeOf(state, options);
      const drafts = await plan(state, book.events);
      if (drafts.length === 0) return { events: [], state };
      const added = chainEvents(book.end, drafts, { office, by, at: new Date().toISOString() });
      const all = [...book.events, ...added];
      const problems = problemsOfLast(all, added.length);
      if (problems[0])
        throw new BookRuleError(problems[0].code, `${problems.map(problemWords).join('\n')}\nNothing was recorded.`);
      await append(file, printEvents(added));
      return { events: added, state: applyEvents(all) };
    } finally {
      await lock.release();
    }
  }
}

const FILE = 'book.jsonl';
const REFS_SHOWN = 5;

function problemWords({ batch, refs, words }: BookProblem): string {
  const lines =
    refs.length === 0
      ? ''
      : ` (${refs.length} line(s): ${refs.slice(0, REFS_SHOWN).join(', ')}${refs.length > REFS_SHOWN ? ', ...' : ''})`;
  return `${batch === '' ? '' : `batch ${batch}: `}${words}${lines}.`;
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return '';
    throw error;
  });
}

/** Cuts a torn last line off and keeps it beside the book: it was written when power failed, and nobody was told that it stands. */
async function cured(file: string): Promise<ReadBook> {
  const text = await textOf(file);
  const book = readBook(text);
  if (!book.torn) return book;
  const kept = await open(`${file}.torn`, 'a', 0o600);
  try {
    await kept.writeFile(`${Buffer.from(text, 'utf8').subarray(book.wholeBytes).toString('utf8')}\n`);
    await kept.sync();
  } finally {
    await kept.close();
  }
  await truncate(file, book.wholeBytes);
  return { ...book, torn: false };
}

async function append(path: string, text: string): Promise<void> {
  const file = await open(path, 'a', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function officeOf(state: BookState, { office, filingBook }: BookOptions): string {
  if (state.office === '' || state.office === office || office === '') return state.office || office || DEFAULT_OFFICE;
  throw new CliError(
    'book.other-office',
    `${filingBook}: this is the book of another office. Each office keeps its own: check --office and --filing-book.`,
  );
}

/** Moves a finished folder to its name; one that stands there already is kept. */
export async function settle(unfinished: string, final: string): Promise<void> {
  try {
    await rename(unfinished, final);
    await chmod(final, 0o700);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCodeOf(error))) throw error;
    await rm(unfinished, { recursive: true, force: true });
  }
}

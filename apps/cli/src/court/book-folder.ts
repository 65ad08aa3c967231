import { chmod, mkdir, rename, rm } from 'node:fs/promises';
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
import { type AppendOnlyFile, appendTo, textOf } from '../append-only/append-only-file';
import { DEFAULT_OFFICE } from '../commands/default-office';
import { CliError } from '../cli-error';
import { errorCodeOf } from '../exit-codes';

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
    const { events, state } = await appendTo(bookFile(path), async (recorded) => {
      const book = readBook(recorded);
      const before = applyEvents(book.events);
      const office = officeOf(before, options);
      const drafts = await plan(before, book.events);
      if (drafts.length === 0) return { text: '', events: [], state: before };
      const added = chainEvents(book.end, drafts, { office, by, at: new Date().toISOString() });
      const all = [...book.events, ...added];
      const problems = problemsOfLast(all, added.length);
      if (problems[0])
        throw new BookRuleError(problems[0].code, `${problems.map(problemWords).join('\n')}\nNothing was recorded.`);
      return { text: printEvents(added), events: added, state: applyEvents(all) };
    });
    return { events, state };
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

/** A last line without its end is torn, whole or not: nobody was told that it stands. */
function bookFile(folder: string): AppendOnlyFile {
  const locked = { code: 'book.locked', doing: 'writing into the book' };
  return { path: join(folder, FILE), lock: join(folder, 'book.lock'), locked, isTorn: () => true, closed: true };
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

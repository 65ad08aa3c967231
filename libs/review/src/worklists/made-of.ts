import { type ReadWorkbook, type Sheet } from '@clearway/spreadsheets';
import { ReviewError } from '../errors';
import { findSheet } from '../returned/returned-sheet';

/** An input of the run that a worklist was made of. */
export interface MadeOf {
  readonly name: string;
  /** SHA-256, hex. */
  readonly sha256: string;
}

const HEADS = ['File', 'SHA-256'] as const;

/** What a worklist was made of, so that it is not read back for other files. */
export function madeOfSheet(files: readonly MadeOf[]): Sheet {
  return {
    name: 'Made of',
    columns: [
      { width: 50, style: 'text' },
      { width: 70, style: 'text' },
    ],
    frozenRows: 1,
    rows: [HEADS.map((text) => ({ text, style: 'head' as const })), ...files.map(({ name, sha256 }) => [name, sha256])],
  };
}

/** The inputs that a worklist names; undefined of one that says nothing, as those of older versions. */
export function madeOfWorkbook(book: ReadWorkbook): readonly MadeOf[] | undefined {
  const rows = findSheet(book, HEADS, [])?.rows ?? [];
  const files = rows
    .map((row) => ({ name: row.text('File'), sha256: row.text('SHA-256').toLowerCase() }))
    .filter(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256));
  return files.length > 0 ? files : undefined;
}

/**
 * Is a worklist of the run's own files? A run that has more files by now is: their people and counts stand where they stood. Throws a
 * ReviewError, `fix.other-files`, with the cure: the values of other files would be of no such place, or another person's.
 *
 * @param inputs SHA-256 of the run's inputs
 */
export function assertMadeOf(files: readonly MadeOf[], inputs: readonly string[]): void {
  const others = files.filter(({ sha256 }) => !inputs.includes(sha256)).length;
  if (others === 0) return;
  throw new ReviewError(
    'fix.other-files',
    `this worklist was made of other files: ${others} of the ${files.length} that its sheet "Made of" names are not among the run's inputs. Export the worklist from this run and fill that one in, or give it to the run that it was made of. Nothing was taken`,
  );
}

/** The inputs of a run, by its `run.json`. Throws a ReviewError when it is none. */
export function madeOfRun(runJson: string): readonly MadeOf[] {
  try {
    const { inputs } = JSON.parse(runJson) as { readonly inputs?: readonly MadeOf[] };
    if (inputs?.every(({ name, sha256 }) => typeof name === 'string' && /^[0-9a-f]{64}$/.test(sha256)))
      return inputs.map(({ name, sha256 }) => ({ name, sha256 }));
  } catch {
    // Said below.
  }
  throw new ReviewError(
    'fix.not-a-run',
    'run.json does not say which files the run had: name the folder of results as clearway analyze, or the services, wrote it',
  );
}

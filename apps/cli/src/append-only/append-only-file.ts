import { open, readFile, truncate } from 'node:fs/promises';
import { CliError } from '../cli-error';
import { errorCodeOf } from '../exit-codes';
import { WriterLock } from './writer-lock';

/** A file of lines that is only ever appended to, by one writer at a time. */
export interface AppendOnlyFile {
  readonly path: string;
  /** The file by whose making a writer keeps others out. */
  readonly lock: string;
  /** The refusal while somebody else writes: its code, and what they are doing. */
  readonly locked: { readonly code: string; readonly doing: string };
  /** Was a last line without its end torn off while it was written? Such a line was never recorded. */
  readonly isTorn: (end: string) => boolean;
  /** Is it made readable by its owner only whenever it is written to? Else only when it is made. */
  readonly closed: boolean;
}

/** The whole text of a file; '' when there is none yet. */
export async function textOf(path: string): Promise<string> {
  return (await bytesOf(path)).toString('utf8');
}

/** What was recorded: the text without a last line that was torn off. */
export async function recordedText({ path, isTorn }: Pick<AppendOnlyFile, 'path' | 'isTorn'>): Promise<string> {
  return parted(await bytesOf(path), isTorn).recorded.toString('utf8');
}

/**
 * Appends the text that `plan` makes of what stands there, while nobody else can write; nothing where it is ''. The lines reach the
 * disk before it returns. A torn last line is cut off first and kept beside the file, as `.torn`.
 *
 * Throws a CliError with the file's code while somebody else writes, and whatever `plan` throws: then nothing is appended.
 */
export async function appendTo<Planned extends { readonly text: string }>(
  file: AppendOnlyFile,
  plan: (recorded: string) => Planned | Promise<Planned>,
): Promise<Planned> {
  const { path, lock, locked } = file;
  const held = await WriterLock.take(lock);
  if (!held)
    throw new CliError(
      locked.code,
      `${path}: somebody else is ${locked.doing}. Wait until they are done; if nobody is, remove ${lock}.`,
    );
  try {
    const { recorded, torn } = parted(await bytesOf(path), file.isTorn);
    const planned = await plan(recorded.toString('utf8'));
    if (torn.length > 0) {
      await append(`${path}.torn`, `${torn.toString('utf8')}\n`, false);
      await truncate(path, recorded.length);
    }
    if (planned.text !== '') await append(path, planned.text, file.closed);
    return planned;
  } finally {
    await held.release();
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
}

const LINE_FEED = 0x0a;

function parted(bytes: Buffer, isTorn: (end: string) => boolean): { readonly recorded: Buffer; readonly torn: Buffer } {
  const whole = bytes.lastIndexOf(LINE_FEED) + 1;
  const end = bytes.subarray(whole);
  if (end.length > 0 && isTorn(end.toString('utf8'))) return { recorded: bytes.subarray(0, whole), torn: end };
  return { recorded: bytes, torn: Buffer.alloc(0) };
}

async function append(path: string, text: string, closed: boolean): Promise<void> {
  const file = await open(path, 'a', 0o600);
  try {
    if (closed) await file.chmod(0o600);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

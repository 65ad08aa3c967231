import { bytesInMemory, type ByteSource } from '@clearway/pdf-reading';
import { readBack } from '../reading-back/read-back';
import { FilingFile } from './filing-file';
import { type ByteSink, type FileInfo, type FillFault, type Filling } from './filling';
import { type LoadedForm } from './master/loaded-form';

/** Where a file is written and read back: in memory, or on a disk when it is larger than memory should be. */
export interface FileTarget {
  /** Begins the file, or begins it again from nothing. */
  begin(): ByteSink;
  /** The bytes that were written. */
  written(): ByteSource;
}

/** A finished file: written, read back and found to be what was meant. */
export interface FileFacts {
  readonly filings: number;
  readonly pages: number;
  readonly sha256: string;
  /** The page, from 1, on which each filing that is in it begins, in their order. */
  readonly starts: readonly number[];
}

export interface FilledFile extends FileFacts {
  readonly bytes: Uint8Array;
}

/** Filings in one file, without those that are held back. */
export interface FilledBatch<File = FilledFile> {
  /** Undefined when every filing is held back; then what was written is nothing to keep. */
  readonly file: File | undefined;
  /** In the order of the filings; each names its filing by its place among those that were given. */
  readonly held: readonly FillFault[];
}

/** After so many tries a file that still differs is given up as a whole. */
const MOST_TRIES = 4;

/**
 * Fills a form for many people in one file and reads it back. A filing that cannot be printed, or reads otherwise than it
 * was meant, is held back with its reason, and the file is made again without it; no other is touched. Filings are asked
 * for again in each pass, so that none is kept: memory does not grow with them.
 */
export function fillFormInto(
  form: LoadedForm,
  fillings: () => Iterable<Filling>,
  info: FileInfo,
  target: FileTarget,
): FilledBatch<FileFacts> {
  const held: FillFault[] = [];
  const out = new Set<number>();
  const hold = (fault: FillFault): void => {
    held.push(fault);
    out.add(fault.filing);
  };
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const file = new FilingFile(form, target.begin(), info);
    const starts: number[] = [];
    for (const [filing, filling] of without(fillings, out)) {
      const start = file.pageCount + 1;
      const faults = file.add(filling);
      if (faults.length === 0) starts.push(start);
      for (const fault of faults) hold({ ...fault, filing });
    }
    if (starts.length === 0) return { file: undefined, held: inOrder(held) };
    const facts = { filings: starts.length, starts, ...file.finish() };
    const faults = readBack(form, target.written(), info, without(fillings, out));
    if (faults.length === 0) return { file: facts, held: inOrder(held) };
    const named = faults.filter(({ filing }) => filing >= 0);
    if (named.length === 0) return nothing(fillings, out, held, faults[0] as FillFault);
    named.forEach(hold);
  }
  return nothing(fillings, out, held, { filing: -1, kind: 'file-differs', field: '', tooltip: '' });
}

/** The same in memory, for a file of a size that a court takes. */
export function fillFormBatch(form: LoadedForm, fillings: readonly Filling[], info: FileInfo): FilledBatch {
  let parts: Uint8Array[] = [];
  let bytes: Uint8Array = new Uint8Array(0);
  const { file, held } = fillFormInto(form, () => fillings, info, {
    begin: () => {
      parts = [];
      return { write: (part) => void parts.push(part) };
    },
    written: () => {
      bytes = Buffer.concat(parts);
      return bytesInMemory(bytes);
    },
  });
  return { file: file && { ...file, bytes }, held };
}

/** Fills a form for one filing, in a file of its own, and reads it back. */
export function fillForm(form: LoadedForm, filling: Filling, info: FileInfo): FilledBatch {
  return fillFormBatch(form, [filling], info);
}

/** The filings that are not held back, with their places. */
function* without(fillings: () => Iterable<Filling>, out: ReadonlySet<number>): Generator<readonly [number, Filling]> {
  let filing = 0;
  for (const filling of fillings()) {
    if (!out.has(filing)) yield [filing, filling];
    filing++;
  }
}

/** The file as a whole differs: every filing in it is held back for that. */
function nothing(
  fillings: () => Iterable<Filling>,
  out: ReadonlySet<number>,
  held: readonly FillFault[],
  fault: FillFault,
): FilledBatch<FileFacts> {
  const rest = [...without(fillings, out)].map(([filing]) => ({ ...fault, filing }));
  return { file: undefined, held: inOrder([...held, ...rest]) };
}

function inOrder(held: readonly FillFault[]): readonly FillFault[] {
  return [...held].sort((a, b) => a.filing - b.filing);
}

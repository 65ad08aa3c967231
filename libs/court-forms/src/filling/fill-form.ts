import { bytesInMemory } from '@clearway/pdf-reading';
import { readBack } from '../reading-back/read-back';
import { FilingFile } from './filing-file';
import { type FileInfo, type FillFault, type Filling } from './filling';
import { type LoadedForm } from './master/loaded-form';

/** A finished file: written, read back and found to be what was meant. */
export interface FilledFile {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly sha256: string;
}

/** Filings in one file, without those that are held back. */
export interface FilledBatch {
  /** Undefined when every filing is held back. */
  readonly file: FilledFile | undefined;
  /** In the order of the filings; each names its filing by its place among those that were given. */
  readonly held: readonly FillFault[];
}

/** After so many tries a file that still differs is given up as a whole. */
const MOST_TRIES = 4;

/**
 * Fills a form for many people in one file and reads it back. A filing that cannot be printed, or reads otherwise than it
 * was meant, is held back with its reason, and the file is made again without it; no other is touched.
 */
export function fillFormBatch(form: LoadedForm, fillings: readonly Filling[], info: FileInfo): FilledBatch {
  const held: FillFault[] = [];
  let positions = fillings.map((_, i) => i);
  for (let tries = 0; positions.length > 0 && tries < MOST_TRIES; tries++) {
    const { file, refused, written } = writeFile(
      form,
      positions.map((i) => fillings[i] as Filling),
      info,
    );
    held.push(...refused.map((fault) => ({ ...fault, filing: positions[fault.filing] as number })));
    const inFile = written.map((at) => positions[at] as number);
    if (!file) return { file: undefined, held: inOrder(held) };
    const faults = readBack(
      form,
      bytesInMemory(file.bytes),
      info,
      inFile.map((i) => fillings[i] as Filling),
    );
    if (faults.length === 0) return { file, held: inOrder(held) };
    const whole = faults.every(({ filing }) => filing < 0);
    held.push(
      ...faults.flatMap((fault) =>
        whole
          ? inFile.map((filing) => ({ ...fault, filing }))
          : fault.filing < 0
            ? []
            : [{ ...fault, filing: inFile[fault.filing] as number }],
      ),
    );
    const out = new Set(held.map(({ filing }) => filing));
    positions = inFile.filter((i) => !out.has(i));
  }
  held.push(...positions.map((filing): FillFault => ({ filing, kind: 'file-differs', field: '', tooltip: '' })));
  return { file: undefined, held: inOrder(held) };
}

/** Fills a form for one filing, in a file of its own, and reads it back. */
export function fillForm(form: LoadedForm, filling: Filling, info: FileInfo): FilledBatch {
  return fillFormBatch(form, [filling], info);
}

interface Written {
  readonly file: FilledFile | undefined;
  readonly refused: readonly FillFault[];
  /** Positions of the filings in the file. */
  readonly written: readonly number[];
}

function writeFile(form: LoadedForm, fillings: readonly Filling[], info: FileInfo): Written {
  const parts: Uint8Array[] = [];
  const file = new FilingFile(form, { write: (part) => void parts.push(part) }, info);
  const refused: FillFault[] = [];
  const written: number[] = [];
  fillings.forEach((filling, filing) => {
    const faults = file.add(filling);
    if (faults.length === 0) written.push(filing);
    refused.push(...faults.map((fault) => ({ ...fault, filing })));
  });
  if (written.length === 0) return { file: undefined, refused, written };
  return { file: { ...file.finish(), bytes: Buffer.concat(parts) }, refused, written };
}

function inOrder(held: readonly FillFault[]): readonly FillFault[] {
  return [...held].sort((a, b) => a.filing - b.filing);
}

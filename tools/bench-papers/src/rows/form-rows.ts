import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  fillForm,
  fillFormInto,
  type FileTarget,
  openForm,
  sampleFillings,
  type SampleFilings,
  sampleFilings,
} from '@clearway/court-forms';
import { measure } from '../measure';
import { type BenchContext, type BenchRow, type Measured } from '../rows';
import { fillPlain } from './fill-plain';
import { fillWithPdftk } from './fill-with-pdftk';

const INFO = { title: 'Petition', date: 20261123 };
const WARM = 500;

/** A court's form: filings joined in one file, a file for each, and the same work as others do it. */
export const FORM_ROWS: readonly BenchRow[] = [
  {
    id: 'form-batch',
    name: 'form, one file for all',
    filings: 2000,
    quickFilings: 300,
    plain: 'form-plain',
    run: batch,
  },
  {
    id: 'form-batch-10',
    name: 'the same, ten times as many',
    filings: 20000,
    quickFilings: 3000,
    plain: 'form-plain',
    run: batch,
  },
  {
    id: 'form-single',
    name: 'form, a file for each',
    filings: 1000,
    quickFilings: 150,
    plain: 'form-plain',
    run: single,
  },
  {
    id: 'form-plain',
    name: 'the PDF library: load, fill, flatten, save',
    filings: 100,
    quickFilings: 20,
    run: fillPlain,
  },
  { id: 'form-pdftk', name: 'pdftk fill_form', filings: 20, quickFilings: 5, plain: 'form-plain', run: fillWithPdftk },
];

/** Written to a file, and read back from it. */
async function batch({ form, filings, folder }: BenchContext): Promise<Measured> {
  const sample = await sampleFilings(form);
  await fillInto(form, sample, WARM, join(folder, 'warm.pdf'));
  return measure(filings, () => fillInto(form, sample, filings, join(folder, 'batch.pdf')));
}

async function fillInto(bytes: Uint8Array, sample: SampleFilings, filings: number, path: string): Promise<number> {
  const form = await openForm(bytes, sample.plan);
  const file = openSync(path, 'w+');
  try {
    const target = fileTarget(file);
    const { held } = fillFormInto(form, () => sampleFillings(sample, filings), INFO, target);
    if (held.length > 0) throw new Error(`${held.length} filings were held back: ${held[0]?.kind}`);
    return (target.written().length - form.beginning.bytes.length) / filings;
  } finally {
    closeSync(file);
  }
}

/** A file on disk; written in pieces of a megabyte. */
function fileTarget(file: number): FileTarget {
  let waiting: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    for (const part of waiting) writeSync(file, part);
    waiting = [];
    size = 0;
  };
  return {
    begin: () => {
      ftruncateSync(file, 0);
      return {
        write: (part) => {
          waiting.push(part);
          size += part.length;
          if (size > 1e6) {
            waiting = [Buffer.concat(waiting)];
            flush();
          }
        },
      };
    },
    written: () => {
      flush();
      return { length: fstatSync(file).size, read: (from, to) => readPart(file, from, to) };
    },
  };
}

function readPart(file: number, from: number, to: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(to - from);
  const read = readSync(file, bytes, 0, to - from, from);
  return bytes.subarray(0, read);
}

async function single({ form: bytes, filings }: BenchContext): Promise<Measured> {
  const sample = await sampleFilings(bytes);
  const form = await openForm(bytes, sample.plan);
  const one = (count: number): number => {
    let size = 0;
    for (const filling of sampleFillings(sample, count)) {
      const { file, held } = fillForm(form, { ...filling, fieldPrefix: '' }, INFO);
      if (!file) throw new Error(`a filing was held back: ${held[0]?.kind}`);
      size += file.bytes.length;
    }
    return size / count;
  };
  one(WARM);
  return measure(filings, () => one(filings));
}

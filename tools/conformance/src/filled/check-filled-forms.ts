import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import { fillFormBatch, openForm, sampleFilings, sampleFillings, type Filling } from '@clearway/court-forms';

/** What became of one form of a folder. */
export interface FilledFormCheck {
  readonly file: string;
  /** Empty when everything holds: each a sentence that names no value. */
  readonly faults: readonly string[];
  readonly pages: number;
  /** Of a filing beyond what all have in common. */
  readonly bytesPerFiling: number;
}

const INFO = { title: 'Filled forms', date: 20261123 };
const FILINGS = 20;
const SCALE = 72;
/** Grey levels that a pixel may differ by. */
const SHADE = 48;

/**
 * Fills every form of a folder with invented values, in one file and alone, and holds it against qpdf (no warning), poppler
 * (every value is read; outside of fields the page looks as the blank form does) and the read-back.
 */
export async function checkFilledForms(folder: string): Promise<readonly FilledFormCheck[]> {
  const work = mkdtempSync(join(tmpdir(), 'filled-forms-'));
  try {
    const checks: FilledFormCheck[] = [];
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.pdf'))
      .sort())
      checks.push(await checkForm(join(folder, file), file, work));
    return checks;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function checkForm(path: string, file: string, work: string): Promise<FilledFormCheck> {
  const bytes = readFileSync(path);
  const sample = await sampleFilings(bytes);
  const form = await openForm(bytes, sample.plan);
  const faults: string[] = [];
  const many = [...sampleFillings(sample, FILINGS)];
  let pages = 0;
  let size = 0;
  const sets: readonly (readonly [string, readonly Filling[]])[] = [
    ['together', many],
    ['alone', [{ ...(many[0] as Filling), fieldPrefix: '' }]],
    ['empty', [{ fieldPrefix: '', values: {} }]],
  ];
  for (const [name, fillings] of sets) {
    const { file: filled, held } = fillFormBatch(form, fillings, INFO);
    for (const { kind } of held) faults.push(`${name}: held back, ${kind}`);
    if (!filled) continue;
    const output = join(work, `${name}.pdf`);
    writeFileSync(output, filled.bytes);
    const { status, text } = run('qpdf', '--check', output);
    if (status !== 0 || text.includes('WARNING')) faults.push(`${name}: qpdf is not content`);
    const missing = missingValues(
      output,
      fillings,
      sample.plan.filter(({ kind }) => kind === 'text').map(({ field }) => field),
    );
    if (missing > 0) faults.push(`${name}: poppler does not read ${missing} values`);
    if (name === 'together')
      [pages, size] = [filled.pages, (filled.bytes.length - form.beginning.bytes.length) / FILINGS];
  }
  faults.push(...(await looksChanged(path, join(work, 'empty.pdf'), work)));
  return { file, faults, pages, bytesPerFiling: Math.round(size) };
}

function missingValues(file: string, fillings: readonly Filling[], fields: readonly string[]): number {
  const read = run('pdftotext', '-raw', file, '-').text.replace(/\s+/g, '');
  return fillings
    .flatMap(({ values }) => fields.map((field) => (values[field] ?? '').replace(/\s+/g, '')))
    .filter((value) => !read.includes(value)).length;
}

/** Pages on which something outside of the form's fields looks otherwise than in the blank form. */
async function looksChanged(form: string, filled: string, work: string): Promise<string[]> {
  const document = await PDFDocument.load(readFileSync(form), { updateMetadata: false });
  const boxesOn = (page: PDFPage): readonly (readonly number[])[] =>
    (page.node.Annots()?.asArray() ?? []).map((annotation) =>
      document.context
        .lookup(annotation, PDFDict)
        .lookup(PDFName.of('Rect'), PDFArray)
        .asArray()
        .map((edge) => Number(String(document.context.lookup(edge)))),
    );
  return document.getPages().flatMap((page, i) => {
    const [before, after] = [form, filled].map((file) => drawn(file, i + 1, work)) as [Picture, Picture];
    if (before.width !== after.width || before.pixels.length !== after.pixels.length)
      return [`page ${i + 1} has another size`];
    const boxes = boxesOn(page);
    let different = 0;
    for (let at = 0; at < before.pixels.length; at++) {
      if (Math.abs((before.pixels[at] as number) - (after.pixels[at] as number)) < SHADE) continue;
      const x = at % before.width;
      const y = page.getHeight() - Math.floor(at / before.width);
      const within = boxes.some(
        ([left = 0, bottom = 0, right = 0, top = 0]) =>
          x >= left - 3 && x <= right + 3 && y >= bottom - 3 && y <= top + 3,
      );
      if (!within) different++;
    }
    return different > 0 ? [`page ${i + 1} looks otherwise outside of its fields (${different} pixels)`] : [];
  });
}

interface Picture {
  readonly width: number;
  readonly pixels: Uint8Array;
}

function drawn(file: string, page: number, work: string): Picture {
  const { status } = run(
    'pdftoppm',
    '-r',
    String(SCALE),
    '-gray',
    '-f',
    String(page),
    '-l',
    String(page),
    '-singlefile',
    file,
    join(work, 'page'),
  );
  const bytes = readFileSync(join(work, 'page.pgm'));
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (status !== 0 || !head) throw new Error('poppler drew no page');
  return { width: Number(head[1]), pixels: bytes.subarray(head[0].length) };
}

function run(program: string, ...args: string[]): { readonly status: number | null; readonly text: string } {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw new Error(`${program} is not installed: it checks the forms`);
  return { status, text: `${stdout}${program === 'qpdf' ? stderr : ''}` };
}

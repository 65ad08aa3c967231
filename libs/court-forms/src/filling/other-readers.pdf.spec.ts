import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAMES, syntheticForm, syntheticValues } from '../testing/synthetic-forms';
import { fillFormBatch, type FilledFile } from './fill-form';
import { openForm } from './master/open-form';

/** pdf.js, in a process of its own: text of the pages alone, and how much each page draws with the form layer on and off. */
const PDF_JS = `
import { getDocument, AnnotationMode, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readFileSync } from 'node:fs';
const file = await getDocument({ data: new Uint8Array(readFileSync(process.argv[1])), verbosity: 0 }).promise;
const pages = [];
const shown = { on: 0, off: 0 };
const fields = [];
const glyphs = async (page, annotationMode) => {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode });
  return fnArray.reduce((sum, fn, i) => sum + (fn === OPS.showText ? argsArray[i][0].length : 0), 0);
};
for (let i = 1; i <= file.numPages; i++) {
  const page = await file.getPage(i);
  pages.push((await page.getTextContent()).items.map((item) => item.str).join(' '));
  shown.on += await glyphs(page, AnnotationMode.ENABLE);
  shown.off += await glyphs(page, AnnotationMode.DISABLE);
  for (const each of await page.getAnnotations()) fields.push([each.fieldName, each.fieldType, each.fieldValue ?? '', each.exportValue ?? '']);
}
const tree = await (await file.getPage(1)).getStructTree();
process.stdout.write(JSON.stringify({ pages, shown, fields, tree: tree !== null, title: (await file.getMetadata()).info.Title }));
`;

interface Seen {
  readonly pages: readonly string[];
  readonly shown: { readonly on: number; readonly off: number };
  readonly fields: readonly (readonly string[])[];
  readonly tree: boolean;
  readonly title: string;
}

describe.each([
  ['without tags', false],
  ['with tags', true],
])('other readers, of a form %s', (_, tagged) => {
  const folder = mkdtempSync(join(tmpdir(), 'court-forms-'));
  const path = { form: join(folder, 'form.pdf'), filled: join(folder, 'filled.pdf'), empty: join(folder, 'empty.pdf') };
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const drawn = (file: string, page: number): Buffer => {
    run(
      'pdftoppm',
      '-r',
      '72',
      '-gray',
      '-f',
      String(page),
      '-l',
      String(page),
      '-singlefile',
      file,
      join(folder, 'drawn'),
    );
    return readFileSync(join(folder, 'drawn.pgm')).subarray(-612 * 792);
  };
  /** Pixels that differ clearly, outside of and within the fields that are filled. */
  const differences = (
    a: Buffer,
    b: Buffer,
    boxes: readonly (readonly number[])[],
  ): { inside: number; outside: number } => {
    const count = { inside: 0, outside: 0 };
    for (let i = 0; i < a.length; i++) {
      if (Math.abs((a[i] as number) - (b[i] as number)) < 64) continue;
      const [x, y] = [i % 612, 792 - Math.floor(i / 612)];
      const within = boxes.some(
        ([left = 0, bottom = 0, right = 0, top = 0]) =>
          x >= left - 2 && x <= right + 2 && y >= bottom - 2 && y <= top + 2,
      );
      count[within ? 'inside' : 'outside']++;
    }
    return count;
  };
  let seen: Seen;
  let boxes: readonly (readonly number[])[];

  beforeAll(async () => {
    const { bytes, plan } = await syntheticForm({ tagged });
    const form = await openForm(bytes, plan);
    boxes = form.slots.map(({ box }) => box);
    const write = (file: string, values: (i: number) => Readonly<Record<string, string>>): void => {
      const { file: filled } = fillFormBatch(
        form,
        [0, 1].map((i) => ({ fieldPrefix: `filing${i}`, values: values(i) })),
        { title: 'Petitions', date: 20261123 },
      );
      writeFileSync(file, (filled as FilledFile).bytes);
    };
    writeFileSync(path.form, bytes);
    write(path.filled, syntheticValues);
    write(path.empty, () => ({}));
    seen = JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', PDF_JS, path.filled], {
        cwd: __dirname,
        encoding: 'utf8',
      }),
    ) as Seen;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('qpdf finds nothing wrong', () => {
    for (const file of [path.filled, path.empty])
      expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
  });

  it('pdf.js and poppler read every value from the page itself, with the form layer on or off', () => {
    const poppler = run('pdftotext', '-layout', path.filled, '-');
    const pages = seen.pages.join('\n').replaceAll(' ', '');
    for (const name of [NAMES.defendant, NAMES.caseNumber, NAMES.county]) {
      for (const i of [0, 1]) {
        expect(pages).toContain(syntheticValues(i)[name]?.replaceAll(' ', ''));
        expect(poppler).toContain(syntheticValues(i)[name]);
      }
    }
    expect(pages).toContain('Firstlineof1secondline,whichislong');
    expect(seen.shown.off).toBe(seen.shown.on);
    expect(seen.shown.off).toBeGreaterThan(300);
  });

  it('pdf.js offers the fields of the court alone, empty', () => {
    expect(seen.fields).toEqual(
      [0, 1].flatMap((i) => [
        [`filing${i}.court.granted`, 'Btn', 'Off', 'Yes'],
        [`filing${i}.court.date`, 'Tx', '', ''],
      ]),
    );
    expect(seen.tree).toBe(true);
    expect(seen.title).toBe('Petitions');
  });

  it('poppler draws the form as it was, and the values in their fields only', () => {
    const empty = drawn(path.empty, 1);
    const filled = drawn(path.filled, 3);
    const blank = drawn(path.form, 1);
    const { inside, outside } = differences(filled, empty, boxes);
    expect(outside).toBe(0);
    expect(inside).toBeGreaterThan(200);
    // The button of the form is a thing of the screen.
    expect(differences(empty, blank, [...boxes, [40, 30, 100, 46]]).outside).toBe(0);
  });
});

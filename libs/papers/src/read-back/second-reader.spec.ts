import { execFileSync } from 'node:child_process';
import { readPdf } from '@clearway/pdf-reading';
import { planFilings } from '../filing/filing-planner';
import { type Packet } from '../filing/filing-plan';
import { drawPaper } from '../paper/draw-paper';
import { exhibitPaper } from '../paper/exhibit';
import { motionPaper } from '../paper/motion';
import { orderPaper } from '../paper/order';
import { SAMPLE_OPTIONS, samplePeople } from '../sample-filing';
import { canonicalText } from './canonical-text';

/** pdf.js is a module of the other kind, so it runs in a process of its own; a file goes in, what it saw comes out. */
const PDF_JS = `
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const parts = [];
for await (const part of process.stdin) parts.push(part);
const file = await getDocument({ data: new Uint8Array(Buffer.concat(parts)), useSystemFonts: false, verbosity: 0 }).promise;
const pages = [];
const fields = [];
for (let i = 1; i <= file.numPages; i++) {
  const page = await file.getPage(i);
  pages.push((await page.getTextContent()).items.map((item) => item.str).join(' '));
  for (const { fieldName, fieldType } of await page.getAnnotations()) fields.push(fieldName + ' ' + fieldType);
}
const { info } = await file.getMetadata();
process.stdout.write(JSON.stringify({ pages, fields, title: info.Title, language: info.Language }));
`;

interface Seen {
  readonly pages: readonly string[];
  readonly fields: readonly string[];
  readonly title: string;
  readonly language: string;
}

function seenByPdfJs(bytes: Uint8Array): Seen {
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', PDF_JS], { input: bytes, cwd: __dirname, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1 << 26 })) as Seen;
}

describe('a second reader, which this project did not write, sees the same', () => {
  const [bulk] = planFilings(samplePeople(45)).packets as [Packet];
  const [single] = planFilings(samplePeople(2), 'per-case').packets.slice(1) as [Packet];
  it.each([
    ['bulk motion', motionPaper(bulk, SAMPLE_OPTIONS)],
    ['bulk order', orderPaper(bulk, SAMPLE_OPTIONS)],
    ['exhibit', exhibitPaper(bulk, SAMPLE_OPTIONS)],
    ['motion in one case', motionPaper(single, SAMPLE_OPTIONS)],
    ['order in one case', orderPaper(single, SAMPLE_OPTIONS)],
  ])('%s', (_, paper) => {
    const { bytes } = drawPaper(paper);
    const own = readPdf(bytes);
    const other = seenByPdfJs(bytes);
    expect(other.title).toBe(own.title);
    expect(other.language).toBe(own.language);
    expect(other.fields.map((field) => field.split(' ')[0])).toEqual(own.fields.flatMap(({ name, widgets }) => widgets.map(() => name)));
    expect(other.pages.map(canonicalText)).toEqual(own.pages.map(({ texts }) => canonicalText(texts.map(({ text }) => text).join(' '))));
  });
});

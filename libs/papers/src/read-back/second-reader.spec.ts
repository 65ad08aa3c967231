import { execFileSync } from 'node:child_process';
import { readPdf } from '@clearway/pdf-reading';
import { planFilings } from '../filing/filing-planner';
import { type Packet } from '../filing/filing-plan';
import { drawPaper } from '../paper/draw-paper';
import { exhibitPaper } from '../paper/exhibit';
import { motionPaper } from '../paper/motion';
import { orderPaper } from '../paper/order';
import { SAMPLE_OPTIONS, samplePeople } from '../testing/sample-filing';
import { canonicalText } from './canonical-text';

/** pdf.js is a module of the other kind, so it runs in a process of its own; files go in, what it saw comes out. */
const PDF_JS = `
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const parts = [];
for await (const part of process.stdin) parts.push(part);
const seen = [];
for (const encoded of JSON.parse(Buffer.concat(parts).toString())) {
  const file = await getDocument({ data: new Uint8Array(Buffer.from(encoded, 'base64')), useSystemFonts: false, verbosity: 0 }).promise;
  const pages = [];
  const fields = [];
  for (let i = 1; i <= file.numPages; i++) {
    const page = await file.getPage(i);
    pages.push((await page.getTextContent()).items.map((item) => item.str).join(' '));
    for (const { fieldName } of await page.getAnnotations()) fields.push(fieldName);
  }
  const { info } = await file.getMetadata();
  seen.push({ pages, fields, title: info.Title, language: info.Language });
}
process.stdout.write(JSON.stringify(seen));
`;

interface Seen {
  readonly pages: readonly string[];
  readonly fields: readonly string[];
  readonly title: string;
  readonly language: string;
}

function seenByPdfJs(files: readonly Uint8Array[]): readonly Seen[] {
  const input = JSON.stringify(files.map((bytes) => Buffer.from(bytes).toString('base64')));
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', PDF_JS], {
      input,
      cwd: __dirname,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    }),
  ) as readonly Seen[];
}

describe('a second reader, which this project did not write, sees the same', () => {
  const [bulk] = planFilings(samplePeople(36)).packets as [Packet];
  const [single] = planFilings(samplePeople(2), 'per-case').packets.slice(1) as [Packet];
  const papers = [
    ['bulk motion', motionPaper(bulk, SAMPLE_OPTIONS)],
    ['bulk order', orderPaper(bulk, SAMPLE_OPTIONS)],
    ['exhibit', exhibitPaper(bulk, SAMPLE_OPTIONS)],
    ['motion in one case', motionPaper(single, SAMPLE_OPTIONS)],
    ['order in one case', orderPaper(single, SAMPLE_OPTIONS)],
  ] as const;
  const files = papers.map(([, paper]) => drawPaper(paper).bytes);
  let seen: readonly Seen[] = [];
  beforeAll(() => {
    seen = seenByPdfJs(files);
  });

  it.each(papers.map(([name], i) => [name, i] as const))('%s', (_, i) => {
    const own = readPdf(files[i] as Uint8Array);
    const other = seen[i] as Seen;
    expect(other.title).toBe(own.title);
    expect(other.language).toBe(own.language);
    expect(other.fields).toEqual(own.fields.flatMap(({ name, widgets }) => widgets.map(() => name)));
    expect(other.pages.map(canonicalText)).toEqual(
      own.pages.map(({ texts }) => canonicalText(texts.map(({ text }) => text).join(' '))),
    );
  });
});

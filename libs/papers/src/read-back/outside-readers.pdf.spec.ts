import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawPaper, drawVolume } from '../paper/draw-paper';
import { papersFor, papersOfCounts, samplePaper } from '../testing/drawn-samples';
import { meantElements } from './meant-elements';

/** pdf.js is a module of the other kind, so it runs in a process of its own. */
const PDF_JS = `
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const parts = [];
for await (const part of process.stdin) parts.push(part);
const file = await getDocument({ data: new Uint8Array(Buffer.concat(parts)), useSystemFonts: false, verbosity: 0 }).promise;
const roles = [];
const walk = (node) => { if (node.children?.some((kid) => kid.type)) roles.push(node.role); for (const kid of node.children ?? []) walk(kid); };
for (let i = 1; i <= file.numPages; i++) walk(await (await file.getPage(i)).getStructTree());
process.stdout.write(JSON.stringify({ roles, mark: await file.getMarkInfo(), outline: (await file.getOutline())?.map(({ title }) => title) ?? [] }));
`;

const folder = mkdtempSync(join(tmpdir(), 'papers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
const seenByPdfJs = (
  bytes: Uint8Array,
): {
  readonly roles: readonly string[];
  readonly mark: { readonly Marked: boolean };
  readonly outline: readonly string[];
} =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', PDF_JS], {
      input: bytes,
      cwd: __dirname,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    }),
  ) as ReturnType<typeof seenByPdfJs>;

const PAPERS = [
  ['every kind of block', samplePaper()],
  ...papersFor(36, 'bulk'),
  ...papersOfCounts(40).map(([name, paper]) => [`forty counts ${name}`, paper] as const),
] as const;
const FILES = PAPERS.map(([name, paper], i) => {
  const path = join(folder, `${i}.pdf`);
  const { bytes } = drawPaper(paper);
  writeFileSync(path, bytes);
  return { name, paper, path, bytes };
});

describe('programs that others wrote', () => {
  it.each(FILES)('qpdf finds nothing to complain about in $name', ({ path }) => {
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
  });

  it.each(FILES)('poppler reads the elements of $name in their order, words and gaps', ({ path, paper }) => {
    expect(run('pdfinfo', path)).toMatch(/Tagged:\s+yes/);
    const lines = run('pdfinfo', '-struct-text', path).split('\n');
    const roles = lines.flatMap(
      (line) => /^\s*(H\d|P|L|LI|Lbl|LBody|Table|TR|TH|TD|Form|BlockQuote)\b/.exec(line)?.[1] ?? [],
    );
    expect(roles).toEqual([...meantElements(paper)].map(({ role }) => role));
    const read = lines.flatMap((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? []);
    const latin = (text: string): boolean => /^[ -~§“”’]+$/.test(text);
    const meant = [...meantElements(paper)].map(({ text }) => text);
    expect(read.map((text) => text.trim()).filter(latin)).toEqual(meant.filter(latin));
  });

  it('pdf.js reads the elements that have content on each page, and the outline of a long paper', () => {
    const { paper, bytes } = FILES[FILES.length - 1] as (typeof FILES)[number];
    const { roles, mark, outline } = seenByPdfJs(bytes);
    expect(mark.Marked).toBe(true);
    expect(roles.filter((role) => role === 'TD')).toHaveLength(40 * 7);
    expect(roles.filter((role) => role === 'TH')).toHaveLength(7);
    expect(roles.filter((role) => role === 'Form')).toHaveLength(
      [...meantElements(paper)].filter(({ role }) => role === 'Form').length,
    );
    expect(outline.length).toBeGreaterThan(0);
  });

  it('qpdf and pdf.js read a volume of papers: a section and a line of the outline for each', () => {
    const papers = PAPERS.map(([, paper], i) => ({ ...paper, fieldPrefix: `p${i}` }));
    const { bytes, pages, papers: places } = drawVolume(papers, { title: 'VOLUME 1', date: 20261123 });
    const path = join(folder, 'volume.pdf');
    writeFileSync(path, bytes);
    expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
    expect(run('qpdf', '--show-npages', path).trim()).toBe(String(pages));
    expect(places.reduce((sum, each) => sum + each.pages, 0)).toBe(pages);
    expect(seenByPdfJs(bytes).outline).toEqual(papers.map(({ title }) => title));
  });
});

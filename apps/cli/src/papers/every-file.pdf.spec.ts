import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Real: the built program makes the papers of a county, and programs that others wrote open every file.
const ROOT = join(__dirname, '..', '..', '..', '..');
const BIN = join(ROOT, 'tools', 'cli', 'clearway.js');

/** pdf.js is a module of the other kind, so it runs in a process of its own: the files that it cannot open, or whose last page says nothing. */
const PDF_JS = `
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readFileSync } from 'node:fs';
const wrong = [];
for (const path of process.argv.slice(1)) {
  try {
    const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0, stopAtErrors: true });
    const file = await task.promise;
    const { items } = await (await file.getPage(file.numPages)).getTextContent();
    if (items.length === 0) wrong.push('no text');
    await task.destroy();
  } catch (error) {
    wrong.push(error.name);
  }
}
process.stdout.write(JSON.stringify(wrong));
`;

const clearway = (...args: readonly string[]): void => {
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the command failed: ${stderr.slice(0, 300)}`);
};

/** A profile with everything that a profile can ask for: volumes, separators, copies, every paper, a public and a sealed list. */
function withEverything(profile: string, mode: 'bulk' | 'per-case'): string {
  const changes: Readonly<Record<string, string>> = {
    'mode: bulk': `mode: ${mode}`,
    'papers: [motion, order, exhibit]': 'papers: [motion, memorandum, order, exhibit, proof of service]',
    'copies: 1': 'copies: 2',
    'separators: no': 'separators: yes',
    'megabytes per file: 25': 'megabytes per file: 0.05',
    'delivery: files': 'delivery: volumes',
    'public: { names: yes, charges: yes, conviction dates: yes }':
      'public: { names: no, charges: yes, conviction dates: yes }\n  confidential: { ground: "an order of the court" }',
  };
  return Object.entries(changes).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no "${from}" in the profile`);
    return text.replace(from, to);
  }, profile);
}

jest.setTimeout(300_000);

describe('every PDF of a run', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-papers-'));
    clearway('synth', '--county', 'LOS ANGELES', '--rows', '1500', '--seed', '11', '--out', join(folder, 'county.csv'));
    const profile = readFileSync(join(ROOT, 'libs', 'papers', 'courts', 'los-angeles.yaml'), 'utf8');
    for (const mode of ['bulk', 'per-case'] as const) {
      mkdirSync(join(folder, `courts-${mode}`));
      writeFileSync(join(folder, `courts-${mode}`, 'los-angeles.yaml'), withEverything(profile, mode));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['one motion a courthouse', ['bulk']],
    ['one motion a case', ['per-case']],
    ['separators and a sealed list', ['court', '--courts', 'courts-bulk']],
    ['volumes, separators and sealed lists', ['court', '--courts', 'courts-per-case']],
  ])('passes qpdf, poppler and pdf.js with title, language and tags: %s', (_, [how, option, courts]) => {
    const out = join(folder, `out-${courts ?? how}`);
    const own = option && courts ? [option, join(folder, courts)] : [];
    const asked = ['--policy', 'california-statute', '--as-of', '2026-11-23', '--papers', how as string, ...own];
    clearway('analyze', join(folder, 'county.csv'), '--county', 'los angeles', '--out', out, ...asked);
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.pdf'))
      .sort();
    expect(files.length).toBeGreaterThan(10);
    const wrong = files.flatMap((path) => problemsOf(join(out, path)).map((problem) => `${path}: ${problem}`));
    expect(wrong).toEqual([]);
    const opened = execFileSync(
      process.execPath,
      ['--input-type=module', '-e', PDF_JS, ...files.map((path) => join(out, path))],
      {
        cwd: __dirname,
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(opened)).toEqual([]);
  });
});

/** What qpdf and poppler have to say against a file. */
function problemsOf(file: string): readonly string[] {
  const check = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
  const clean =
    check.status === 0 && check.stderr === '' && check.stdout.includes('No syntax or stream encoding errors');
  const info = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
  const catalog = spawnSync('qpdf', ['--json', '--json-key=qpdf', file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const said: readonly (readonly [string, boolean])[] = [
    ['qpdf complains', clean],
    ['poppler complains', info.status === 0 && info.stderr === ''],
    ['no title', /^Title:\s+\S/m.test(info.stdout)],
    ['no tags', /^Tagged:\s+yes/m.test(info.stdout)],
    ['no language', /"\/Lang": "u:en-US"/.test(catalog.stdout)],
  ];
  return said.filter(([, holds]) => !holds).map(([problem]) => problem);
}

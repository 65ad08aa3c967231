#!/usr/bin/env node
// npm run papers:page: writes docs/papers.md and its pictures from invented papers, as they are drawn today.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/compile.mjs';
import { ROOT } from '../setup/setup.mjs';
import { PAPERS } from './papers.mjs';

const DOTS_PER_INCH = 84;
const PICTURES = join(ROOT, 'docs', 'papers');
const HEAD = `# The papers

Every paper that Clearway makes, as it is drawn today, with invented names. \`npm run papers:page\` writes this page and its pictures anew.

All are letter pages with tags, title and language, so that they can be read aloud. Pleadings stand on numbered lines as rules 2.100 to 2.119
of the California Rules of Court ask for: the attorney from line 1, the clerk's place right of it blank, the court's title from line 8, the
paper's title at the foot. Names are printed in Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian, Devanagari, Georgian,
Khmer, Lao, Thai, Chinese, Japanese and Korean letters; one in another script (Bengali, Tamil, Ethiopic) is never printed wrongly: it stands in
\`cannot_file.csv\` as \`unprintable-text\`. What the prosecutor says is fixed; what is the court's stays live, in fields.
How words are changed: [paper-templates.md](paper-templates.md). What each court takes: [court-batches.md](court-batches.md).
`;

/** @param {string} file @param {number} page */
const pictureOf = (file, page) => `${file}-${page}.png`;

/** @param {import('./papers.mjs').ShownPaper} paper */
function section({ title, file, pages, what, when, live }) {
  const pictures = pages.map(
    (page) => `<img src="papers/${pictureOf(file, page)}" alt="${title}, page ${page}" width="380">`,
  );
  return `## ${title}\n\n${what} Made when: ${when}. Live: ${live}.\n\n${pictures.join('\n')}\n`;
}

try {
  await build(ROOT);
  const require = createRequire(join(ROOT, 'dist', 'libs', 'papers', 'src', 'testing', 'pictures', 'png.js'));
  const { picturedFiles } = require('./pictured-files.js');
  const { renderPage } = require('./render-page.js');
  const { toPng } = require('./png.js');
  /** @type {readonly { name: string, bytes: Uint8Array }[]} */
  const files = await picturedFiles();
  const work = mkdtempSync(join(tmpdir(), 'papers-page-'));
  mkdirSync(PICTURES, { recursive: true });
  for (const old of readdirSync(PICTURES)) rmSync(join(PICTURES, old));
  for (const { file, pages } of PAPERS) {
    const drawn = files.find(({ name }) => name === file);
    if (!drawn) throw new Error(`there is no pictured file ${file}`);
    writeFileSync(join(work, 'paper.pdf'), drawn.bytes);
    for (const page of pages) {
      const picture = renderPage(join(work, 'paper.pdf'), page, DOTS_PER_INCH, join(work, 'page'));
      writeFileSync(join(PICTURES, pictureOf(file, page)), toPng(picture));
    }
  }
  rmSync(work, { recursive: true, force: true });
  writeFileSync(join(ROOT, 'docs', 'papers.md'), `${HEAD}\n${PAPERS.map(section).join('\n')}`);
  console.log(`docs/papers.md and ${readdirSync(PICTURES).length} pictures written`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPaper } from '../paper/draw-paper';
import { textOf } from '../paper/paper';
import { readBack } from '../read-back/read-back';
import { paperText, samplePapers } from '../testing/sample-papers';

/** `CLEARWAY_WRITE_GOLDEN=yes` writes the texts anew; look at the difference before it is committed. */
const FOLDER = join(__dirname, '..', 'testing', 'golden');
const write = process.env['CLEARWAY_WRITE_GOLDEN'] === 'yes';
const papers = Object.entries(samplePapers());
if (write) mkdirSync(FOLDER, { recursive: true });

describe('the papers, word by word', () => {
  it.each(papers)('%s', (name, paper) => {
    const path = join(FOLDER, `${name}.txt`);
    const text = paperText(paper);
    if (write) writeFileSync(path, text);
    expect(existsSync(path)).toBe(true);
    expect(text).toBe(readFileSync(path, 'utf8').replace(/\r\n/g, '\n'));
  });

  it('has no text of a paper that is not made any more', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(papers.map(([name]) => `${name}.txt`).sort());
  });

  it.each(papers)('%s reads back as it was meant', (_, paper) => {
    expect(readBack(paper, drawPaper(paper).bytes)).toEqual([]);
  });

  it.each(papers)('%s has no brace, no star and no gap where a value should stand', (_, paper) => {
    const text = paper.blocks.flatMap(textOf).join('\n');
    expect(`${paper.title}\n${text}`).not.toMatch(/[{}*\\]|undefined|NaN|\(\)|\s[.,;:)]| {2}(?!\])/);
  });

  it.each(papers)('%s is in American spelling', (_, paper) => {
    const text = paper.blocks.flatMap(textOf).join('\n');
    expect(text).not.toMatch(
      /\b(offence|defence|judgement|honour|favour|colour|licence|recognis|initialled|fulfil\b|programme|behaviour|centre)/i,
    );
  });

  it.each(papers)('%s names no source of the law from memory, no private number', (_, paper) => {
    expect(paper.blocks.flatMap(textOf).join('\n')).not.toMatch(/\[(M|K|V|F)[^\]]*\]|A99999999|12345678|AAA\b/);
  });
});

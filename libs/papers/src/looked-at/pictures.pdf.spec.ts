import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { drawPaper } from '../paper/draw-paper';
import { type Paper } from '../paper/paper';
import { samplePapers } from '../testing/sample-papers';
import { comparePictures } from '../testing/pictures/compare-pictures';
import { type GrayPicture } from '../testing/pictures/gray-picture';
import { picturedFiles } from '../testing/pictures/pictured-files';
import { fromPng, toPng } from '../testing/pictures/png';
import { renderPage } from '../testing/pictures/render-page';

/** `CLEARWAY_WRITE_PICTURES=yes` stores what is drawn now; look at each picture that changed before you commit it. */
const WRITE = process.env['CLEARWAY_WRITE_PICTURES'] === 'yes';
const STORED = join(__dirname, '../../pictures');
const DOTS_PER_INCH = 50;
/** Another version of poppler smooths a few pixels otherwise; a line that moved by a point is far beyond. */
const SHARE = 0.0015;
const LARGEST = 30;

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const differences = join(tmpdir(), 'clearway-pictures');
beforeAll(() => rmSync(differences, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const render = (bytes: Uint8Array, page: number): GrayPicture => {
  writeFileSync(join(folder, 'paper.pdf'), bytes);
  return renderPage(join(folder, 'paper.pdf'), page, DOTS_PER_INCH, join(folder, 'page'));
};

/** Says where the picture of what differs is; names of samples only. */
function held(name: string, picture: GrayPicture): string | undefined {
  const path = join(STORED, `${name}.png`);
  if (WRITE) writeFileSync(path, toPng(picture));
  if (!existsSync(path)) return `${name}: no stored picture`;
  const { share, largest, picture: marked } = comparePictures(fromPng(readFileSync(path)), picture);
  if (share <= SHARE && largest <= LARGEST) return undefined;
  mkdirSync(differences, { recursive: true });
  writeFileSync(join(differences, `${name}.png`), toPng(marked));
  writeFileSync(join(differences, `${name}.drawn.png`), toPng(picture));
  return `${name}: ${(share * 100).toFixed(2)} % differ, ${largest} pixels together; see ${basename(differences)}/${name}.png in the folder for temporary files`;
}

describe('pictures of papers', () => {
  it('every paper looks as it did when somebody looked at it', async () => {
    const files = await picturedFiles();
    const said: string[] = [];
    const names: string[] = [];
    for (const { name, bytes, shown } of files) {
      for (const page of shown) {
        names.push(`${name}-${page}`);
        const difference = held(`${name}-${page}`, render(bytes, page));
        if (difference !== undefined) said.push(difference);
      }
    }
    expect(said).toEqual([]);
    if (WRITE)
      for (const old of readdirSync(STORED)) if (!names.includes(basename(old, '.png'))) rmSync(join(STORED, old));
    expect(readdirSync(STORED).sort()).toEqual(names.map((name) => `${name}.png`).sort());
  }, 300_000);

  it('a short line that moves by a point and a half is seen', () => {
    const page = render(drawPaper(samplePapers()['motion-one-count'] as Paper).bytes, 1);
    const rowOf = (line: number): number => Math.round(((72 + (line - 1) * 24 + 12) * DOTS_PER_INCH) / 72);
    const shades = Uint8Array.from(page.shades);
    for (let y = rowOf(20) - 8; y <= rowOf(20) + 4; y++)
      shades.set(page.shades.subarray((y - 1) * page.width, y * page.width), y * page.width);
    const { share, largest } = comparePictures(page, { ...page, shades });
    expect(share > SHARE || largest > LARGEST).toBe(true);
  });

  it('a PNG is read as it was written', () => {
    const picture = { width: 3, height: 2, shades: Uint8Array.from([0, 15, 7, 8, 1, 14]) };
    expect(fromPng(toPng(picture))).toEqual(picture);
  });
});

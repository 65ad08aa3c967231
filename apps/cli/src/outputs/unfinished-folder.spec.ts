import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnfinishedFolder } from './unfinished-folder';

describe(UnfinishedFolder.name, () => {
  let out: string;
  beforeEach(() => (out = mkdtempSync(join(tmpdir(), 'clearway-out-'))));
  afterEach(() => rmSync(out, { recursive: true, force: true }));

  const record = (...paths: string[]): string => JSON.stringify({ outputs: paths.map((path) => ({ path })) });

  it('shows nothing under a final name before it is published', async () => {
    const folder = await UnfinishedFolder.open(join(out, 'new', 'results'));
    writeFileSync(join(folder.path, 'a.csv'), 'a');
    expect(readdirSync(folder.out).filter((name) => !name.startsWith('.'))).toEqual([]);
    await folder.discard();
    expect(existsSync(folder.out)).toBe(false);
    expect(existsSync(out)).toBe(true);
  });

  it('does not remove a folder that was there before, though it is empty', async () => {
    await (await UnfinishedFolder.open(out)).discard();
    expect(existsSync(out)).toBe(true);
  });

  it('says when a file stands where the folder should be', async () => {
    writeFileSync(join(out, 'results'), 'mine');
    await expect(UnfinishedFolder.open(join(out, 'results'))).rejects.toThrow(
      'results: a file of this name is there already. Give --out a folder.',
    );
  });

  it('publishes files that only their owner may read, in folders too', async () => {
    const folder = await UnfinishedFolder.open(out);
    mkdirSync(join(folder.path, 'papers'));
    writeFileSync(join(folder.path, 'papers', 'p.pdf'), 'p', { mode: 0o644 });
    writeFileSync(join(folder.path, 'run.json'), record('papers/p.pdf'));
    await folder.publish(['run.json', 'papers/p.pdf']);
    expect(readdirSync(out)).toEqual(['papers', 'run.json']);
    expect(statSync(join(out, 'papers', 'p.pdf')).mode & 0o777).toBe(0o600);
    // Folders of papers are named by case numbers.
    expect(statSync(join(out, 'papers')).mode & 0o777).toBe(0o700);
  });

  it('removes what the run before wrote and this one did not, and nothing else', async () => {
    writeFileSync(join(out, 'notes.txt'), 'mine');
    writeFileSync(join(out, 'mail_merge.csv'), 'old');
    writeFileSync(join(out, 'run.json'), record('mail_merge.csv', '../notes.txt', '/etc/none'));
    const folder = await UnfinishedFolder.open(out);
    writeFileSync(join(folder.path, 'run.json'), record());
    await folder.publish(['run.json']);
    expect(readdirSync(out)).toEqual(['notes.txt', 'run.json']);
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('removes the folders that this empties, and no other', async () => {
    mkdirSync(join(out, 'papers', 'north', 'da'), { recursive: true });
    mkdirSync(join(out, 'papers', 'south'), { recursive: true });
    writeFileSync(join(out, 'papers', 'north', 'da', 'motion.pdf'), 'old');
    writeFileSync(join(out, 'papers', 'south', 'mine.txt'), 'mine');
    writeFileSync(join(out, 'run.json'), record('papers/north/da/motion.pdf'));
    const folder = await UnfinishedFolder.open(out);
    writeFileSync(join(folder.path, 'run.json'), record());
    await folder.publish(['run.json']);
    expect(readdirSync(join(out, 'papers'))).toEqual(['south']);
  });

  it('leaves everything as it is when an input stands where a result would go', async () => {
    for (const name of ['review.csv', 'mail_merge.csv']) writeFileSync(join(out, name), 'the only copy');
    writeFileSync(join(out, 'run.json'), record('mail_merge.csv'));
    for (const input of ['review.csv', 'mail_merge.csv']) {
      const folder = await UnfinishedFolder.open(out);
      for (const name of ['review.csv', 'run.json']) writeFileSync(join(folder.path, name), 'new');
      await expect(folder.publish(['review.csv', 'run.json'], [join(out, '.', input)])).rejects.toMatchObject({
        code: 'output.input-in-the-way',
      });
      await folder.discard();
    }
    expect(['review.csv', 'mail_merge.csv', 'run.json'].map((name) => readFileSync(join(out, name), 'utf8'))).toEqual([
      'the only copy',
      'the only copy',
      record('mail_merge.csv'),
    ]);
  });

  it('replaces no file that no run wrote, with or without the record of a run', async () => {
    for (const before of [undefined, record('mail_merge.csv')]) {
      writeFileSync(join(out, 'All_Results.csv'), 'mine');
      writeFileSync(join(out, 'mail_merge.csv'), 'old');
      if (before) writeFileSync(join(out, 'run.json'), before);
      const folder = await UnfinishedFolder.open(out);
      for (const name of ['All_Results.csv', 'run.json']) writeFileSync(join(folder.path, name), 'new');
      const refusal = folder.publish(['All_Results.csv', 'run.json']);
      await expect(refusal).rejects.toMatchObject({ code: 'output.in-the-way' });
      await expect(refusal).rejects.toThrow('move it away, or give --out another folder');
      await folder.discard();
      expect(readFileSync(join(out, 'All_Results.csv'), 'utf8')).toBe('mine');
      expect(readFileSync(join(out, 'mail_merge.csv'), 'utf8')).toBe('old');
    }
  });

  it('clears away what a killed run left behind', async () => {
    mkdirSync(join(out, '.clearway-unfinished-999999999'));
    const folder = await UnfinishedFolder.open(out);
    await folder.discard();
    expect(readdirSync(out)).toEqual([]);
  });

  it('says that the folder cannot be made', async () => {
    writeFileSync(join(out, 'file'), '');
    await expect(UnfinishedFolder.open(join(out, 'file'))).rejects.toMatchObject({ code: 'output.folder' });
  });
});

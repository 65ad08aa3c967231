import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFormFile } from '../edition/read-form-file';
import { proposeMapping } from '../mapping/propose-mapping';
import { syntheticForm } from '../testing/synthetic-form';
import { FormFolder } from './form-folder';
import { previewForm } from './preview-form';

const form = (
  bottom: number,
  words: readonly (readonly [number, number, number, string])[] = [[1, 40, 40, 'CR-999 [Rev. January 1, 2026]']],
): Promise<Uint8Array> =>
  syntheticForm({
    fields: [
      { name: 'case', tooltip: 'CASE NUMBER:', at: [[1, 100, bottom]] },
      { name: 'box', type: 'checkbox', tooltip: 'Sealed', at: [[1, 50, 300]] },
    ],
    words,
  });

describe(FormFolder.name, () => {
  let root = '';
  let folder = new FormFolder('');
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'clearway-forms-'));
    folder = new FormFolder(join(root, 'forms'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
  const refusal = (done: Promise<unknown>): Promise<string> =>
    done.then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

  it('registers a form under what is printed on it, readable by its owner only', async () => {
    const added = await folder.add(await form(700));
    expect(added).toMatchObject({ isNew: true, edition: { form: 'CR-999', edition: '2026-01-01' } });
    const place = join(root, 'forms', 'CR-999', '2026-01-01');
    expect((await readdir(place)).sort()).toEqual(['edition.json', 'form.pdf']);
    for (const name of await readdir(place)) expect((await stat(join(place, name))).mode & 0o777).toBe(0o600);
    expect((await folder.get('cr-999')).edition).toEqual(added.edition);
    expect((await folder.add(await form(700))).isNew).toBe(false);
  });

  it('asks for a name where none is printed, and never gives one twice', async () => {
    expect(await refusal(folder.add(await form(700, [])))).toBe('form.name-needed');
    await folder.add(await form(700, []), { form: 'sf motion', edition: '2018' });
    expect((await folder.list()).map(({ edition }) => edition.form)).toEqual(['SF-MOTION']);
    expect(await refusal(folder.add(await form(650, []), { form: 'SF-MOTION', edition: '2018' }))).toBe('form.exists');
    expect(await refusal(folder.add(await form(700, []), { form: 'OTHER', edition: '2018' }))).toBe('form.exists');
    expect(await refusal(folder.add(await form(650, []), { form: '../x', edition: '2018' }))).toBe('form.name-invalid');
    expect(await refusal(folder.add(await form(650, []), { form: 'X', edition: '..' }))).toBe('form.name-invalid');
  });

  it('notices that a file is not what was registered', async () => {
    await folder.add(await form(700));
    await writeFile(join(folder.path('CR-999', '2026-01-01'), 'form.pdf'), await form(650));
    expect(await refusal(folder.get('CR-999'))).toBe('form.damaged');
  });

  it('keeps an edition on which something was filed', async () => {
    await folder.add(await form(700));
    await folder.noteUse('CR-999', '2026-01-01', 'batch 7');
    await folder.noteUse('CR-999', '2026-01-01', 'batch 7');
    expect((await folder.get('CR-999')).uses).toEqual(['batch 7']);
    expect(await refusal(folder.remove('CR-999', '2026-01-01'))).toBe('form.in-use');
    expect(await refusal(folder.get('CR-998'))).toBe('form.unknown');
  });

  it('removes one on which nothing was', async () => {
    await folder.add(await form(700));
    await folder.remove('CR-999', '2026-01-01');
    expect(await folder.list()).toEqual([]);
  });

  it("takes the office's mapping, not another over it, and gives it to the library", async () => {
    const { edition } = await folder.add(await form(700));
    const library = async (): Promise<string> => {
      const found = (await folder.library()).formFor('CR-999', 20261123);
      return 'ready' in found ? 'ready' : found.missing.reason;
    };
    expect(await library()).toBe('form-edition-unmapped');
    const { text } = proposeMapping(edition, ['caseNumber']);
    await folder.writeMapping('CR-999', '2026-01-01', text);
    expect(await library()).toBe('form-mapping-unconfirmed');
    expect(await refusal(folder.writeMapping('CR-999', '2026-01-01', text))).toBe('form.exists');
    await folder.writeMapping('CR-999', '2026-01-01', text.replace(/\n +confirm: yes/g, ''), true);
    expect(await library()).toBe('ready');
    await folder.writeMapping('CR-999', '2026-01-01', 'form: [', true);
    expect(await library()).toBe('form-edition-unmapped');
  });
});

describe(previewForm.name, () => {
  it('numbers the fields on the page, lists them behind it, and has none of its own', async () => {
    const bytes = await form(700);
    const { printed: _, ...file } = await readFormFile(bytes);
    const preview = await previewForm(bytes, { form: 'CR-999', edition: 'x', ...file });
    await expect(readFormFile(preview)).rejects.toMatchObject({ code: 'form.no-fields' });
  });
});

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { buildProgram } from '../program';
import { Progress } from '../terminal/progress';
import { type Terminal } from '../terminal/terminal';

/** A made-up form: one text at a place, one box. */
async function form(caseField: string): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([612, 792]);
  const fields = document.getForm();
  fields.createTextField(caseField).addToPage(page, { x: 100, y: 700, width: 150, height: 14 });
  fields.createCheckBox('sealed').addToPage(page, { x: 50, y: 600, width: 10, height: 10 });
  page.drawText('CASE NUMBER:', { x: 30, y: 703, size: 9 });
  page.drawText('Sealed', { x: 66, y: 602, size: 9 });
  return document.save();
}

describe('clearway forms', () => {
  let root = '';
  beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'clearway-forms-'))));
  afterEach(() => rm(root, { recursive: true, force: true }));

  const run = async (
    ...args: string[]
  ): Promise<{ said: string; result: Record<string, unknown>; exitCode: number }> => {
    const said: string[] = [];
    let result: unknown;
    const terminal: Terminal = {
      say: (line) => said.push(line),
      warn: (line) => said.push(line),
      result: (value) => (result = value),
      progress: new Progress({ isTerminal: false, columns: 80, write: () => undefined, now: () => 0 }),
      json: false,
      signal: new AbortController().signal,
    };
    const outcome = { exitCode: 0 };
    await buildProgram(() => terminal, outcome).parseAsync(['forms', ...args, '--forms', join(root, 'forms')], {
      from: 'user',
    });
    return { said: said.join('\n'), result: result as Record<string, unknown>, exitCode: outcome.exitCode };
  };
  const file = async (name: string, bytes: Uint8Array): Promise<string> => {
    await writeFile(join(root, name), bytes);
    return join(root, name);
  };

  it('takes a form from its PDF to a mapping that can be filled, and to the next edition', async () => {
    const old = await file('old.pdf', await form('case'));
    await expect(run('add', old)).rejects.toMatchObject({ code: 'form.name-needed' });
    expect((await run('add', old, '--form', 'CR-999', '--edition', '2020-01-01')).result).toMatchObject({
      form: 'CR-999',
      fields: 2,
      mapping: 'none',
    });
    expect(await run('check')).toMatchObject({ exitCode: 3 });

    await expect(run('map', 'CR-999', '2020-01-01')).rejects.toMatchObject({ code: 'usage.forms-map' });
    const { result } = await run('map', 'CR-999', '2020-01-01', '--init');
    const path = String(result['path']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const text = await readFile(path, 'utf8');
    expect(text).toContain('value: caseNumber');
    expect((await run('check', 'CR-999')).said).toContain('waits for a person');
    await writeFile(path, text.replace(/\n +confirm: yes/g, ''));
    expect(await run('check', 'CR-999')).toMatchObject({
      exitCode: 0,
      result: { forms: [{ mapping: 'ready', missing: [] }] },
    });
    expect((await run('show', 'CR-999')).said).toMatch(/case\n +text, page 1 at 1?\d?\d,\d+; value: caseNumber/);

    await run('add', await file('new.pdf', await form('case_number')), '--form', 'CR-999', '--edition', '2026-01-01');
    expect((await run('diff', 'CR-999:2020-01-01', 'CR-999:2026-01-01')).result).toMatchObject({
      counts: { kept: 1, renamed: 1, lost: 0, new: 0 },
    });
    expect((await run('carry', 'CR-999', '2020-01-01', '2026-01-01')).result).toMatchObject({
      carried: 1,
      toConfirm: 1,
      lost: 0,
    });
    const checked = await run('check', 'CR-999', '2026-01-01');
    expect(checked).toMatchObject({ exitCode: 3 });
    expect(checked.said).toContain('"case_number" waits for a person');
    expect((await run('list')).result).toMatchObject({
      forms: [
        { edition: '2020-01-01', mapping: 'ready' },
        { edition: '2026-01-01', mapping: 'unconfirmed' },
      ],
    });

    await run('preview', 'CR-999', '2020-01-01', '--out', join(root, 'preview.pdf'));
    expect((await PDFDocument.load(await readFile(join(root, 'preview.pdf')))).getPageCount()).toBe(2);
    await run('remove', 'CR-999', '2020-01-01');
    expect((await run('list')).result).toMatchObject({ forms: [{ edition: '2026-01-01' }] });
  });

  it('names file, line and cure of a mapping that does not fit', async () => {
    await run('add', await file('a.pdf', await form('case')), '--form', 'CR-999', '--edition', '2020-01-01');
    const mapping = await file(
      'fields.yaml',
      Buffer.from(
        'form: CR-999\nedition: "2020-01-01"\ntitle: P\nin force: { from: "2020" }\nfields:\n  - { field: case, value: caseNumbr }\n',
      ),
    );
    await expect(run('map', 'CR-999', '2020-01-01', '--from', mapping)).rejects.toThrow(
      /fields\.yaml, line 6: case: no value is named "caseNumbr"; did you mean "caseNumber"\?\n.*sealed: is not mentioned/,
    );
  });
});

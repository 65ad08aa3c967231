import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CourtUpdateRow } from '@clearway/court-exchange';
import { clearway, told } from '../testing/run-clearway';
import { rowsOf, sampleRow, writeBatch } from './testing/sample-batches';

// Real: the built program, batches with PDFs that are read back.
jest.setTimeout(240_000);

describe('what is signed is what is filed', () => {
  let folder: string;
  let first: string;
  const rows: readonly CourtUpdateRow[] = Array.from({ length: 4 }, (_, i) => sampleRow(i));
  const at = (name: string): string => join(folder, name);
  const court = (...args: string[]): ReturnType<typeof told> => told('court', ...args, '--filing-book', at('book'));
  const refused = async (...args: string[]): Promise<string> => {
    const { code, err } = await clearway('court', ...args, '--filing-book', at('book'), '--json');
    return `${code} ${(JSON.parse(err.trim().split('\n').pop() ?? '{}') as { error: { code: string } }).error.code}`;
  };
  const SIGN = ['--by', 'Jane Roe', '--on', '2024-03-01', '--i-have-read-the-dangers'];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-changes-'));
    first = writeBatch(at('one'), rows).batch;
    await court('batches', at('one'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[string, (copy: string) => void, string]>([
    ['a paper', (copy) => appendFileSync(join(copy, 'order.pdf'), ' '), 'order.pdf'],
    [
      'the manifest',
      (copy) =>
        writeFileSync(
          join(copy, 'manifest.json'),
          readFileSync(join(copy, 'manifest.json'), 'utf8').replace('"FRESNO"', '"KERN"'),
        ),
      'manifest.json',
    ],
    ['a paper that is gone', (copy) => rmSync(join(copy, 'motion.pdf')), 'motion.pdf'],
    ['a paper more', (copy) => cpSync(join(copy, 'order.pdf'), join(copy, 'order2.pdf')), 'order2.pdf'],
    [
      'the rows',
      (copy) =>
        writeFileSync(
          join(copy, 'confidential', 'court_update.json'),
          readFileSync(join(copy, 'confidential', 'court_update.json'), 'utf8').replace('HS 11359', 'HS 11358'),
        ),
      'court_update.json',
    ],
  ])('%s changed: it cannot be released or sent; voiding says which', async (_, change, named) => {
    const copy = at(`book/batches/${first}`);
    cpSync(at('one'), at('kept'), { recursive: true });
    change(copy);
    expect(await refused('release', first, ...SIGN)).toBe('7 control.batch');
    const seen = await clearway('court', 'verify', first, '--filing-book', at('book'));
    expect([seen.code, seen.err]).toEqual([7, expect.stringContaining(named)]);
    rmSync(copy, { recursive: true });
    cpSync(at('kept'), copy, { recursive: true });
    await court('release', first, ...SIGN);
    change(copy);
    expect(await refused('sent', first, '--on', '2024-03-02')).toBe('7 control.batch');
    const { difference } = (await court('void', first, '--why', 'changed')) as {
      difference: { files: { path: string }[] };
    };
    expect(difference.files.map(({ path }) => path).join()).toContain(named);
    expect(await refused('release', first, ...SIGN)).toMatch(/^[37] /);
  });

  it('a later run that decides otherwise blocks the sending, and the difference is shown field by field', async () => {
    await court('release', first, ...SIGN);
    const later = rows.slice(1).map((row) => (row.line === 2 ? { ...row, relief: 'redesignate-misdemeanor' } : row));
    const second = writeBatch(at('two'), [...later, sampleRow(9)]).batch;
    const seen = await clearway('court', 'batches', at('two'), '--filing-book', at('book'));
    expect(seen.err).toContain(`a later run (batch ${second}) decided otherwise: 1 line more, 1 fewer, 1 changed`);
    expect(await refused('sent', first, '--on', '2024-03-02')).toBe('3 batch.outdated');
    expect(await court('difference', first, second, '--out', at('difference.csv'))).toMatchObject({
      added: [sampleRow(9).ref],
      removed: [rows[0]?.ref],
      changed: [{ ref: rows[1]?.ref, fields: ['relief'] }],
    });
    expect(rowsOf(at('difference.csv')).find(({ what }) => what === 'changed')).toMatchObject({
      field: 'relief',
      before: 'dismiss-and-seal',
      after: 'redesignate-misdemeanor',
    });
    expect(await court('void', first, '--why', 'decided otherwise')).toMatchObject({
      difference: { removed: [rows[0]?.ref] },
    });
    await court('release', second, ...SIGN);
    await court('sent', second, '--on', '2024-03-02');
  });

  it('what is sent is corrected by a new batch that names it', async () => {
    await court('release', first, ...SIGN);
    await court('sent', first, '--on', '2024-03-02');
    expect(await refused('void', first, '--why', 'x')).toBe('3 batch.sent-already');
    const changed = rows.slice(0, 2).map((row) => ({ ...row, section: 'HS 11358' }));
    const unnamed = writeBatch(at('unnamed'), changed, { batch: 'a'.repeat(16) }).batch;
    expect(await refused('correct', first, '--with', at('unnamed'), '--why', 'x')).toBe('3 batch.corrects-another');
    expect(await refused('release', unnamed, ...SIGN)).toBe('3 batch.filed-already');
    const next = writeBatch(at('two'), changed, { corrects: first, batch: 'b'.repeat(16) }).batch;
    expect(await refused('release', at('two'), ...SIGN)).toBe('3 batch.not-linked');
    expect(
      await court('correct', first, '--with', next, '--why', 'wrong section', '--withdraw', rows[3]?.ref ?? ''),
    ).toMatchObject({ moved: 2, withdrawn: 1 });
    await court('release', next, ...SIGN);
    expect(await court('open')).toMatchObject({ open: 3 });
    writeFileSync(at('receipt.csv'), `ref,answer,on\n${rows[0]?.ref},granted,2024-03-05\n`);
    const moved = await clearway(
      'court',
      'receipt',
      at('receipt.csv'),
      '--by',
      'clerk',
      '--batch',
      first,
      '--filing-book',
      at('book'),
    );
    expect([moved.code, moved.err]).toEqual([3, expect.stringContaining(`goes on in batch ${next}`)]);
  });

  it('folders that are none, broken manifests, unknown batches and wrong endings are said with a cure', async () => {
    expect(await refused('batches', folder.slice(0, 4) + 'nowhere')).toMatch(/^3 /);
    expect(await refused('verify', at('kept'))).toBe('2 usage.batch');
    writeFileSync(at('one/manifest.json'), '{"format":"clearway-batch-1"');
    expect(await refused('batches', at('one'))).toBe('3 batch.unreadable');
    writeFileSync(
      at('one/manifest.json'),
      readFileSync(at(`book/batches/${first}/manifest.json`), 'utf8').replace('"order.pdf"', '"../order.pdf"'),
    );
    expect(await refused('batches', at('one'))).toBe('3 batch.unreadable');
    rmSync(at('one/confidential'), { recursive: true });
    writeFileSync(at('one/manifest.json'), readFileSync(at(`book/batches/${first}/manifest.json`), 'utf8'));
    expect(await refused('batches', at('one'))).toBe('3 batch.no-data-file');
    expect(await refused('sent', 'ffff0000')).toBe('2 usage.batch');
    expect(await refused('open', '--out', at('open.txt'))).toBe('2 usage.out');
    expect(await refused('release', first, '--by', 'x', '--on', '2099-01-01', '--i-have-read-the-dangers')).toBe(
      '2 usage.day',
    );
    expect((await clearway('court', 'open', '--filing-book', at('nothing'))).code).toBe(3);
  });

  it('a batch whose copy was destroyed keeps its numbers; what needs its rows says so', async () => {
    await court('release', first, ...SIGN);
    writeFileSync(at('receipt.csv'), 'ref,answer,on\n*,granted,2024-03-05\n');
    await court('receipt', at('receipt.csv'), '--by', 'clerk', '--batch', first);
    rmSync(at(`book/batches/${first}`), { recursive: true });
    const { batches } = (await court('batches')) as { batches: { counts: Record<string, number> }[] };
    expect(batches[0]?.counts).toMatchObject({ lines: 4, granted: 4 });
    expect(await court('state')).toMatchObject({ orders: 4 });
    expect(await court('facts', '--out', at('facts.csv'))).toMatchObject({ rows: 0, left: { 'rows-destroyed': 4 } });
    expect(await refused('sent', first, '--on', '2024-03-02')).toBe('7 control.batch');
  });
});

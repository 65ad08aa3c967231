import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { earlierOutputs } from './earlier-outputs';

describe('earlierOutputs', () => {
  const out = mkdtempSync(join(tmpdir(), 'earlier-'));
  const folder = (name: string): string => {
    const path = join(out, 'papers', name, 'da');
    mkdirSync(path, { recursive: true });
    return path;
  };
  afterAll(() => rmSync(out, { recursive: true }));

  it('finds the batches of a court and an agency, and reads nothing outside of them', async () => {
    const manifest = {
      format: 'clearway-batch-1',
      court: { profile: 'compton' },
      agency: 'DA',
      files: [],
      packets: [],
    };
    writeFileSync(join(folder('compton'), 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(folder('compton'), 'motion.pdf'), 'm');
    writeFileSync(join(folder('broken'), 'manifest.json'), '{');
    writeFileSync(join(folder('other'), 'manifest.json'), '{"format":"x"}');
    writeFileSync(join(out, 'secret'), 's');
    const lookup = await earlierOutputs(out);
    expect([lookup.earlier('compton', 'OTHER'), lookup.earlier('x', 'DA')]).toEqual([[], []]);
    const [batch] = lookup.earlier('compton', 'DA');
    expect(Buffer.from((await batch?.read('motion.pdf')) ?? '').toString()).toBe('m');
    for (const path of ['gone.pdf', '../../../secret', join(out, 'secret')])
      expect(await batch?.read(path)).toBeUndefined();
  });

  it('finds nothing in a folder that is not there', async () => {
    expect((await earlierOutputs(join(out, 'none'))).earlier('compton', 'DA')).toEqual([]);
  });
});

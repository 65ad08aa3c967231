import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteResults, removeResults } from './results-of-runs';

describe(removeResults, () => {
  let home: string;
  let elsewhere: string;
  const folder = (...path: string[]): string => {
    const made = join(...path);
    mkdirSync(made, { recursive: true });
    writeFileSync(join(made, 'mail_merge.csv'), 'PLANTED');
    return made;
  };
  beforeEach(() => {
    [home, elsewhere] = ['home', 'elsewhere'].map((name) =>
      realpathSync(mkdtempSync(join(tmpdir(), `clearway-${name}-`))),
    ) as [string, string];
  });
  afterEach(() => [home, elsewhere].forEach((made) => rmSync(made, { recursive: true, force: true })));

  it("removes what stands in the installation's own results, and names what stands elsewhere each time that it is asked", async () => {
    const [own, second, other, outside] = [
      folder(home, 'results', 'a'),
      folder(home, 'results', 'b'),
      folder(home, 'results', 'c'),
      folder(elsewhere, 'out'),
    ];
    for (const out of [own, second, outside])
      for (const how of [undefined, 'alone'] as const) await noteResults(home, 'run-1', out, how);
    await noteResults(home, 'run-2', other, 'alone');
    expect(await removeResults(home, 'run-1')).toEqual({ removed: [own, second], left: [outside] });
    expect([own, second, other, outside].map((path) => existsSync(path))).toEqual([false, false, true, true]);
    expect(await removeResults(home, 'run-1')).toEqual({ removed: [], left: [outside] });
    rmSync(outside, { recursive: true });
    expect(await removeResults(home, 'run-1')).toEqual({ removed: [], left: [] });
  });

  it('removes no folder in which another run has put its results since, nor one that only a link leads to', async () => {
    const shared = folder(home, 'results', 'a');
    await noteResults(home, 'run-1', shared, 'alone');
    await noteResults(home, 'run-2', shared);
    expect(await removeResults(home, 'run-1')).toEqual({ removed: [], left: [shared] });
    await noteResults(home, 'run-2', shared, 'alone');
    expect(await removeResults(home, 'run-1')).toEqual({ removed: [], left: [] });

    const outside = folder(elsewhere, 'out');
    symlinkSync(outside, join(home, 'results', 'link'));
    await noteResults(home, 'run-3', join(home, 'results', 'link'), 'alone');
    expect(await removeResults(home, 'run-3')).toEqual({ removed: [], left: [outside] });
    expect(existsSync(outside)).toBe(true);
  });
});

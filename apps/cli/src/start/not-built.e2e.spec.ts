import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLI = join(__dirname, '../../../../tools/cli');

describe('clearway where the build is not whole', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-not-built-'));
    cpSync(CLI, join(folder, 'tools', 'cli'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(command: string): readonly [number | null, string] {
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'tools/cli/clearway.js'), command], {
      encoding: 'utf8',
    });
    return [status, stderr];
  }
  const refused = [1, expect.stringMatching(/^clearway: not built yet.*`npm run build`.*\n$/)];

  it('says so', () => {
    expect(run('explain')).toEqual(refused);
    expect(run('analyze')).toEqual(refused);
  });

  it('says so to analyze when the build ended before the program was one file', () => {
    const program = join(folder, 'dist/apps/cli/src');
    mkdirSync(program, { recursive: true });
    writeFileSync(join(program, 'main.js'), 'exports.main = () => Promise.resolve(0);');
    expect(run('explain')).toEqual([0, '']);
    expect(run('analyze')).toEqual(refused);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMPILED_BEFORE = join(__dirname, '../../../tools/cli/compiled-before.js');

describe('tools/cli/compiled-before', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-compiled-before-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (): string => join(folder, 'kept', 'analyze');
  const LONG_AGO = new Date('2001-01-01T00:00:00Z');

  function run(flags: readonly string[] = []): string {
    const script = `require(${JSON.stringify(COMPILED_BEFORE)}).compileAsBefore(${JSON.stringify(file())}); require(${JSON.stringify(join(folder, 'program.js'))});`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, '-e', script], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return stdout;
  }

  /** Writes what is kept as if it were old, runs, and says whether it was written anew. */
  function writesAnew(flags: readonly string[] = []): boolean {
    utimesSync(file(), LONG_AGO, LONG_AGO);
    run(flags);
    return statSync(file()).mtimeMs !== LONG_AGO.getTime();
  }

  beforeEach(() => {
    writeFileSync(join(folder, 'word.js'), `exports.word = () => 'before';`);
    writeFileSync(
      join(folder, 'program.js'),
      `#!/usr/bin/env node\nconst { word } = require('./word.js');\nprocess.stdout.write([word(), require.resolve('./word.js') === __dirname + '/word.js', module.id === __filename].join(' '));`,
    );
  });

  it('keeps what was compiled, and takes it the next time', () => {
    expect(run()).toBe('before true true');
    expect(writesAnew()).toBe(false);
    expect(run()).toBe('before true true');
  });

  it('never takes what was another text, of the same length too', () => {
    run();
    writeFileSync(join(folder, 'word.js'), `exports.word = () => 'behind';`);
    expect(run()).toBe('behind true true');
  });

  it('compiles anew what V8 with other flags made, or what is damaged', () => {
    run();
    expect(writesAnew(['--interrupt-budget=1000'])).toBe(true);
    const whole = readFileSync(file());
    const changed = Buffer.from(whole).fill(7, whole.length - 200);
    for (const damaged of [
      Buffer.from('nothing that was ever written\n'),
      whole.subarray(0, -1000),
      changed,
      Buffer.alloc(0),
    ]) {
      writeFileSync(file(), damaged);
      expect(run()).toBe('before true true');
      expect(writesAnew()).toBe(false);
    }
  });

  it('runs where nothing can be kept', () => {
    writeFileSync(join(folder, 'kept'), 'a file where the folder would be');
    expect(run()).toBe('before true true');
    expect(existsSync(file())).toBe(false);
  });
});

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from './compile.mjs';

const WORKSPACE = join(__dirname, '..', '..');

describe('the build', () => {
  const root = mkdtempSync(join(tmpdir(), 'clearway-build-'));
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  beforeAll(() => {
    cpSync(join(WORKSPACE, '.swcrc'), join(root, '.swcrc'));
    symlinkSync(join(WORKSPACE, 'node_modules'), join(root, 'node_modules'));
    write('package.json', '{}');
    write(
      'tsconfig.base.json',
      JSON.stringify({ compilerOptions: { paths: { '@clearway/record': ['./libs/record/src/index.ts'] } } }),
    );
    write('libs/record/src/index.ts', "export const word: string = 'subject';\n");
    write('libs/record/src/index.spec.ts', "it('is left out', () => {});\n");
    write('libs/record/src/list.yaml', 'a: 1\n');
    write('libs/record/jest.config.js', 'module.exports = {};\n');
    write('apps/cli/src/main.ts', "import { word } from '@clearway/record';\nconsole.log(word);\n");
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('compiles, copies assets, and plain node finds the aliases', async () => {
    expect(await build(root)).toEqual({ compiled: 2, copied: 1, unchanged: 0, removed: 0 });
    expect(existsSync(join(root, 'dist/libs/record/src/index.spec.js'))).toBe(false);
    expect(readFileSync(join(root, 'dist/libs/record/src/list.yaml'), 'utf8')).toBe('a: 1\n');
    expect(spawnSync(process.execPath, [join(root, 'dist/apps/cli/src/main.js')], { encoding: 'utf8' }).stdout).toBe(
      'subject\n',
    );
  });

  it('does nothing when nothing changed, and not more than what changed otherwise', async () => {
    expect(await build(root)).toMatchObject({ compiled: 0, copied: 0, unchanged: 3 });
    write('apps/cli/src/main.ts', 'console.log(1);\n');
    expect(await build(root)).toMatchObject({ compiled: 1, unchanged: 2 });
  });

  it('removes what has no source any more', async () => {
    write('apps/cli/src/gone.ts', 'export {};\n');
    await build(root);
    rmSync(join(root, 'apps/cli/src/gone.ts'));
    expect(await build(root)).toMatchObject({ removed: 1 });
    expect(existsSync(join(root, 'dist/apps/cli/src/gone.js'))).toBe(false);
  });

  describe('a bundle', () => {
    const made = join(root, 'dist/apps/cli/src/main.bundle.js');
    const run = (): string => spawnSync(process.execPath, [made], { encoding: 'utf8' }).stdout;

    it('is the program in one file: modules know where they stand, and run when they are used', async () => {
      write('apps/cli/src/part/unused.ts', "console.log('loaded'); export const other = 1;\n");
      write('apps/cli/src/part/place.ts', 'export const place = (): string => `${__dirname} ü`;\n');
      write(
        'apps/cli/src/main.ts',
        "import { other } from './part/unused';\nimport { place } from './part/place';\nimport { word } from '@clearway/record';\nexport const unused = (): number => other;\nconsole.log(place(), word, 'O’HARA, 😀'.split(/[’😀]/u).length);\n",
      );
      await build(root);
      rmSync(join(root, 'dist/apps/cli/src/part'), { recursive: true });
      expect(run()).toBe(`${join(root, 'dist/apps/cli/src/part')} ü subject 3\n`);
      expect(readFileSync(made, 'latin1')).toMatch(/^[\0-\x7f]*$/);
    });

    it('is never older than the sources, whenever a build ended', async () => {
      write('apps/cli/src/main.ts', "import { gone } from './gone';\nconsole.log(gone);\n");
      await expect(build(root)).rejects.toThrow(/gone/);
      expect(existsSync(made)).toBe(false);
      await expect(build(root)).rejects.toThrow(/gone/);
      write('apps/cli/src/gone.ts', "export const gone = 'found';\n");
      await build(root);
      expect(run()).toBe('found\n');
      rmSync(made);
      await build(root);
      expect(run()).toBe('found\n');
    });

    it('is made anew when the packages are others', async () => {
      writeFileSync(made, '');
      await build(root);
      expect(run()).toBe('');
      write('package-lock.json', '{}');
      await build(root);
      expect(run()).toBe('found\n');
    });
  });

  it('names every file that does not compile', async () => {
    write('apps/cli/src/one.ts', 'const = 1;\n');
    write('apps/cli/src/two.ts', 'let (\n');
    await expect(build(root)).rejects.toThrow(/one\.ts[\s\S]*two\.ts/);
    rmSync(join(root, 'apps/cli/src/one.ts'));
    rmSync(join(root, 'apps/cli/src/two.ts'));
    await build(root);
  });
});

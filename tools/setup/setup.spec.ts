import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureExistingServersAnswer } from './existing-servers.mjs';
import { ensureNatsServer, natsProblem } from './nats-server.mjs';
import { nodeProblem } from './node-version.mjs';
import { packagesAreInstalled } from './packages.mjs';
import { ensurePdfReaders, missingPdfReaders } from './pdf-readers.mjs';
import { ensureSpace } from './setup.mjs';

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.9.1'])('%s will do', (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  it.each(['18.20.4', '20.18.3', '16.0.0'])('%s is refused in one line that says what to do', (version) => {
    expect(nodeProblem(version)).toMatch(
      /^Clearway needs Node\.js 20\.19 or later, and this is [\d.]+\. Install [^\n]+$/,
    );
  });
});

describe('the installed packages', () => {
  const root = mkdtempSync(join(tmpdir(), 'clearway-packages-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, packages: object): void => writeFileSync(join(root, file), JSON.stringify({ packages }));
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-on-another-system': { version: '2.0.0', optional: true },
  };

  it('are missing where nothing was installed', () => {
    write('package-lock.json', locked);
    expect(packagesAreInstalled(root)).toBe(false);
  });

  it('are those of the lock, less what another system needs', () => {
    mkdirSync(join(root, 'node_modules', 'a'), { recursive: true });
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(packagesAreInstalled(root)).toBe(true);
  });

  it('are stale when the lock has another version, or one more package', () => {
    write('package-lock.json', { ...locked, 'node_modules/a': { version: '1.0.1' } });
    expect(packagesAreInstalled(root)).toBe(false);
    write('package-lock.json', { ...locked, 'node_modules/c': { version: '1.0.0' } });
    expect(packagesAreInstalled(root)).toBe(false);
  });

  it('are not there when a folder was removed by hand', () => {
    write('package-lock.json', locked);
    rmSync(join(root, 'node_modules', 'a'), { recursive: true });
    expect(packagesAreInstalled(root)).toBe(false);
  });
});

describe('nats-server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clearway-nats-'));
  const environment = { ...process.env };
  afterEach(() => Object.assign(process.env, environment));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const program = (version: string): string => {
    const file = join(folder, 'nats-server');
    writeFileSync(file, `#!/bin/sh\necho nats-server: v${version}\n`);
    chmodSync(file, 0o755);
    return file;
  };

  it('is asked for its version', () => {
    expect(natsProblem(program('2.9.10'))).toBeUndefined();
    expect(natsProblem(program('2.11.0'))).toBeUndefined();
    expect(natsProblem(program('2.8.4'))).toContain('2.9 or later');
    expect(natsProblem(join(folder, 'none'))).toContain('does not run');
  });

  it('that is too old is refused with what to do, before anything is installed', () => {
    program('1.4.1');
    process.env.PATH = folder;
    delete process.env.NATS_URL;
    expect(() => ensureNatsServer(() => {})).toThrow(
      /version 1\.4[\s\S]*Nothing has been installed yet[\s\S]*apt-get install nats-server[\s\S]*brew install nats-server[\s\S]*NATS_URL/,
    );
  });

  it('is not needed when NATS_URL points at one', () => {
    process.env.PATH = folder;
    process.env.NATS_URL = 'nats://127.0.0.1:4222';
    expect(() => ensureNatsServer(() => {})).not.toThrow();
    delete process.env.NATS_URL;
  });
});

describe('the disk', () => {
  it('that is full is said in one line', () => {
    expect(() => ensureSpace(tmpdir(), 1)).not.toThrow();
    expect(() => ensureSpace(tmpdir(), 1e18)).toThrow(
      /^The disk of .* is full: \d+ MB are free and \d+ MB are needed\. [^\n]+$/,
    );
  });
});

describe('servers that exist', () => {
  it('are asked whether they answer, and the answer does not repeat a password', async () => {
    await expect(ensureExistingServersAnswer({})).resolves.toBeUndefined();
    await expect(
      ensureExistingServersAnswer({ DATABASE_URL: 'postgres://someone:hunter2@127.0.0.1:1/x' }),
    ).rejects.toThrow(/^No PostgreSQL answers at 127\.0\.0\.1:1 \(DATABASE_URL\)\. (?!.*hunter2)/);
    await expect(ensureExistingServersAnswer({ NATS_URL: 'http://127.0.0.1:4222' })).rejects.toThrow(
      /^NATS_URL is not the address of a nats-server: write nats:\/\/HOST:PORT/,
    );
  });
});

describe('the PDF readers of the tests', () => {
  const path = process.env['PATH'];
  afterEach(() => {
    process.env['PATH'] = path;
  });

  it('are named one by one where they are missing, with what to do, and are never passed over', () => {
    const empty = mkdtempSync(join(tmpdir(), 'clearway-path-'));
    process.env['PATH'] = empty;
    const said: string[] = [];
    try {
      expect(missingPdfReaders()).toEqual(['pdftoppm', 'pdftotext', 'pdfinfo', 'qpdf']);
      expect(ensurePdfReaders((line: string) => said.push(line))).toBe(false);
      expect(said.join('\n')).toMatch(/apt-get install poppler-utils qpdf/);
    } finally {
      rmSync(empty, { recursive: true, force: true });
    }
  });
});

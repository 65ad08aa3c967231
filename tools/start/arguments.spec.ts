import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileProblem, readArguments } from './arguments.mjs';

describe('the arguments of npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clearway-arguments-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const row = `${Array.from({ length: 95 }, (_, at) => `c${at}`).join(',')}\n`;

  it.each([
    ['plain', Buffer.from(row)],
    ['with a byte order mark', Buffer.from(`\ufeff${row}`)],
    ['with CR LF', Buffer.from(row.replace('\n', '\r\n'))],
    ['packed', gzipSync(row)],
    ['packed and longer than what is looked at', gzipSync(row.repeat(20_000), { level: 0 })],
    ['after a line that is no row', Buffer.from(`exported\n${row}`)],
  ])('take a state file %s', (name, content) => {
    expect(fileProblem(file(`${name}.dat`, content))).toBeUndefined();
  });

  it.each([
    ['is empty', ''],
    ['has only empty lines', '\n\r\n\n'],
    ['is not a state file', 'name,number\nA,1\n'],
    ['is not a whole .gz file', Buffer.concat([gzipSync(row).subarray(0, 10), Buffer.alloc(64, 0xff)])],
    ['is empty when unpacked', gzipSync('')],
  ])('refuse a file that %s, in one line', (words, content) => {
    const problem = fileProblem(file('refused.dat', content));
    expect(problem).toContain(words);
    expect(problem).not.toContain('\n');
  });

  it('refuse a folder and a path that leads nowhere', () => {
    expect(fileProblem(folder)).toContain('is a folder');
    expect(fileProblem(join(folder, 'nowhere'))).toContain('does not exist');
  });

  it('need the county for a file of the user', () => {
    const path = file('county.dat', row);
    expect(() => readArguments([path])).toThrow('Say which county');
    expect(readArguments([path, '--county', 'FRESNO', '--once'])).toEqual({
      files: [path],
      once: true,
      passedOn: ['--county', 'FRESNO'],
    });
  });

  it('may be none at all', () => {
    expect(readArguments([])).toEqual({ files: [], once: false, passedOn: [] });
  });

  it('refuse an unknown option with the usage', () => {
    expect(() => readArguments(['--conty', 'FRESNO'])).toThrow(/Unknown option '--conty'\. Usage: npm start/);
  });
});

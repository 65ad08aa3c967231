import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLANTED, PLANTED_NAMES, PLANTED_NUMBERS } from './planted.mjs';
import { withoutPlanted } from './stages.mjs';

const JEST = join(__dirname, '..', '..', 'node_modules', 'jest', 'bin', 'jest.js');

describe('the report of a stage', () => {
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  });
  afterEach(() => jest.restoreAllMocks());

  it('fails the stage when it holds a planted name or number, without repeating it', () => {
    expect(new Set(PLANTED).size).toBe(200);
    for (const value of PLANTED)
      expect(withoutPlanted('unit', ['1 passed', `expected x${value.toLowerCase()}y`]).failed).toBe(1);
    expect(said.join('\n')).not.toMatch(/ZQXK|7351908/i);
    expect(withoutPlanted('unit', ['1 passed', '{}'])).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });

  it('is read as Jest writes it: a value that a failing test repeats is found in the report and in the output', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clearway-report-'));
    try {
      const report = join(folder, 'report.json');
      writeFileSync(join(folder, 'package.json'), '{}');
      writeFileSync(
        join(folder, 'leaking.spec.js'),
        `it('fails', () => expect(['${PLANTED_NAMES[5]}', ${PLANTED_NUMBERS[6]}]).toEqual([]));`,
      );
      const { stderr } = spawnSync(
        process.execPath,
        [JEST, '--rootDir', folder, '--json', '--outputFile', report, '--silent'],
        { cwd: folder, encoding: 'utf8' },
      );
      expect(withoutPlanted('unit', [stderr]).failed).toBe(1);
      expect(withoutPlanted('unit', [readFileSync(report, 'utf8')]).failed).toBe(1);
      expect(said.every((line) => line.includes('5 106'))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

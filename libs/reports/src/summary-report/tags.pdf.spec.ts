import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMALL_RUN, smallTally, smallTieOut } from '../testing/small-run';
import { summaryReport } from './summary-report';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const file = join(folder, 'report.pdf');
const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() =>
  writeFileSync(
    file,
    summaryReport({
      run: SMALL_RUN,
      tally: smallTally().toJSON(),
      papers: smallTieOut().papers,
      letters: smallTieOut().letters,
    }),
  ),
);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the tags of Summary_Report.pdf', () => {
  it('name its title, headings, tables, lists and charts, and leave the feet out', () => {
    const structure = run('pdfinfo', '-struct-text', file);
    const count = (role: string): number => structure.split('\n').filter((line) => line.trim().startsWith(role)).length;
    expect(count('H1')).toBe(1);
    expect(count('H2')).toBeGreaterThan(6);
    expect(count('Table')).toBeGreaterThan(6);
    expect(count('Figure')).toBeGreaterThanOrEqual(3);
    expect(count('LBody')).toBeGreaterThan(1);
    expect(structure).toContain('Next steps');
    expect(structure).not.toContain('Page 1 of');
  });

  it('leave nothing for qpdf to complain about', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });
});

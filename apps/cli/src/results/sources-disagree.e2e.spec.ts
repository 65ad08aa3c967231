import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearway } from '../testing/run-clearway';
import { courtFile, stateFile } from './testing/mixed-files';
import { tableOf } from './testing/read-results';

// The state's file says convicted, the court's system that nobody was: nothing is given, and nothing is lost from sight.
jest.setTimeout(60_000);

const WHO = { cii: 'A10000001', subject: '50000001', name: 'OKONKWO,JANE', born: '19600314', sex: 'F' };

describe('a conviction that another source denies', () => {
  let folder: string;
  let files: string[];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-disagree-'));
    const acquitted =
      'A10000001,,"OKONKWO,JANE",1960-03-14,F,F101,,CASC FRESNO,FRESNO,,1,11358,HS,acquitted,1995-06-07,,,';
    files = [
      stateFile(folder, 'county.dat', [{ ...WHO, caseNumber: 'F101', on: '19950607' }]),
      courtFile(folder, 'court.csv', [], [acquitted]),
    ];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is not decided, and stands with its price on the list of what the data cannot tell', async () => {
    const out = join(folder, 'out');
    const run = ['--county', 'Fresno', '--policy', 'california-statute', '--as-of', '2026-11-23', '--out', out];
    expect((await clearway('analyze', ...files, ...run)).code).toBe(0);
    const rows = (name: string): unknown[] => tableOf(readFileSync(join(out, name), 'utf8'));
    expect(rows('source_results.csv')).toEqual([]);
    expect(rows('data_quality.csv')).toContainEqual(
      expect.objectContaining({ kind: 'sources-disagree', people: '1', convictions_kept_from_relief: '1' }),
    );
    expect(rows('data_quality_rows.csv')).toContainEqual(
      expect.objectContaining({ Kind: 'sources-disagree', 'Recorded Now': 'CONVICTED; ACQUITTED' }),
    );
  });

  it('is named by explain', async () => {
    const { out } = await clearway('explain', ...files, '--subject', WHO.cii, '--as-of', '2026-11-23');
    expect(out).toContain('one source calls a conviction and another dismissed or acquitted: 1.');
  });
});

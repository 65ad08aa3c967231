import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COLUMN_NAMES } from '@clearway/doj-bulk';
import { main } from './main';

const ANSWERS = ['Eligibility Determination', 'Eligibility Reason'];
const ROW: Record<string, string> = {
  SUBJECT_ID: '1',
  CII_NUMBER: 'A1',
  PRI_NAME: 'DOE,JANE',
  PRI_DOB: '19500101',
  CNT_ORDER: '101002001000',
  STP_EVENT_DATE: '20100101',
  STP_TYPE_DESCR: 'COURT ACTION',
  STP_ORI_CNTY_NAME: 'LOS ANGELES',
  OFFENSE_DESCR: '11359 HS-SALE',
  OFFENSE_TOC: 'F',
  DISP_DESCR: 'CONVICTED',
  CONV_STAT_DESCR: 'FELONY',
};

describe('npm run conformance', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-conformance-spec-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function writeSet(name: string, row: Record<string, string>, reason: string): void {
    const at = join(folder, name);
    mkdirSync(at);
    const fields = COLUMN_NAMES.map((each) => (row[each] ?? '').replace(/^.*,.*$/, '"$&"'));
    writeFileSync(join(at, 'input.csv'), `${COLUMN_NAMES.join(',')}\n${fields.join(',')}\n`);
    const table = `${[...COLUMN_NAMES, ...ANSWERS].join(',')}\n${[...fields, 'Eligible for Dismissal', reason].join(',')}\n`;
    writeFileSync(join(at, 'los_angeles_convictions.csv'), table);
    writeFileSync(join(at, 'gogen_Prop64_Results.csv'), table.replace(reason, 'Dismiss all HS 11359 convictions'));
    writeFileSync(join(at, 'eligibilityConfig.json'), '{"baselineEligibility":{"dismiss":["11359"],"reduce":[]}}');
  }

  async function run(of = folder): Promise<{ code: number; text: string }> {
    const lines: string[] = [];
    const code = await main([of], (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  }

  it('is content when a clean set is equal', async () => {
    writeSet('clean-1', ROW, '50 years or older');
    const { code, text } = await run();
    expect(text).toMatch(/clean-1\s+1\s+1\s+0\s+0/);
    expect(code).toBe(0);
  });

  it('takes a folder that is itself a set, and compares it alone', async () => {
    writeSet('clean-1', ROW, '50 years or older');
    writeSet('awkward-1', ROW, 'Deceased');
    const { code, text } = await run(join(folder, 'clean-1'));
    expect(text).toMatch(/clean-1\s+1\s+1\s+0\s+0/);
    expect(text).not.toContain('awkward-1');
    expect(code).toBe(0);
  });

  it('fails for a difference without a name', async () => {
    writeSet('awkward-1', ROW, 'Deceased');
    const { code, text } = await run();
    expect(text).toContain(
      'NO NAME  1/101002001000  earlier: Eligible for Dismissal / Deceased  |  now: Eligible for Dismissal / 50 years or older',
    );
    expect(code).toBe(1);
  });

  it('accepts a difference whose rows show a named defect', async () => {
    writeSet('awkward-1', { ...ROW, PRI_DOB: '' }, '50 years or older');
    const { code, text } = await run();
    expect(text).toContain('G6');
    expect(code).toBe(0);
  });

  it('accepts no difference at all in a clean set', async () => {
    writeSet('clean-1', { ...ROW, PRI_DOB: '' }, '50 years or older');
    expect((await run()).code).toBe(1);
  });

  it('says what it needs when there is nothing to compare', async () => {
    expect((await run()).code).toBe(2);
    expect(await main([], () => undefined)).toBe(2);
  });
});

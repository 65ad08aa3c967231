import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, exitCodeOf } from '../exit-codes';
import { openTerminal, type Terminal } from '../terminal/terminal';
import { readSheet } from './read-sheet';

const SHEET = `CII/A00000001
DOB/19600101 SEX/F
NAM/01 PEÑA,JOSEFA
* * * *
COURT: NAM:01
19950607  CASC TORRANCE
CHT:01 #A1
  11358 HS-CULTIVATE
*DISPO:CONVICTED
   CONV STATUS:FELONY
   SEN: 3 YEARS PROBATION
`;
const END = '* * * END OF MESSAGE * * *\n';

describe(readSheet.name, () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-read-sheet-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function read(sheet: string): Promise<{ code: number; said: string; result: Record<string, unknown> }> {
    const path = join(folder, 'sheet.txt');
    writeFileSync(path, sheet);
    const said: string[] = [];
    let result: Record<string, unknown> = {};
    const terminal: Terminal = {
      ...openTerminal(true, new AbortController().signal),
      say: (line) => void said.push(line),
      result: (value) => void (result = value as Record<string, unknown>),
    };
    return { code: await readSheet(path, terminal), said: said.join('\n'), result };
  }

  it('says who, what and where, and what to look at', async () => {
    const { code, said, result } = await read(SHEET + END);
    expect(code).toBe(EXIT.done);
    expect(said).toContain('PEÑA,JOSEFA\nCII A00000001, born 1960-01-01\n');
    expect(said).toContain(
      'Cycle 1\n  COURT, 1995-06-07, CASC Torrance\n    count 1 #A1: HS 11358; 1995-06-07 CONVICTED FELONY; sentence 3 Y PROBATION',
    );
    expect(said).toContain(
      'page 1, line 5: the list of courthouses does not have this one; it is kept as written: CASC TORRANCE',
    );
    expect(said).toContain('page 1, line 7: CHT: read as CNT:');
    expect(said).toContain(
      '12 lines: 10 used, 2 that say nothing of anybody (headers, separators, blanks), 0 not read.',
    );
    expect(result).toMatchObject({
      kind: 'text',
      lines: { all: 12, used: 10, furniture: 2, unread: 0 },
      unread: [],
      history: { name: 'PEÑA,JOSEFA' },
    });
  });

  it("lists what it could not read, without numbers that are nobody's business, and says so with its exit code", async () => {
    const { code, said, result } = await read(`${SHEET}%% NOT KNOWN 123-45-6789 %%\n${END}`);
    expect(code).toBe(EXIT.input);
    expect(said).toContain('The record is incomplete');
    expect(said).toContain('1 not read.\n  page 1, line 12: not understood: %% NOT KNOWN (number left out) %%');
    expect(result['unread']).toEqual([
      { page: 1, line: 12, why: 'not-understood', text: '%% NOT KNOWN (number left out) %%' },
    ]);
    expect(JSON.stringify([said, result])).not.toContain('6789');
  });

  it('refuses a file that is no sheet as an input', async () => {
    const error: unknown = await read('RECORD_ID,SUBJECT_STATUS\n').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'rap-sheet.state-file' });
    expect(exitCodeOf(error)).toBe(EXIT.input);
  });
});

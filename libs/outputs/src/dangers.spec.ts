import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FilingPlan, type PacketRecord } from '@clearway/papers';
import { type DecidedPerson } from '@clearway/rules';
import { dangersInOrder, RunDangers } from './dangers';
import { OutputFolder } from './output-folder';

const PERSON = {
  person: 'p1',
  name: 'DOE,JOHN',
  otherNames: [],
  ciis: ['A1', 'A2'],
  problems: [],
  facts: { superStrikes: [], sexOffences: [], sexOffenderRegistration: false },
  convictions: [
    {
      key: '0:101002001000',
      court: { ori: '', name: 'CASC FRESNO', county: 'FRESNO' },
      caseNumbers: [{ number: 'F1', from: 'OFN' }],
      determination: {
        relief: 'dismiss-and-seal',
        floor: 'dismiss-and-seal',
        questions: [],
        standing: 'open',
        authority: '',
      },
    },
  ],
} as unknown as DecidedPerson;
const line = {
  line: 1,
  caseNumber: 'F1',
  person: 'p1',
  name: 'DOE, JOHN',
  key: '0:101002001000',
  count: 1,
  citation: 'HS 11359',
  relief: 'dismiss-and-seal',
};
const PLAN = {
  packets: [{ id: 'packet', courthouse: { name: 'CASC FRESNO' }, agency: 'DA', lines: [line] }],
} as unknown as FilingPlan;

describe(RunDangers.name, () => {
  let path: string;
  beforeEach(() => (path = mkdtempSync(join(tmpdir(), 'clearway-dangers-'))));
  afterEach(() => rmSync(path, { recursive: true, force: true }));

  async function written(released: boolean): Promise<{ counts: unknown; csv: string; files: readonly string[] }> {
    const dangers = new RunDangers({ policy: { kind: 'filing' } } as ConstructorParameters<typeof RunDangers>[0]);
    dangers.add(PERSON);
    const folder = new OutputFolder(path);
    const counts = await dangers.write(folder, PLAN, [{ packet: 'packet', released } as PacketRecord]);
    return {
      counts,
      csv: readFileSync(join(path, 'danger_list.csv'), 'utf8'),
      files: folder.files().map((file) => file.path),
    };
  }

  it('writes the list of what is released, and names both files in the run', async () => {
    const { counts, csv, files } = await written(true);
    expect(counts).toEqual({ 'two-identities': 1 });
    expect(csv).toContain('several-ciis');
    expect(files).toEqual(['danger_list.csv', 'danger_list.xlsx']);
  });

  it('says nothing of a packet that was held back', async () => {
    expect((await written(false)).counts).toEqual({});
  });

  it('counts keep their order through a message', () => {
    expect(Object.keys(dangersInOrder({ 'floor-only': 2, serving: 1 }))).toEqual(['serving', 'floor-only']);
  });
});

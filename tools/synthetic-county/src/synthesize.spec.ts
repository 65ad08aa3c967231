import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { COLUMNS } from './columns';
import { KINDS, UnknownKindError } from './kinds';
import { synthesize, synthesizeSync, type SynthesisOptions } from './synthesize';
import { type TrueFile, type TruePerson } from './truth';

interface Made {
  readonly bytes: Buffer;
  readonly people: readonly TruePerson[];
  readonly file: TrueFile;
}

function make(options: Partial<SynthesisOptions> = {}): Made {
  const people: TruePerson[] = [];
  let file: TrueFile | undefined;
  const chunks = [...synthesizeSync({ county: 'Los Angeles', rows: 5_000, seed: 11, ...options, onTruth: (one) => people.push(one), onFile: (one) => (file = one) })];
  return { bytes: Buffer.concat(chunks), people, file: file as TrueFile };
}

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const records = (bytes: Buffer): string[][] => parse(bytes, { skip_empty_lines: true });
const column = (name: string): number => COLUMNS.indexOf(name);

describe('a synthetic county file', () => {
  it('is the same bytes for the same options, and others for another seed', async () => {
    const chunks: Buffer[] = [];
    for await (const bytes of synthesize({ county: 'LOS ANGELES', rows: 5_000, seed: 11 })) chunks.push(bytes);
    expect(sha(Buffer.concat(chunks))).toBe(sha(make().bytes));
    expect(sha(make({ seed: 12 }).bytes)).not.toBe(sha(make().bytes));
  });

  it('has 95 columns, about 800 bytes a row and about 93 rows a person', () => {
    const { bytes, file } = make({ kinds: ['none'], rows: 40_000 });
    const rows = records(bytes.subarray(0, bytes.lastIndexOf(10, 2_000_000) + 1));
    expect(rows[0]).toEqual(COLUMNS);
    expect(rows.every((row) => row.length === 95)).toBe(true);
    expect(bytes.length / file.rows).toBeGreaterThan(760);
    expect(bytes.length / file.rows).toBeLessThan(840);
    expect(file.rows / file.people).toBeGreaterThan(85);
    expect(file.rows / file.people).toBeLessThan(101);
    expect(file.rows).toBeGreaterThanOrEqual(40_000);
  });

  it('lets nothing happen before the eighteenth birthday or after the day of the file', () => {
    const rows = records(make({ kinds: ['none'] }).bytes).slice(1);
    const [born, arrested, event] = [column('PRI_DOB'), column('CYC_DATE'), column('STP_EVENT_DATE')];
    const wrong = rows.filter((row) => ![arrested, event].every((at) => Number(row[at]) >= Number(row[born]) + 180_000 && Number(row[at]) <= 20200701));
    expect(rows.length).toBeGreaterThan(4_000);
    expect(wrong).toEqual([]);
  });

  it('has every kind in a file of enough people, and only those chosen', () => {
    const all = make({ rows: 20_000 });
    const seen = new Set(all.people.flatMap((one) => one.kinds));
    expect(KINDS.map((kind) => kind.name).filter((name) => !seen.has(name))).toEqual([]);
    const few = make({ kinds: ['deceased', 'attempt'] });
    expect(new Set(few.people.flatMap((one) => one.kinds))).toEqual(new Set(['deceased', 'attempt']));
    expect(() => make({ kinds: ['deceasd'] })).toThrow(UnknownKindError);
  });

  it('tells in the truth how many records, broken ones and line ends there are', () => {
    const { bytes, people, file } = make({ rows: 20_000 });
    expect(people.reduce((sum, one) => sum + one.rows, 0)).toBe(file.rows);
    expect(people.reduce((sum, one) => sum + one.broken.length, 0)).toBe(file.rejected);
    let lineEnds = 0;
    for (const byte of bytes) if (byte === 10) lineEnds++;
    expect(lineEnds).toBe(file.physicalLines);
    expect(file.people).toBe(people.length);
  });

  it('writes each conviction of the truth into the file', () => {
    const kinds = ['set-aside', 'deceased', 'multi-county', 'court-case-number'];
    const { bytes, people } = make({ kinds });
    const convicted = new Set<string>();
    for (const row of records(bytes)) if (row[column('DISP_DESCR')]?.startsWith('CONVICTED')) convicted.add(`${row[column('SUBJECT_ID')]} ${row[column('CNT_ORDER')]} ${row[column('STP_ORI_CNTY_NAME')]}`);
    const told = new Set(people.flatMap((one) => one.convictions.map((each) => `${one.subjectId} ${each.count} ${each.county}`)));
    expect(told).toEqual(convicted);
  });

  it('scatters the people asked for and leaves the others together', () => {
    const plain = make({ kinds: ['none'] });
    const sorted = (bytes: Buffer): string[] => bytes.toString('latin1').split('\n').sort();
    const partly = make({ kinds: ['none'], scatter: 0.1 });
    expect(sorted(partly.bytes)).toEqual(sorted(plain.bytes));
    const scatteredIds = new Set(partly.people.filter((one) => one.scattered).map((one) => one.subjectId));
    expect(scatteredIds.size).toBeGreaterThan(0);
    const stretches = new Map<string, number>();
    let before = '';
    for (const row of records(partly.bytes).slice(1)) {
      const id = row[column('SUBJECT_ID')] as string;
      if (id !== before) stretches.set(id, (stretches.get(id) ?? 0) + 1);
      before = id;
    }
    for (const [id, count] of stretches) if (!scatteredIds.has(id)) expect(count).toBe(1);
    const shuffled = make({ kinds: ['none'], scatter: 1 });
    expect(sorted(shuffled.bytes)).toEqual(sorted(plain.bytes));
    expect(sha(make({ kinds: ['none'], scatter: 1 }).bytes)).toBe(sha(shuffled.bytes));
  });

  it('keeps the rows of a scattered person in their order', () => {
    const orders = new Map<string, string>();
    const backwards: string[] = [];
    for (const row of records(make({ kinds: ['none'], scatter: 1 }).bytes).slice(1)) {
      const id = row[column('SUBJECT_ID')] as string;
      const order = row[column('CNT_ORDER')] as string;
      if (!(order >= (orders.get(id) ?? ''))) backwards.push(order);
      orders.set(id, order);
    }
    expect(orders.size).toBeGreaterThan(1);
    expect(backwards).toEqual([]);
  });

  it('writes CRLF, a byte order mark, no header and a header with one comma too many when asked', () => {
    const { bytes } = make({ kinds: ['none'], rows: 50, newline: 'crlf', bom: true, header: 'extra-comma' });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('latin1');
    expect(text.split('\r\n')[0]?.endsWith('END_OF_REC,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(make({ kinds: ['none'], rows: 50, header: 'none' }).bytes.toString('latin1').startsWith('0000000001,A,10000001')).toBe(true);
  });

  it('writes Windows-1252 and UTF-8 names beside each other', () => {
    const { bytes, people } = make({ kinds: ['accented-name', 'windows-1252'] });
    const old = people.find((one) => one.kinds.includes('windows-1252')) as TruePerson;
    const utf8 = people.find((one) => one.kinds.includes('accented-name') && !one.kinds.includes('windows-1252')) as TruePerson;
    expect(bytes.includes(Buffer.from(utf8.name, 'utf8'))).toBe(true);
    expect(bytes.includes(Buffer.from(old.name.replaceAll('’', '\x92'), 'latin1'))).toBe(true);
  });
});

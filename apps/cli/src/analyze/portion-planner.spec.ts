import { COLUMN_NAMES, PersonReader, RECORD_LIMITS, stretchPlan } from '@clearway/doj-bulk';
import { PortionPlanner } from './portion-planner';

type Cells = Readonly<Record<string, string>>;

const PERSON: Cells = { SUBJECT_ID: '10000001', CII_NUMBER: 'A10000001', PRI_NAME: 'ROE', PRI_DOB: '19700101' };
const ARREST: Cells = {
  ...PERSON,
  CYC_DATE: '20100101',
  STP_EVENT_DATE: '20100101',
  STP_TYPE_DESCR: 'ARREST/DETAINED/CITED',
  STP_ORI_CNTY_NAME: 'KERN',
  OFFENSE_DESCR: '459 PC-BURGLARY',
  OFN: '1',
};
const COURT: Cells = {
  ...ARREST,
  STP_EVENT_DATE: '20110101',
  STP_TYPE_DESCR: 'COURT ACTION',
  OFN: 'BA1',
  DISP_DESCR: 'DISMISSED',
};

/** Which rows of one person are read, as pieces `[first, end)`, and what is passed over. */
function planned(rows: readonly (readonly [order: string, cells: Cells])[]): {
  read: number[];
  rows: number;
  counts: number;
} {
  const lines = rows.map(([order, cells]) =>
    COLUMN_NAMES.map((name) => (name === 'CNT_ORDER' ? `${order}000` : (cells[name] ?? ''))).join(','),
  );
  const text = `${lines.join('\n')}\n`;
  const people = new PersonReader(RECORD_LIMITS);
  const bytes = people.memory.room(text.length);
  bytes.write(text, 'latin1');
  const job = {
    kind: 'portion',
    file: 0,
    name: '',
    path: '',
    start: 0,
    length: text.length,
    line: 1,
    rows: Uint32Array.of(0),
    people: Int32Array.of(0),
    ids: [''],
    flags: Uint8Array.of(0),
    annotations: [],
    room: 0,
  } as const;
  const plan = new PortionPlanner(people).planOf(job, bytes);
  const { passedOver, firstPair, endPair } = stretchPlan(plan, 0);
  return { read: [...plan.pairs.subarray(firstPair, endPair)], ...passedOver };
}

const CONVICTED: Cells = { ...COURT, DISP_DESCR: 'CONVICTED', CONV_STAT_DESCR: 'FELONY' };
/** The first row of a person has a sign; this cycle begins with it. */
const BEGIN = [['101001001', ARREST]] as const;

describe('which rows of a person are read', () => {
  it('leaves out bare counts of a cycle that decides, wherever they stand in it', () => {
    expect(
      planned([
        ...BEGIN,
        ['101001002', ARREST],
        ['101001003', ARREST],
        ['101002001', CONVICTED],
        ['101002002', COURT],
        ['101002003', CONVICTED],
        ['101002004', COURT],
      ]),
    ).toEqual({
      read: [0, 1, 3, 4, 5, 6],
      rows: 4,
      counts: 4,
    });
  });

  it.each<[string, (readonly [string, Cells])[]]>([
    ['the first count of a step', [['101002001', COURT]]],
    ['the first of a step of the same day, office and kind', [['101002001', ARREST]]],
    [
      'a count of which a row follows',
      [
        ['101001002', ARREST],
        ['101001002', { ...ARREST, SENT_LENGTH: '1' }],
      ],
    ],
    ['a further row of a count', [['101001001', ARREST]]],
    ['a count with a case number of its own', [['101001002', { ...ARREST, OFN: '2' }]]],
    ['a count with a court number of its own', [['101001002', { ...ARREST, FE_NUM_CRT_CASE: 'BA2' }]]],
    ['a count of another day', [['101001002', { ...ARREST, STP_EVENT_DATE: '20100102' }]]],
    ['a count with a comment', [['101001002', { ...ARREST, COMMENT_TEXT: 'SCN-1' }]]],
    ['a count with a sentence', [['101001002', { ...ARREST, SENT_LOC_DESCR: 'JAIL' }]]],
    ['a count of cannabis', [['101001002', { ...ARREST, OFFENSE_DESCR: '11358 HS' }]]],
  ])('reads %s', (_, rows) =>
    expect(planned([...BEGIN, ...rows])).toEqual({ read: [0, rows.length + 1], rows: 0, counts: 0 }),
  );

  it('leaves out a cycle without a sign, whole', () => {
    expect(planned([...BEGIN, ['102001001', ARREST], ['102001002', ARREST], ['102001002', ARREST]])).toEqual({
      read: [0, 1],
      rows: 3,
      counts: 2,
    });
  });
});

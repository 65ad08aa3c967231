import { COLUMN_NAMES, PersonReader, RECORD_LIMITS, stretchPlan } from '@clearway/doj-bulk';
import { type History } from '@clearway/record';
import { PortionDecider } from './portion-decider';
import { type PortionJob } from './portion-jobs';
import { PortionPlanner } from './portion-planner';

type Cells = Readonly<Record<string, string>>;

/** Every row has a sign, so that every row is read. */
const CONVICTED: Cells = { STP_TYPE_DESCR: 'COURT ACTION', DISP_DESCR: 'CONVICTED', STP_EVENT_DATE: '20010203' };
const SPANISH: Cells = { PRI_NAME: 'PE\xd1A', OFN: 'BA\xd1' };
const START = 1000;

/** A portion of people with these rows; letters are those of Windows-1252. */
function portionOf(people: readonly (readonly Cells[])[]): { job: PortionJob; text: string } {
  const rows: number[] = [];
  let text = '';
  let row = 0;
  people.forEach((cellsOfRows, person) => {
    rows.push(row);
    for (const cells of cellsOfRows) {
      const filled: Cells = {
        SUBJECT_ID: String(person),
        CNT_ORDER: `101001${String(++row).padStart(3, '0')}000`,
        ...CONVICTED,
        ...cells,
      };
      text += `${COLUMN_NAMES.map((name) => filled[name] ?? '').join(',')}\n`;
    }
  });
  const job: PortionJob = {
    kind: 'portion',
    file: 0,
    name: '',
    path: '',
    start: START,
    length: text.length,
    line: 1,
    rows: Uint32Array.from(rows),
    people: Int32Array.from(rows.keys()),
    ids: rows.map((_, person) => String(person)),
    flags: new Uint8Array(rows.length),
    annotations: [],
    room: 0,
  };
  return { job, text };
}

/** The histories from which a portion is decided. */
function decidedFrom({ job, text }: ReturnType<typeof portionOf>): { histories: History[]; near: number } {
  const people = new PersonReader(RECORD_LIMITS);
  const bytes = people.memory.room(text.length);
  bytes.write(text, 'latin1');
  const plan = new PortionPlanner(people).planOf(job, bytes);
  const histories: History[] = [];
  const decide = (history: History): { annotations: [] } => {
    histories.push(history);
    return { annotations: [] };
  };
  let looked = 0;
  const { over } = people.rows;
  people.rows.over = (...all) => {
    looked++;
    over.apply(people.rows, all);
  };
  new PortionDecider({ decide, tally: () => undefined }, people).portion(job, plan, bytes);
  return { histories, near: job.rows.length - looked };
}

/** The same, every row looked at by itself. */
function readPlainly({ job, text }: ReturnType<typeof portionOf>): History[] {
  const people = new PersonReader(RECORD_LIMITS);
  const { rows } = people;
  rows.over(Buffer.from(`${text}\n`, 'latin1'), text.length, true);
  return Array.from(job.rows, (first, index) => {
    for (let row = first; row < (job.rows[index + 1] ?? Infinity) && rows.next() === 'row'; row++)
      people.addRow(0, row, START + rows.start, 1 + rows.line);
    return people.finish({ person: index, id: String(index), flags: 0 });
  });
}

describe('histories from which a portion is decided', () => {
  it.each<[string, Cells[][]]>([
    ['of ASCII', [[{}, {}], [{}]]],
    [
      'of Windows-1252, all rows or one of them',
      [[{}, {}], [SPANISH, SPANISH, SPANISH], [{}, {}, SPANISH, {}, {}], [{}]],
    ],
    [
      'of both encodings',
      [
        [{ PRI_NAME: 'PE\xc3\x91A' }, { PRI_NAME: 'PE\xc3\x91A' }],
        [SPANISH, { PRI_NAME: 'PE\xc3\x91A' }, {}],
      ],
    ],
  ])('are those of the file, with its places: %s', (_, people) => {
    const portion = portionOf(people);
    const { histories, near } = decidedFrom(portion);
    expect(histories).toEqual(readPlainly(portion));
    expect(near).toBe(people.length);
  });

  it('look at the rows again where there is no room for copies of them', () => {
    const long: Cells = { ...SPANISH, COMMENT_TEXT: 'X'.repeat(60_000) };
    const portion = portionOf([[SPANISH], [long, {}], [long, long, long, long], [SPANISH]]);
    const { histories, near } = decidedFrom(portion);
    expect(histories).toEqual(readPlainly(portion));
    expect(near).toBe(3);
  });

  it('are not read from copies where the file does not stand in the memory', () => {
    const { job, text } = portionOf([[SPANISH]]);
    const plan = new PortionPlanner(new PersonReader(RECORD_LIMITS)).planOf(job, Buffer.from(`${text}\n`, 'latin1'));
    expect(stretchPlan(plan, 0).near).toBe(false);
  });
});

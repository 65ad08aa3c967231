import { type Charge, type History } from '@clearway/record';
import { NumberReader, NumberWriter } from './number-bytes';
import { HistoryBlobError, historyMembers, readHistories } from '../index';

const charge: Charge = {
  text: '664/11358(C) HS',
  offences: [{ code: 'HS', section: '11358', path: ['c'], qualifiers: ['attempt'] }],
};
const agency = { ori: '', name: 'CASC FRESNO', county: 'FRESNO' };

const full: History = {
  person: 'cc4nyrmgcbx5hwf3',
  subjects: [
    { file: 0, subjectId: '10000004', cii: 'A1' },
    { file: 63, subjectId: '', cii: '' },
  ],
  name: 'ÑANDÚ,ØRSTED \u{1f600}',
  otherNames: ['', 'B'],
  sex: 'M',
  race: 'HISPANIC',
  birthDates: [19750809, 20140000, 0],
  deceased: true,
  incomplete: false,
  cycles: [
    {
      subject: 1,
      order: '101',
      date: 20090812,
      steps: [
        {
          order: '001',
          type: 'court-action',
          typeText: 'COURT ACTION',
          date: 0,
          agency,
          counts: [
            {
              order: '101001001000',
              rows: [
                { file: 1, row: 4_000_000_000, offset: 4_900_000_000_000, line: 4_000_000_009, comment: '' },
                { file: 0, row: 0, offset: 0, line: 1 },
                { file: 2, row: 40, offset: 0, line: 12, page: 3, comment: 'ADR' },
                { file: 2, row: 41, offset: 0, line: 1, page: 4 },
              ],
              charged: charge,
              convictedOf: charge,
              disposedOf: { text: '', offences: [], problem: 'blank' },
              otherCharges: [charge],
              classOfCharge: 'F',
              classOfConviction: '',
              chargeCode: '35008',
              dispositions: [
                {
                  kind: 'convicted',
                  text: 'CONVICTED',
                  date: 20090812,
                  dispositionDate: 0,
                  severity: 'unknown',
                  severityText: 'X',
                  row: 1,
                },
              ],
              sentences: [{ place: 'JAIL', length: 'LIFE', unit: '', from: 20100000, row: 0 }],
              caseNumbers: [{ number: '0091-A', from: 'FE_NUM_CRT_CASE' }],
              doubts: ['conviction', 'severity'],
              says: [
                { of: 'conviction', value: 'CONVICTED on 2009-08-12', at: { file: 0, row: 0, line: 1 } },
                { of: 'conviction', value: 'DISMISSED', at: { file: 2, row: 41, line: 1, page: 4 } },
              ],
            },
            {
              order: '2',
              rows: [],
              charged: charge,
              classOfCharge: '',
              dispositions: [],
              sentences: [],
              caseNumbers: [],
            },
          ],
        },
      ],
    },
  ],
  problems: [{ code: 'rejected-row', at: { file: 1, row: 2, line: 3 } }, { code: 'missing-birth-date' }],
};
/** What the bytes of the version before hold. */
const OLD: History = {
  person: 'cc4nyrmgcbx5hwf3',
  subjects: [{ file: 0, subjectId: '10000004', cii: 'A1' }],
  name: 'DOE,JANE',
  otherNames: [],
  sex: 'F',
  race: '',
  birthDates: [19750809],
  deceased: true,
  incomplete: false,
  cycles: [
    {
      subject: 0,
      order: '101',
      date: 19980101,
      steps: [
        {
          order: '002',
          type: 'court-action',
          typeText: 'COURT ACTION',
          date: 19980312,
          agency: { ori: 'CA019115J', name: 'CASC X', county: 'FRESNO' },
          counts: [
            {
              order: '101002001000',
              rows: [{ file: 0, row: 1, offset: 2, line: 3 }],
              charged: { text: '11359 HS', offences: [] },
              classOfCharge: 'F',
              classOfConviction: 'M',
              dispositions: [],
              sentences: [],
              caseNumbers: [{ number: 'BA1', from: 'OFN' }],
            },
          ],
        },
      ],
    },
  ],
  problems: [],
};
const empty: History = {
  person: 'b',
  subjects: [],
  name: '',
  otherNames: [],
  sex: '',
  race: '',
  birthDates: [],
  deceased: false,
  incomplete: true,
  cycles: [],
  problems: [],
};

describe('a blob of histories', () => {
  it('gives back every field of everyone, in order', () => {
    expect(readHistories(Buffer.concat(historyMembers([full, empty, full])))).toStrictEqual([full, empty, full]);
    expect(readHistories(Buffer.concat(historyMembers([])))).toEqual([]);
  });

  it('reads the version before, which had no codes of charges', () => {
    const before = Buffer.from(
      'vQAAAHsidmVyc2lvbiI6MiwidGV4dHMiOlsiRiIsIiIsIjEwMSIsIjAwMiIsIkNPVVJUIEFDVElPTiIsIjEwMTAwMjAwMTAwMCIsIk0iXSwiY2hhcmdlcyI6W3sidGV4dCI6IjExMzU5IEhTIiwib2ZmZW5jZXMiOltdfV0sImFnZW5jaWVzIjpbeyJvcmkiOiJDQTAxOTExNUoiLCJuYW1lIjoiQ0FTQyBYIiwiY291bnR5IjoiRlJFU05PIn1dfRBjYzRueXJtZ2NieDVod2YzAQAIMTAwMDAwMDQCQTEIRE9FLEpBTkUAAAEBmb+1CQEBAALFvsMJAQMBBJjAwwkAAQUIAQACBAYAAAAGAAABA0JBMQAA',
      'base64',
    );
    expect(readHistories(before)).toStrictEqual([OLD]);
  });

  it('reads the version before, whose rows had no page', () => {
    const before = Buffer.from(
      'rAAAAHsidmVyc2lvbiI6MiwidGV4dHMiOlsiIiwiMTAxIiwiMDAxIiwiQ09VUlQgQUNUSU9OIiwiMiIsIlNFRSJdLCJjaGFyZ2VzIjpbeyJ0ZXh0IjoiMTEzNTggSFMiLCJvZmZlbmNlcyI6W119XSwiYWdlbmNpZXMiOlt7Im9yaSI6IiIsIm5hbWUiOiJDQVNDIEZSRVNOTyIsImNvdW50eSI6IkZSRVNOTyJ9XX0QY2M0bnlybWdjYng1aHdmMwAIRE9FLEpBTkUAAAAAAgEAAQABAgEDAAABBAACAg6IDhAGAAJkAgAAAAAAAAA=',
      'base64',
    );
    const [history] = readHistories(before);
    expect(history).toMatchObject({ name: 'DOE,JANE', incomplete: true });
    expect(history?.cycles[0]?.steps[0]?.counts[0]?.rows).toStrictEqual([
      { file: 1, row: 7, offset: 900, line: 8, comment: 'SEE' },
      { file: 1, row: 8, offset: 950, line: 9 },
    ]);
  });

  it('gives one person from the first member and their own', () => {
    const [tables, , second, third] = historyMembers([full, empty, full]) as [Buffer, Buffer, Buffer, Buffer];
    expect(readHistories(Buffer.concat([tables, third]))).toStrictEqual([full]);
    expect(readHistories(Buffer.concat([tables, second]))).toStrictEqual([empty]);
  });

  it('is the same bytes for the same people', () => {
    const copy = JSON.parse(JSON.stringify([full, empty])) as History[];
    expect(Buffer.concat(historyMembers([full, empty]))).toHaveLength(
      Buffer.concat(historyMembers([full, empty])).length,
    );
    expect(Buffer.concat(historyMembers(copy))).toEqual(
      Buffer.concat(historyMembers(JSON.parse(JSON.stringify(copy)) as History[])),
    );
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['other bytes', Buffer.from('DOE,JANE is not a history')],
    ['a blob that was cut', Buffer.concat(historyMembers([full])).subarray(0, -3)],
    [
      'another version',
      Buffer.concat(historyMembers([full]))
        .toString('latin1')
        .replace('"version":5', '"version":9'),
    ],
  ])('refuses %s', (_, bytes) => {
    expect(() => readHistories(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)).toThrow(
      HistoryBlobError,
    );
  });
});

describe('numbers in bytes', () => {
  it('are the same after, at every edge', () => {
    const numbers = [
      0,
      1,
      127,
      128,
      16_383,
      16_384,
      2 ** 31 - 1,
      2 ** 31,
      2 ** 32,
      2 ** 32 + 1,
      2 ** 40,
      Number.MAX_SAFE_INTEGER,
    ];
    const writer = new NumberWriter();
    for (const number of numbers) writer.number(number);
    for (const number of [0, -1, 1, -64, 64, -(2 ** 40), 2 ** 40]) writer.difference(number);
    writer.text('x'.repeat(200_000));
    const reader = new NumberReader(writer.take());
    expect(numbers.map(() => reader.number())).toEqual(numbers);
    expect([0, 1, 2, 3, 4, 5, 6].map(() => reader.difference())).toEqual([0, -1, 1, -64, 64, -(2 ** 40), 2 ** 40]);
    expect(reader.text()).toHaveLength(200_000);
    expect(reader.ended).toBe(true);
  });
});

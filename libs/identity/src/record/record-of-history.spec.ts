import { emptyRowFacts, HistoryAssembler, type History, type RowFacts } from '@clearway/record';
import { joinPeople } from '../join-people';
import { identityRecordOf } from './record-of-history';

function history(...rows: readonly Partial<RowFacts>[]): History {
  const assembler = new HistoryAssembler();
  rows.forEach((row, i) =>
    assembler.add({
      ...emptyRowFacts(),
      row: i,
      order: `10${i + 1}001001000`,
      name: 'DE LA CRUZ,JOSE LUIS JR',
      sex: 'MALE',
      birthDate: 19700304,
      stepType: 'COURT ACTION',
      county: 'fresno',
      caseNumber: 'F98-01234',
      ...row,
    }),
  );
  return assembler.finish({ person: 'p', incomplete: false, twoCiis: false });
}
const STATE = { source: 'state-file', file: 'a'.repeat(64) } as const;
const COURT = { source: 'court-extract', file: 'b'.repeat(64) } as const;

describe(identityRecordOf.name, () => {
  it('says who somebody is and nothing of what was done', () => {
    const of = history(
      { cii: 'a0000001', subjectId: '7' },
      { cii: 'A0000001', subjectId: '7', name: 'CRUZ,PEPE', birthDate: 19700000, caseNumber: 'NULL', courtCase: 'X-1' },
      { cii: 'A0000001', subjectId: '7', stepType: 'ARREST/DETAINED/CITED', caseNumber: 'POLICE 9' },
    );
    expect(identityRecordOf(of, STATE)).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      source: 'state-file',
      file: 'a'.repeat(64),
      subject: '7',
      cii: 'A0000001',
      ssnHash: '',
      names: [
        { last: 'DE LA CRUZ', first: 'JOSE', middle: 'LUIS', suffix: 'JR' },
        { last: 'CRUZ', first: 'PEPE', middle: '', suffix: '' },
      ],
      births: [19700304, 19700000],
      sex: 'M',
      cases: [
        { court: 'FRESNO', number: 'F98-01234' },
        { court: 'FRESNO', number: 'X-1' },
      ],
    });
  });

  it('gives a record one id over files, and other people another one', () => {
    const numbered = history({ cii: 'A1', subjectId: '7' });
    const other = { ...STATE, file: 'c'.repeat(64) };
    expect(identityRecordOf(numbered, other).id).toBe(identityRecordOf(numbered, STATE).id);
    const unnumbered = history({ subjectId: '7' });
    expect(identityRecordOf(unnumbered, other).id).toBe(identityRecordOf(unnumbered, STATE).id);
    expect(identityRecordOf(history({ subjectId: '8' }), STATE).id).not.toBe(identityRecordOf(unnumbered, STATE).id);
    expect(identityRecordOf(unnumbered, COURT).id).not.toBe(identityRecordOf(unnumbered, STATE).id);
    const keyed = (key: string): string => identityRecordOf(history({}), { ...COURT, key }).id;
    expect(keyed('case 1')).toBe(keyed('case 1'));
    expect(keyed('case 1')).not.toBe(keyed('case 2'));
  });

  it('joins a defendant of a court with the person of the state', () => {
    const records = [
      identityRecordOf(history({ cii: 'A0000001', subjectId: '7' }), STATE),
      identityRecordOf(history({ sex: '' }), { ...COURT, key: 'case-number=F98-01234' }),
      identityRecordOf(history({ name: 'ROE,ANA', birthDate: 19810101, sex: 'F', caseNumber: 'F01-9999' }), {
        ...COURT,
        key: 'other',
      }),
    ];
    expect([...joinPeople(records).personOf]).toEqual([0, 0, 1]);
  });
});

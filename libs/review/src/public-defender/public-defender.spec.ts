import { reliefFiled } from '@clearway/rules';
import { readCsv } from '@clearway/spreadsheets';
import { type CaseFacts, DEFAULT_READING, decidePerson, type DecidedPerson, type Policy } from '@clearway/rules';
import { emptyRowFacts, HistoryAssembler } from '@clearway/record';
import { noticeLinesOf } from './notice-lines';
import { publicDefenderCsv, publicDefenderPdf } from './public-defender';

const STATUTE: Policy = {
  name: 'statute',
  kind: 'filing',
  title: 'The statute',
  approved: { by: 'test', on: '2026-01-01', words: 'test' },
  statute: DEFAULT_READING,
  lists: { superStrikes: 'los-angeles-2020.super-strikes', sexOffences: 'los-angeles-2020.sex-offences' },
  steps: [],
  otherwise: { outcome: 'not-eligible', determination: '', reason: '' },
  hash: '0'.repeat(64),
  warnings: [],
};

/** An invented person with one completed sentence for HS 11359. */
function decided(facts: CaseFacts, offence = '11359 HS-POSSESS FOR SALE'): DecidedPerson {
  const assembler = new HistoryAssembler();
  assembler.add({
    ...emptyRowFacts(),
    line: 2,
    order: '101001001000',
    subjectId: '101',
    cii: 'A7654321',
    name: 'DOE,JANE',
    birthDate: 19700101,
    stepType: 'COURT ACTION',
    county: 'FRESNO',
    agency: 'CASC FRESNO',
    eventDate: 20100615,
    disposition: 'CONVICTED',
    convictionStatus: 'FELONY',
    courtCase: 'F10-000123',
    offence,
  });
  const history = assembler.finish({ person: 'abcdefgh12345678', incomplete: false, twoCiis: false });
  return decidePerson(history, STATUTE, { county: 'FRESNO', asOf: 20261123, cases: { of: () => facts } });
}

const CHALLENGE = {
  ground: 'c2-criteria',
  evidence: '=the record',
  kind: 'court-record',
  by: 'DDA ROE',
  on: 20261123,
} as const;

describe('the list for the public defender', () => {
  it('has a challenged conviction with its ground, and what it would have been', () => {
    const person = decided({ challenge: CHALLENGE });
    expect(person.convictions.map((each) => reliefFiled(each.determination))).toEqual(['none']);
    expect(noticeLinesOf(person)).toMatchObject([
      {
        what: 'challenged',
        name: 'DOE,JANE',
        caseNumber: 'F10-000123',
        by: 'DDA ROE',
        on: '2026-11-23',
        why: '11361.9(c)(2): completed, the criteria of 11361.8 are not met',
        relief: 'redesignated as a misdemeanor',
      },
    ]);
  });

  it('has who was left out and why, and nobody to whom something is filed or was granted', () => {
    expect(noticeLinesOf(decided({ destroyed: true }))).toMatchObject([
      { what: 'left-out', why: 'no court record located' },
    ]);
    expect(noticeLinesOf(decided({}, '11361(A) HS-MINOR'))).toMatchObject([
      { what: 'left-out', why: expect.stringMatching(/\w/) },
    ]);
    expect(noticeLinesOf(decided({}))).toEqual([]);
    expect(noticeLinesOf(decided({ granted: 20190501, challenge: CHALLENGE }))).toEqual([]);
  });

  it('leaves the office without a number of the state or an id made from one, and without a cell that runs', () => {
    const csv = publicDefenderCsv(noticeLinesOf(decided({ challenge: CHALLENGE })));
    expect(csv).not.toMatch(/A7654321|abcdefgh12345678/);
    const [head, row] = [...readCsv(csv)].map(({ fields }) => fields);
    expect(row).toHaveLength(head?.length ?? 0);
    expect(row).toContain("'=the record");
  });

  it('is a paper that is the same every time, also of nobody and with a character that no font has', () => {
    const run = { county: 'FRESNO', asOf: 20261123 };
    const lines = noticeLinesOf(decided({ challenge: { ...CHALLENGE, evidence: 'record \u{F0000}' } }));
    const paper = publicDefenderPdf(run, lines);
    expect(Buffer.compare(publicDefenderPdf(run, [...lines]), paper)).toBe(0);
    expect(publicDefenderPdf(run, []).length).toBeGreaterThan(1000);
  });
});

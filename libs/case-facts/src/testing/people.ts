import { emptyRowFacts, HistoryAssembler, type History, type RowFacts } from '@clearway/record';
import { DEFAULT_READING, type DecidedPerson, decidePerson, type Policy } from '@clearway/rules';
import { CaseFactsBook, type CaseData } from '../case-facts-book';

/** The statute alone. */
export const STATUTE: Policy = {
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

/** An invented person: a felony HS 11359 and a misdemeanor HS 11357(a) of one case, born 1970 unless told otherwise. */
export function history(changes: Partial<RowFacts> = {}, person = 'p1'): History {
  const assembler = new HistoryAssembler();
  const rows: Partial<RowFacts>[] = [
    { order: '101001001000', offence: '11359 HS-POSSESS MARIJUANA FOR SALE', convictionStatus: 'FELONY' },
    { order: '101001002000', offence: '11357(A) HS-POSSESS', convictionStatus: 'MISDEMEANOR' },
  ];
  rows.forEach((row, i) =>
    assembler.add({
      ...emptyRowFacts(),
      row: i,
      line: i + 2,
      offset: i * 800,
      subjectId: '101',
      cii: 'A1',
      name: 'DOE,JANE',
      birthDate: 19700101,
      stepType: 'COURT ACTION',
      county: 'FRESNO',
      agency: 'CASC FRESNO',
      eventDate: 20100615,
      disposition: 'CONVICTED',
      caseNumber: 'F10-000123',
      courtCase: 'F10-000123',
      ...row,
      ...changes,
    } as RowFacts),
  );
  return assembler.finish({ person, incomplete: false, twoCiis: false });
}

export function decided(data: Partial<CaseData>, subject: History = history(), asOf = 20261123): DecidedPerson {
  const cases = new CaseFactsBook({ rows: [], decisions: [], ...data });
  return decidePerson(subject, STATUTE, { county: 'FRESNO', asOf, cases, everyBasis: true });
}

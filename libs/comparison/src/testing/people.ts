import { type History, HistoryAssembler, emptyRowFacts, type RowFacts } from '@clearway/record';

/** A person of the county as rows: each conviction is a court row of a cycle of its own, of 2005 and a felony unless it says otherwise. */
export function aPerson(id: string, about: Partial<RowFacts>, convictions: readonly Partial<RowFacts>[]): History {
  const assembler = new HistoryAssembler();
  convictions.forEach((conviction, i) => {
    assembler.add({
      ...emptyRowFacts(),
      row: i,
      line: i + 2,
      offset: i * 800,
      subjectId: id,
      cii: `A${id}`,
      name: `DOE,${id}`,
      birthDate: 19700101,
      race: 'HISPANIC',
      order: `1${String(i + 1).padStart(2, '0')}002001000`,
      stepType: 'COURT ACTION',
      agency: 'SC LOS ANGELES',
      county: 'LOS ANGELES',
      eventDate: 20050301,
      cycleDate: 20050201,
      offence: '11359 HS-SALE',
      offenceClass: 'F',
      disposition: 'CONVICTED',
      convictionStatus: 'FELONY',
      ...about,
      ...conviction,
    });
  });
  return assembler.finish({ person: `person-${id}`, incomplete: false, twoCiis: false });
}

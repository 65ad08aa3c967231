import { HistoryAssembler } from '../assembly/assemble-history';
import { emptyRowFacts, type RowFacts } from '../assembly/row-facts';
import { type History } from '../history';

/** A person of a few rows, through the assembler: a felony of HS 11358 by a court of Fresno unless a row says otherwise. */
export function smallHistory(rows: readonly Partial<RowFacts>[], about: { incomplete?: boolean } = {}): History {
  const assembler = new HistoryAssembler();
  rows.forEach((each, row) =>
    assembler.add({
      ...emptyRowFacts(),
      row,
      line: row + 2,
      subjectId: '10000001',
      cii: 'A10000001',
      name: 'DOE,JANE',
      birthDate: 19700101,
      cycleDate: 20041201,
      eventDate: 20050301,
      order: `10${row + 1}002001000`,
      stepType: 'COURT ACTION',
      agency: 'CASC FRESNO',
      county: 'FRESNO',
      offence: '11358 HS',
      disposition: 'CONVICTED',
      convictionStatus: 'FELONY',
      caseNumber: 'F05000001',
      ...each,
    }),
  );
  return assembler.finish({ person: 'aaaaaaaaaaaaaaaa', incomplete: about.incomplete === true, twoCiis: false });
}

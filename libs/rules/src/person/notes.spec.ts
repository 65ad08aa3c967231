import { emptyRowFacts, HistoryAssembler } from '@clearway/record';
import { notesOf } from './notes';

function note(offence: string, comment: string): string | undefined {
  const assembler = new HistoryAssembler();
  assembler.add({
    ...emptyRowFacts(),
    subjectId: '1',
    order: '101001001000',
    stepType: 'ARREST/DETAINED/CITED',
    row: 7,
    offence,
    comment,
  });
  const [found] = notesOf(assembler.finish({ person: 'CASE', incomplete: false, twoCiis: false }));
  if (found) expect(found.row).toEqual({ file: 0, row: 7 });
  return found?.possibleOtherCharge;
}

describe('Possible Other P64 Charges', () => {
  it.each([
    ['11358 HS-CULTIVATE', '11359 HS-OTHER CANNABIS'],
    ['11358 HS-CULTIVATE', '11359 - AS PLED'],
    ['466 PC-TOOLS', '11358 - SEE REPORT'],
    ['11357(B) HS-POSSESS', '11357(D) - SCHOOL'],
    ['11357(C) HS-POSSESS', '11357A IN COURT'],
    ['11357 HS-POSSESS', '11357(A)-NOLO'],
    ['11358 HS-CULTIVATE', '11358 AND 11359'],
    ['11358 HS-CULTIVATE', '11359 hs in small letters'],
  ])('%s with %s', (offence, comment) => expect(note(offence, comment)).toBe(comment));

  it.each([
    ['11358 HS-CULTIVATE', '11358 - THE SAME'],
    ['11357(C) HS-POSSESS', '11357(D) - THE SAME HALF'],
    ['11357(A) HS-POSSESS', '11357 WITHOUT A LETTER'],
    ['11358 HS-CULTIVATE', 'CNT 113591'],
    ['11358 HS-CULTIVATE', '11357.5 HS'],
    ['11358 HS-CULTIVATE', 'NOTHING OF NOTE'],
    ['11358 HS-CULTIVATE', ''],
    ['SEE COMMENT FOR CHARGE', '11359 HS-SALE'],
  ])('nothing for %s with %j', (offence, comment) => expect(note(offence, comment)).toBeUndefined());
});

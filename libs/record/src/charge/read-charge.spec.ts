import { citedAnywhere, readCharge } from './read-charge';
import { chargeWords, printCitation } from './print-citation';

function cited(text: string, comment?: string): string {
  const charge = readCharge(text, comment);
  return charge.problem ?? charge.offences.map(printCitation).join(' + ');
}

describe('readCharge', () => {
  it.each([
    ['11357 HS-POSSESS MARIJUANA', 'HS 11357'],
    ['11357.5 HS-SYNTHETIC CANNABIS', 'HS 11357.5'],
    ['21135900 PC-X', 'no-section'],
    ['664-11358 HS-ATT', 'attempt (PC 664) HS 11358'],
    ['664/11358 HS', 'attempt (PC 664) HS 11358'],
    ['664.11357', 'attempt (PC 664) HS 11357'],
    ['664 11357(A) HS', 'attempt (PC 664) HS 11357(a)'],
    ['66411357 HS', 'attempt (PC 664) HS 11357'],
    ['664(A)/11358 HS', 'attempt (PC 664) HS 11358'],
    ['11358-664', 'attempt (PC 664) HS 11358'],
    ['11358/664 HS', 'attempt (PC 664) HS 11358'],
    ['664 PC/11358 HS-ATT', 'attempt (PC 664) HS 11358'],
    ['664/187(A) PC-ATT MURDER', 'attempt (PC 664) PC 187(a)'],
    ['11359HS-', 'HS 11359'],
    ['11359HS-INTENT SELL', 'HS 11359'],
    ['11357A HS', 'HS 11357(a)'],
    ['11357AHS', 'HS 11357(a)'],
    ['11357B2 HS', 'HS 11357(b)(2)'],
    ['11357(C)HS-', 'HS 11357(c)'],
    ['11357(A HS', 'HS 11357(a)'],
    ['  11357(a) hs-poss', 'HS 11357(a)'],
    ['/11357(A)', 'HS 11357(a)'],
    ['11360(A)(2) HS-SELL', 'HS 11360(a)(2)'],
    ['11360 (A) HS-SELL', 'HS 11360(a)'],
    ['11360(B) SELL/FURNISH', 'HS 11360(b)'],
    ['HS 11357(a)', 'HS 11357(a)'],
    ['11357 H&S-POSSESS', 'HS 11357'],
    ['182(A)(1)/11359 HS', 'conspiracy (PC 182) HS 11359'],
    ['182(A)(1)/11359 PC-CONSPIRACY', 'conspiracy (PC 182) HS 11359'],
    ['182/664/11358 HS', 'attempt (PC 664) conspiracy (PC 182) HS 11358'],
    ['182(A)(1) PC-CONSPIRACY', 'PC 182(a)(1)'],
    ['664 PC-ATTEMPT', 'PC 664'],
    ['11357/11360 HS', 'HS 11357 + HS 11360'],
    ['215-186.22(B)(4) PC-CARJACK GANG', 'PC 215 + PC 186.22(b)(4)'],
    ['11357(B)-28.5 GRAMS', 'HS 11357(b)'],
    ['11358 PC-WRONG LETTERS', 'PC 11358'],
    ['288A(C)(1) PC-X', 'PC 288a(c)(1)'],
    ['288(A) PC-X', 'PC 288(a)'],
    ['187A PC-MURDER', 'PC 187(a)'],
    ['653F(B) PC', 'PC 653f(b)'],
    ['653(F) PC', 'PC 653f'],
    ['273AB PC', 'PC 273ab'],
    ['220 PC- COMMIT MAYHEM', 'PC 220'],
    ['4149 BP - UNLICENSED', 'BP 4149'],
    ['14601.1(A) VC-DRIVE', 'VC 14601.1(a)'],
    ['21:841 US-', 'US 21:841'],
    ['187-MURDER', 'no-code'],
    ['MURDER', 'no-section'],
    ['   ', 'blank'],
    ['SEE COMMENT FOR CHARGE', 'see-comment'],
  ])('reads %j as %s', (text, expected) => expect(cited(text)).toBe(expected));

  it.each([
    ['SEE COMMENT FOR CHARGE', 'SCN-12345 11360(A) HS', 'HS 11360(a)'],
    ['SEE COMMENT FOR CHARGES', '11360(A) HS', 'HS 11360(a)'],
    [' see comment for charge ', '11358 HS-CULTIVATE', 'HS 11358'],
    ['SEE COMMENT FOR CHARGE', 'CHRG-664-11358 HS', 'attempt (PC 664) HS 11358'],
    ['', '11357 HS-POSSESS', 'HS 11357'],
    ['SEE COMMENT FOR CHARGE', 'CASE 11358 ON 05/12/1999, 11357(B) HS', 'HS 11357(b)'],
    ['SEE COMMENT FOR CHARGE', 'CHARGE WAS 11358', 'HS 11358'],
    ['SEE COMMENT FOR CHARGE', '#11358', 'see-comment'],
    ['SEE COMMENT FOR CHARGE', 'CNT 113581', 'see-comment'],
    ['SEE COMMENT FOR CHARGE', '11358 HS-CULT; PLED TO 11357(B) HS', 'HS 11358 + HS 11357(b)'],
    ['SEE COMMENT FOR CHARGE', '11357(B) HS-POSSESS MARIJUANA -28.5 GRAMS', 'HS 11357(b)'],
    ['11359 HS', '11357 HS', 'HS 11359'],
  ])('reads %j with the comment %j as %s', (text, comment, expected) => expect(cited(text, comment)).toBe(expected));

  it('names every section of a free text', () =>
    expect(citedAnywhere('11358 AND 11359').map(printCitation)).toEqual(['HS 11358', 'HS 11359']));

  it('keeps the words after the citation', () => {
    expect(chargeWords(readCharge('11359HS-POSSESS FOR SALE'))).toBe('POSSESS FOR SALE');
    expect(chargeWords(readCharge('664-11358 HS-ATT CULTIVATE'))).toBe('ATT CULTIVATE');
    expect(chargeWords(readCharge('11358-664'))).toBe('');
  });
});

import fc from 'fast-check';
import { citesCannabis } from '../quality/count-parts';
import { readCharge } from '../charge/read-charge';
import { BareCounts } from './bare-count';

const bare = new BareCounts();
const ARREST = 'ARREST/DETAINED/CITED';
const COURT = 'COURT ACTION';

describe('a bare count', () => {
  it.each([
    ['of an arrest, without a disposition', ARREST, '', '23152(B) VC-DUI ALCOHOL/0.08 PERCENT'],
    ['of an arrest, that the prosecutor did not take', ARREST, 'PROS REJ-LACK OF PROBABLE CAUSE', '459 PC-BURGLARY'],
    ['of an arrest, of another drug', ARREST, '', '11377(A) HS-POSSESS CONTROLLED SUBSTANCE'],
    ['that a court dismissed', COURT, 'DISMISSED/FURTHERANCE OF JUSTICE', '602(L) PC-TRESPASS'],
    ['that a court acquitted', COURT, 'ACQUITTED', '664/459 PC-ATT BURGLARY'],
  ])('%s, is one', (_, type, disposition, charge) => expect(bare.isBare(type, disposition, charge)).toBe(true));

  it.each([
    ['a court may have it yet', COURT, '', '459 PC-BURGLARY'],
    ['nobody knows what became of it', COURT, 'CONTINUED', '459 PC-BURGLARY'],
    ['it was convicted', COURT, 'CONVICTED', '459 PC-BURGLARY'],
    ['it was sealed', COURT, 'DISMISSED/SEALED', '459 PC-BURGLARY'],
    ['a dismissal was denied', COURT, 'DISMISSAL DENIED', '459 PC-BURGLARY'],
    ['it was set aside', COURT, 'DISMISSED/1203.4', '459 PC-BURGLARY'],
    ['it is of another kind of step', 'REGISTRATION', '', '290 PC-SEX REGISTRANT'],
    ['it is of no kind of step', '', '', '459 PC-BURGLARY'],
    ['it is of cannabis', ARREST, '', '11359 HS-POSSESS FOR SALE'],
    ['it may be of cannabis', ARREST, '', '11357 PC-POSSESS'],
    ['its words name cannabis', ARREST, '', '653 PC-MARIJ'],
    ['its words name a section', ARREST, '', '459 PC-BURGLARY W/PRIOR 11358 HS'],
    ['its section stood for cannabis until 1973', ARREST, '', '11530 HS-POSSESS'],
    ['it is of cannabis given to a minor', ARREST, '', '11361(A) HS-USE MINOR'],
    ['its charge cannot be read', ARREST, '', 'SOMETHING ELSE'],
    ['its charge is blank', ARREST, '', ''],
    ['its charge stands in a comment', ARREST, '', 'SEE COMMENT FOR CHARGE'],
  ])('is none where %s', (_, type, disposition, charge) => expect(bare.isBare(type, disposition, charge)).toBe(false));

  it('is never of cannabis, whatever its charge says', () => {
    const pieces = fc.constantFrom(
      '11357',
      '11358',
      '113',
      '59',
      '459',
      ' ',
      'HS',
      'PC',
      '(A)',
      '-',
      '/',
      '664',
      'MARIJ',
      'HASHISH',
      'POSSESS',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), fc.constantFrom('', 'DISMISSED'), (parts, disposition) => {
        const text = parts.join('');
        if (!bare.isBare(ARREST, disposition, text)) return;
        const charge = readCharge(text);
        expect([charge.problem, charge.open, citesCannabis(charge), /1135[789]|11360|MARIJ|HASH/.test(text)]).toEqual([
          undefined,
          undefined,
          false,
          false,
        ]);
      }),
      { numRuns: 2000 },
    );
  });
});

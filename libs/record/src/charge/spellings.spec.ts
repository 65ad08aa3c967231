import { showReading } from '../testing/show-reading';
import { pointsToComment, readCharge } from './read-charge';

const reading = (text: string, comment = '') => showReading(readCharge(text, comment));

describe('subdivisions', () => {
  it.each([
    ['11357A HS', 'HS 11357(a)'],
    ['11357b2hs-', 'HS 11357(b)(2)'],
    ['11357-B HS-POSS', 'HS 11357(b)'],
    ['11357 B HS', 'HS 11357(b)'],
    ['11357 B-POSS', 'HS 11357(b)'],
    ['11357.B HS', 'HS 11357(b)'],
    ['11357B) HS', 'HS 11357(b)'],
    ['11357[B] HS', 'HS 11357(b)'],
    ['11357(B)2 HS', 'HS 11357(b)(2)'],
    ['11357 ( B ) ( 2 ) HS', 'HS 11357(b)(2)'],
    ['11357 SUBD (B) HS', 'HS 11357(b)'],
    ['HEALTH & SAF. CODE, § 11360, SUBD. (A)', 'HS 11360(a)'],
    ['11357 HS(B)-POSS', 'HS 11357(b)'],
    ['11360(a)(3)(c) HS', 'HS 11360(a)(3)(c)'],
    ['647 F PC', 'PC 647(f)'],
    ['11357(B)28.5 GRAMS', 'HS 11357(b)'],
    // A letter that no version of the section has is the grade.
    ['11357 M', 'HS 11357'],
    ['11358 (F) HS', 'HS 11358'],
    ['11357(M) HS', 'HS 11357'],
    ['11357MHS', 'HS 11357'],
  ])('reads %j as %s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('code letters', () => {
  it.each([
    ...[
      '11357 H/S',
      '11357 H.S.',
      '11357 H&SC',
      '11357 H & S CODE',
      '11357 H AND S',
      '11357H&S',
      '11357 HSC',
      '11357-HS',
    ],
    ...['11357 HEALTH & SAFETY CODE', '11357 HEALTH AND SAFETY', '11357 (HS)', '11357/HS', 'HSC 11357', 'HSC11357'],
    ...['HS-11357', 'HS/11357', 'HS:11357', 'HS §11357', 'H&S SEC. 11357', 'HEALTH AND SAFETY CODE SECTION 11357'],
    ...['11357', '*11357 HS', '"11357 HS"', '(11357 HS)', '11357 W/I 1000 FT', 'CT 1 11357 HS', 'COUNT 1: 11357 HS'],
    ...['VIOL OF 11357 HS', 'POSSESS MARIJUANA 11357 HS', 'CHARGE 11357', '12345678 11357 HS'],
  ])('reads %j as HS 11357', (text) => expect(reading(text)).toBe('HS 11357'));

  it.each([
    ...[
      '187 P.C.',
      '187 P. C.',
      '187 PEN. CODE',
      '187 PEN CODE',
      '187 CPC',
      '187 PENAL CODE',
      'PC 187',
      'PC187',
      '187PC',
    ],
  ])('reads %j as PC 187', (text) => expect(reading(text)).toBe('PC 187'));

  it.each([
    ['23152(A) V.C.', 'VC 23152(a)'],
    ['23152(A) CVC', 'VC 23152(a)'],
    ['23222(B)(1) VC-POSS MARIJ WHILE DRIVING', 'VC 23222(b)(1)'],
    ['23222(B)', 'VC 23222(b)'],
    ['4060 B&P', 'BP 4060'],
    ['4060 BUS & PROF CODE', 'BP 4060'],
    ['602 W&I', 'WI 602'],
    ['777 WIC', 'WI 777'],
    ['1672(A) MV', 'MV 1672(a)'],
    ['21 USC 841(A)(1)', 'US 21:841(a)(1)'],
    ['18 U.S.C. 371', 'US 18:371'],
  ])('reads %j as %s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('sections beside 11357 to 11360', () => {
  it.each([
    ['11530', 'HS 11530'],
    ['11530 HS-POSS MARIJ', 'HS 11530'],
    ['11530.1', 'HS 11530.1'],
    ['HS 11530.5', 'HS 11530.5'],
    ['11531(A) HS', 'HS 11531(a)'],
    ['11532', 'HS 11532'],
    ['664/11530.5', 'attempt (PC 664) HS 11530.5'],
    ['66411530.5 HS', 'attempt (PC 664) HS 11530.5'],
    ['664.11530.1 HS', 'attempt (PC 664) HS 11530.1'],
    ['11361', 'HS 11361'],
    ['11361(A) HS', 'HS 11361(a)'],
    ['11362.1(A)(1) HS', 'HS 11362.1(a)(1)'],
    ['11362.3(A)(4) HS', 'HS 11362.3(a)(4)'],
    ['11362.4', 'HS 11362.4'],
    ['11364', 'HS 11364'],
    ['11366.5(A) HS', 'HS 11366.5(a)'],
    ['11379.6(A) HS', 'HS 11379.6(a)'],
    ['4573', 'PC 4573'],
    ['4573.6 PC', 'PC 4573.6'],
    ['4573.8', 'PC 4573.8'],
    ['32 PC-ACCESSORY', 'PC 32'],
    ['32', 'no-code'],
    ['11357.5', 'HS 11357.5'],
    ['11357,5 HS', 'HS 11357.5'],
  ])('reads %j as %s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('several sections in one field', () => {
  it.each([
    ['11357(A)/(B) HS', 'HS 11357(a) + HS 11357(b)'],
    ['11357 (A) & (B) HS', 'HS 11357(a) + HS 11357(b)'],
    ['11357(A)(1) HS, (B)(2)', 'HS 11357(a)(1) + HS 11357(b)(2)'],
    ['11358(C)/11359(B) HS', 'HS 11358(c) + HS 11359(b)'],
    ['11357,11358 HS', 'HS 11357 + HS 11358'],
    ['11357 AND 11358 HS', 'HS 11357 + HS 11358'],
    ['11357 HS AND 459 PC', 'HS 11357 + PC 459'],
    ['11357(B) HS 11359 HS', 'HS 11357(b) + HS 11359'],
    ['11357 11358', 'HS 11357 + HS 11358'],
    ['11357-11360 HS', 'HS 11357 + HS 11360'],
    ['11359-11357', 'HS 11359 + HS 11357'],
    ['11357; 11358', 'HS 11357 + HS 11358'],
    ['11359 HS-POSS FOR SALE/11358 HS-CULTIVATE', 'HS 11359 + HS 11358'],
    ['11359 HS-ATT POSS; 11358 HS-CULT', 'attempt (PC 664) HS 11359 + HS 11358'],
    ['11357 HS-POSS, ATTEMPTED 11358 HS', 'HS 11357 + attempt (PC 664) HS 11358'],
    ['32/11359 HS', 'PC 32 + HS 11359'],
    ['653F(D)/11359 HS', 'PC 653f(d) + HS 11359'],
    ['11357/415 PC', 'HS 11357 + PC 415'],
    // The letters of one section are not lent to another that cannot have them.
    ['459/11357 HS', 'HS 11357 ? section-in-words'],
    ['12020/11359', 'HS 11359 ? section-in-words'],
    ['11357/187', 'HS 11357 ? section-in-words'],
    // Another charge, or only a circumstance: a person tells.
    ['11359 HS-POSS W/PRIOR 11350 HS', 'HS 11359 ? section-in-words'],
    ['666 PC-PETTY THEFT W/PR 484 PC', 'PC 666 ? section-in-words'],
  ])('reads %j as %s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('numbers that only contain a section', () => {
  it.each([
    ...['113571', '113579 HS', '311357 HS', '11357000 HS', '11357.123456', '11357.5.3 HS', '11357,000', '11357-2019'],
    ...['1-11357', '#11357', '$11357', '66412345 HS', '18211359', '6641135', '21135900 PC-X', 'X11357'],
  ])('%j cites nothing', (text) => expect(reading(text)).toBe('no-section'));
});

describe('where the charge stands', () => {
  it.each([
    ...['SEE COMMENT FOR CHARGE', 'SEE COMMENTS FOR CHARGES', 'SEE COMMENT', 'SEE COMMENTS', 'SEE COMM FOR CHRG'],
    ...[
      'SEE COM FOR CHG',
      'SEE CMT FOR CHARGE',
      'see the comment for charge',
      'SEE COMMENT FOR CHARGE-',
      'SEE REMARKS',
    ],
    ...[
      'SEE  COMMENT  FOR  OFFENSE',
      'PLEASE SEE COMMENT FIELD FOR CHARGE',
      'CHARGE IN COMMENT',
      ' - ',
      '',
      'NULL',
      '*',
    ],
  ])('%j points to the comment', (text) => expect(reading(text, '11358 HS-CULT')).toBe('HS 11358'));

  it.each(['*', ' - ', '', 'SEE COMMENT FOR CHARGE', ' see  comments'])('%j is read with its comment', (text) =>
    expect(pointsToComment(text)).toBe(true),
  );

  it.each(['SEE COMMITTEE', 'SEE COMPLAINT', 'SEE COMMENTARY'])('%j does not', (text) =>
    expect(reading(text, '11358 HS-CULT')).toBe('no-section'),
  );

  it.each([
    ['CASE 11358', 'see-comment'],
    ['CASE NO. 11358', 'see-comment'],
    ['SCN-11358', 'see-comment'],
    ['FINE 11358', 'see-comment'],
    ['11358 PLANTS', 'see-comment'],
    ['05/12/11357', 'see-comment'],
    ['CONV SET ASIDE & DISM PER 1203.4 PC', 'see-comment'],
    ['RELIEF PER 11361.8 HS', 'see-comment'],
    ['CHRG-11358', 'HS 11358'],
    ['CHRG:11358 HS-CULT', 'HS 11358'],
    ['COM: CHRG 11359 HS-X', 'HS 11359'],
    ['11357,11358 HS', 'HS 11357 + HS 11358'],
    ['11358 HS-CULT; DISMISSED PER 1203.4 PC', 'HS 11358'],
    ['11358 HS-CULT 12345678 PLANTS', 'HS 11358'],
    ['11530.5', 'HS 11530.5'],
    ['CHRG: ATTEMPT TO COMMIT 11359', 'attempt (PC 664) HS 11359'],
    ['11357(B) HS; 11358 HS-ATTEMPTED', 'HS 11357(b) + attempt (PC 664) HS 11358'],
    ['CONSPIRACY TO COMMIT 11359 HS', 'conspiracy (PC 182) HS 11359'],
    ['182(A)(1) PC-CONSPIRACY TO COMMIT 11359 HS', 'conspiracy (PC 182) HS 11359'],
    ['182(A)(1) PC-CONSPIRACY; 11359 HS', 'PC 182(a)(1) + HS 11359'],
    ['CONSPIRACY, SEE 11359 HS', 'HS 11359 ? conspiracy-in-words'],
  ])('reads the comment %j as %s', (comment, expected) =>
    expect(reading('SEE COMMENT FOR CHARGE', comment)).toBe(expected),
  );

  it('reads a charge that stands after the pointer', () =>
    expect(reading('SEE COMMENT FOR CHARGE 11357(B) HS')).toBe('HS 11357(b)'));

  it('takes no section of procedure for a charge', () => expect(reading('SET ASIDE PER 1203.4 PC')).toBe('no-section'));
});

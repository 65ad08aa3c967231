import { readCharge } from '@clearway/record';
import { CodeList } from './code-list';
import { CODE_LISTS } from './code-lists.generated';

function list(name: string): CodeList {
  const source = CODE_LISTS.find((each) => each.list === name);
  if (!source) throw new Error(`no list ${name}`);
  return new CodeList(source);
}

describe.each(['los-angeles-2020.super-strikes', 'desktop-2019.super-strikes'])('%s', (name) => {
  const strikes = list(name);

  it.each([
    '37 PC-TREASON',
    '187 PC-MURDER',
    '187(A) PC-MURDER',
    '664/187 PC-ATT MURDER',
    '664-187(A) PC',
    '189.5 PC',
    '190.25(A) PC',
    '191.5 PC',
    '191.5(A) PC',
    '205 PC',
    '207 PC',
    '209(B)(1) PC',
    '217.1(A) PC',
    '217.1(B) PC',
    '220 PC',
    '245(D)(3) PC',
    '261(A)(2) PC',
    '262 PC',
    '264.1 PC',
    '269(A)(1) PC',
    '273AB(A) PC',
    '286 PC',
    '286(C)(2)(A) PC',
    '288 PC',
    '288(A) PC-L&L W/CHILD',
    '288(B)(1) PC',
    '288A PC',
    '288A(C)(2)(B) PC',
    '288.5(A) PC',
    '289(J) PC',
    '289(A)(1)(B) PC',
    '451.5 PC',
    '653F(B) PC',
    '653(F) PC',
    '667.61 PC',
    '4500 PC',
    '11418(B)(1) PC',
    '12308 PC',
    '1672(A) MV',
    '215-186.22(B)(4) PC',
    '136.1/186.22(B)(4) PC',
  ])('has %s', (text) => expect(strikes.match(readCharge(text)).verdict).toBe('yes'));

  it.each([
    '537 PC',
    '337 PC',
    '437 PC',
    '1237 PC',
    '187 HS',
    '245 PC',
    '245(A)(1) PC',
    '261.5 PC',
    '288(C)(1) PC',
    '286(B)(1) PC',
    '11418 PC',
    '215 PC',
    '136.1 PC',
    '186.22(B)(4) PC',
    '459 PC',
    '11357 HS',
  ])('does not have %s', (text) => expect(strikes.match(readCharge(text)).verdict).toBe('no'));

  it('cannot tell of a charge that names no section', () =>
    expect(strikes.match(readCharge('CRIME')).verdict).toBe('cannot-tell'));
});

describe.each(['los-angeles-2020.sex-offences', 'desktop-2019.sex-offences'])('%s', (name) => {
  const offences = list(name);

  it.each([
    '236.1(B) PC',
    '236.1(C)(1) PC',
    '243.4(A) PC',
    '261 PC',
    '261.5 PC',
    '262(A)(1) PC',
    '264.1 PC',
    '266 PC',
    '266C PC',
    '266H(B) PC',
    '266J PC',
    '285 PC',
    '286 PC',
    '288(A) PC',
    '288(B)(1) PC',
    '288A PC',
    '288.7(A) PC',
    '289 PC',
    '311.1 PC',
    '311.2(B) PC',
    '311.11(A) PC',
    '314(1) PC',
    '314.1 PC',
    '451.5 PC',
    '647.6(A) PC',
    '647A PC',
    '653F(C) PC',
  ])('has %s', (text) => expect(offences.match(readCharge(text)).verdict).toBe('yes'));

  it.each([
    '4285 PC',
    '1266 PC',
    '262(A)(2) PC',
    '266H PC',
    '311.2(A) PC',
    '314(3) PC',
    '647(A) PC',
    '653F(A) PC',
    '290 PC',
    '187 PC',
  ])('does not have %s', (text) => expect(offences.match(readCharge(text)).verdict).toBe('no'));

  it('asks for the condition of 272', () => {
    expect(offences.match(readCharge('272 PC-CONTRIBUTE DELINQ'))).toEqual({
      verdict: 'cannot-tell',
      condition: 'only where the contributing involved lewd conduct',
    });
  });
});

it('refuses an entry that is no citation', () => {
  expect(() => new CodeList({ list: 'x', title: '', citation: '', entries: ['murder'] })).toThrow(/is not a citation/);
});

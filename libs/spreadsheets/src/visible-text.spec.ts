import { safeCell } from './csv';
import { visibleText } from './visible-text';

describe('text for people outside', () => {
  it.each([
    ['DOE\0,JANE', 'DOE,JANE'],
    ['DOE,\u202EENAJ', 'DOE,ENAJ'],
    ['F19\u200B0000', 'F190000'],
    ['PE\u00D1A,A', 'PE\u00D1A,A'],
    ['\u0645\u06CC\u200C\u0631', '\u0645\u06CC\u200C\u0631'],
  ])('%j is %j', (given, shown) => {
    expect(visibleText(given)).toBe(shown);
    expect(safeCell(given)).toBe(shown);
  });

  it('nothing that cannot be seen hides a formula', () => expect(safeCell('\u200B=1+1')).toBe("'=1+1"));
});

import { contentOperators } from './content-operators';
import { markContent } from './mark-content';
import { enclosed, highestMark, paints } from './printed-content';

const MARKS = new Set(['BMC', 'BDC', 'EMC']);
const CONTENT = `q 0 0 612 792 re W n
0.5 w 10 10 m 20 20 l S 30 30 5 5 re f
BT /F1 9 Tf 40 700 Td (NAME \\) of <) Tj ET BT 1 0 0 1 90 700 Tm [(the) 3 (def)] TJ ET
BT 9 0 0 9 40 680 Tm /F1 1 Tf (CASE) ' ET
/Im1 Do /Fm1 Do
BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI
/P <</MCID 7>> BDC BT /F1 9 Tf 40 600 Td (tagged once) Tj ET EMC
/Artifact BMC BT /F1 9 Tf 40 20 Td (foot) Tj ET EMC
/OC /layer BDC BT /F1 9 Tf 40 500 Td (optional) Tj ET EMC Q`;

describe('markContent', () => {
  const { content, marks } = markContent(CONTENT, (name) => (name === 'Fm1' ? 'form' : 'image'));
  const operators = [...contentOperators(content)];

  it('changes nothing but marks', () => {
    const without = (text: string): string[] =>
      [...contentOperators(text)]
        .filter(({ operator }) => !MARKS.has(operator))
        .map(({ operator, operands }) => [...operands, operator].join(' '));
    expect(without(content)).toEqual(without(CONTENT));
  });

  it('gives each line of text one mark, with its place, and drops marks of a structure that is not there', () => {
    expect(marks.map(({ mark, x, y }) => [mark, x, y])).toEqual([
      [0, 40, 700],
      [1, 40, 680],
      [2, 0, Infinity],
      [3, 40, 600],
      [4, 40, 500],
    ]);
    expect(highestMark(content)).toBe(4);
    expect(content).not.toContain('MCID 7');
  });

  it('leaves nothing that paints outside of a mark or an artifact, and closes each', () => {
    const open: string[] = [];
    for (const { operator, operands } of operators) {
      if (operator === 'BMC' || operator === 'BDC') open.push(operands[0] as string);
      else if (operator === 'EMC') expect(open.pop()).toBeDefined();
      else if (['Tj', 'TJ', "'"].includes(operator)) expect(['/P', '/Artifact']).toContain(open[open.length - 1]);
      else if (['S', 'f', 'BI'].includes(operator)) expect(open).toContain('/Artifact');
      else if (operator === 'Do') expect(open[open.length - 1]).toBe(operands[0] === '/Fm1' ? '/P' : '/Artifact');
    }
    expect(open).toEqual([]);
  });
});

describe('enclosed', () => {
  it('closes what a content leaves open, and bears what it closes too often', () => {
    const count = (text: string, name: string): number =>
      [...contentOperators(text)].filter(({ operator }) => operator === name).length;
    for (const content of ['q q (a) Tj', 'Q Q q', '', 'q Q'])
      expect(count(enclosed(content), 'q')).toBe(count(enclosed(content), 'Q'));
    expect(enclosed('Q 1 g')).toMatch(/^q\nq\nQ/);
  });
});

describe('paints', () => {
  it('knows an appearance that shows nothing', () => {
    expect(paints('q Q')).toBe(false);
    expect(paints('/Tx BMC q 0 0 5 5 re W n Q EMC')).toBe(false);
    expect(paints('q 1 1 m 2 2 l S Q')).toBe(true);
  });
});

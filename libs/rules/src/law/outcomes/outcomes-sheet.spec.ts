import { decideSituation } from '../deciding/decide-situation';
import { situationsBy } from '../deciding/every-situation';
import { FACT_NAMES, type Situation } from '../situation';
import { collapse, sizeOf } from './collapse';
import { outcomeBlocks, outcomesSheet, saysOf } from './outcomes-sheet';

const ALL = situationsBy(FACT_NAMES);

describe('the whole statute', () => {
  it('gives every situation one answer by one path', () => {
    for (const situation of ALL) {
      const { path, relief } = decideSituation(situation);
      if (path.length < 1 || path.length > 2 || new Set(path).size !== path.length)
        expect([path, relief]).toEqual('one provision of reach, or one of the yardstick and one of relief');
    }
    expect(ALL.length).toBe(103_680);
  });

  it('stands on the sheet, every situation in exactly one row, with its own answer', () => {
    const blocks = outcomeBlocks();
    expect(blocks.reduce((sum, each) => sum + sizeOf(each.block), 0)).toBe(ALL.length);
    const found = new Map<string, number>();
    blocks.forEach(({ block, says }, row) => {
      for (const situation of situationsOf(block)) {
        const key = FACT_NAMES.map((name) => situation[name]).join();
        if (found.has(key)) expect(`row ${row} and row ${found.get(key)}`).toBe('one row');
        found.set(key, row);
        if (says !== saysOf(situation)) expect(says).toBe(saysOf(situation));
      }
    });
    expect(found.size).toBe(ALL.length);
  });

  it('tells two values apart only where their answers differ', () => {
    const rows = collapse(({ age, door }) => (age === 'under-18' && door === 'serving' ? 'a' : 'b'), ['age', 'door']);
    expect(rows.map(({ block, says }) => [block.age, block.door, says])).toEqual([
      [['under-18'], ['completed'], 'b'],
      [['under-18'], ['serving'], 'a'],
      [['18-to-20', '21-and-over'], ['completed', 'serving'], 'b'],
    ]);
  });

  it('has a head, and a row for every kind of section', () => {
    const [head, ...rows] = outcomesSheet().trimEnd().split('\n');
    expect(head).toMatch(/^section as written,.*,outcome,what is left/);
    expect(rows.some((row) => row.startsWith('"HS 11358, HS 11530.1: cultivation"'))).toBe(true);
  });
});

function situationsOf(block: ReturnType<typeof outcomeBlocks>[number]['block']): Situation[] {
  return FACT_NAMES.reduce<Partial<Situation>[]>(
    (found, name) => found.flatMap((each) => block[name].map((value) => ({ ...each, [name]: value }))),
    [{}],
  ) as Situation[];
}

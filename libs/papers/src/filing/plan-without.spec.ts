import { samplePerson } from '../testing/sample-people';
import { planFilings } from './filing-planner';
import { planWithout } from './plan-without';

const NOTHING = { left: new Map<string, string>(), again: new Set<string>(), corrects: '', batches: [] };

describe(planWithout, () => {
  const plan = planFilings([samplePerson('AAA', 'DOE,JOHN', [{ case: 'BA1' }, { case: 'BA2' }, { case: 'BA3' }])]);
  const [packet] = plan.packets;
  const [first, second] = packet?.lines.map(({ line }) => `${packet.id}-${line}`) ?? [];

  it('leaves a plan as it is of which nothing was filed', () => {
    expect(planWithout(plan, () => NOTHING).batches).toEqual(plan.batches);
  });

  it('lists what was filed, numbers the rest anew and names the packet anew, and what it corrects', () => {
    const without = planWithout(plan, () => ({
      left: new Map([[first ?? '', 'batch b line 1 open']]),
      again: new Set([second ?? '']),
      corrects: 'b'.repeat(16),
      batches: ['b'],
    }));
    expect(without.unfiled.map(({ reason, detail, caseNumber }) => [reason, detail, caseNumber])).toEqual([
      ['already-filed', 'batch b line 1 open', 'BA1'],
    ]);
    expect(without.packets.map(({ lines }) => lines.map(({ line, caseNumber }) => [line, caseNumber]))).toEqual([
      [
        [1, 'BA2'],
        [2, 'BA3'],
      ],
    ]);
    expect(without.packets[0]?.id).not.toBe(packet?.id);
    expect(without.batches[0]?.corrects).toBe('b'.repeat(16));
  });

  it('makes no batch of nothing', () => {
    const left = new Map(packet?.lines.map(({ line }) => [`${packet.id}-${line}`, 'x']));
    expect(planWithout(plan, () => ({ ...NOTHING, left })).batches).toEqual([]);
  });
});

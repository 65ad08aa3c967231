import { cannotFileCsv } from '../court-data/cannot-file';
import { courtUpdateCsv } from '../court-data/court-update';
import { samplePerson } from '../testing/sample-people';
import { planFilings } from './filing-planner';
import { type FilingPlan } from './filing-plan';

const casesOf = (plan: FilingPlan): string[][] => plan.packets.map((packet) => packet.lines.map((line) => line.caseNumber));
const reasonsOf = (plan: FilingPlan): string[] => plan.unfiled.map((line) => line.reason);

describe('planFilings', () => {
  const people = [
    samplePerson('BBB', 'ROE,JANE', [{ case: 'BA2' }, { case: 'BA1', court: 'CASC LOS ANGELES' }]),
    samplePerson('AAA', 'DOE,JOHN A', [{ case: 'BA10' }, { case: 'BA2', count: 7 }]),
  ];

  it('makes one packet per courthouse and agency in bulk, sorted by case number, person and count', () => {
    const plan = planFilings(people);
    expect(plan.packets.map(({ folder }) => folder)).toEqual(['papers/los-angeles/los-angeles-county-district-attorney', 'papers/los-angeles-compton/los-angeles-county-district-attorney']);
    expect(casesOf(plan)).toEqual([['BA1'], ['BA10', 'BA2', 'BA2']]);
    expect(plan.packets[1]?.lines.map(({ line, name, count }) => [line, name, count])).toEqual([[1, 'DOE, JOHN A', 1], [2, 'DOE, JOHN A', 7], [3, 'ROE, JANE', 1]]);
  });

  it('makes one packet per court, case and person otherwise', () => {
    const plan = planFilings(people, 'per-case');
    expect(casesOf(plan)).toEqual([['BA1'], ['BA10'], ['BA2'], ['BA2']]);
    expect(plan.packets.map(({ folder }) => folder)).toEqual(['papers/los-angeles/ba1', 'papers/los-angeles-compton/ba10', 'papers/los-angeles-compton/ba2', 'papers/los-angeles-compton/ba2-2']);
    expect(new Set(plan.packets.map(({ id }) => id)).size).toBe(4);
  });

  it.each(['bulk', 'per-case'] as const)('shows nothing that depends on the ids of people (%s): they are made from numbers of the state', (mode) => {
    const shared = [samplePerson('AAA', 'DOE,JOHN', [{ case: 'BA1' }, { caseNumbers: [] }]), samplePerson('BBB', 'ROE,JANE', [{ case: 'BA1' }]), samplePerson('CCC', 'POE,ANN', [{ case: 'BA9' }])];
    const others = shared.map((person, index) => ({ ...person, person: ['zzz', 'mmm', 'aaa'][index]! }));
    const shown = (people: typeof shared): unknown => {
      const plan = planFilings(people, mode);
      return [plan.packets.map(({ id, folder, lines }) => [id, folder, lines.map(({ name }) => name)]), courtUpdateCsv(plan.packets), cannotFileCsv(plan.unfiled)];
    };
    expect(shown(others)).toEqual(shown(shared));
  });

  it('does not depend on the order of people', () => expect(planFilings([...people].reverse())).toEqual(planFilings(people)));

  it('gives each prosecuting agency its own packet', () => {
    const plan = planFilings([samplePerson('AAA', 'DOE,JOHN', [{ case: 'BA1' }, { case: 'BA2', prosecutor: 'LONG BEACH CITY PROSECUTOR' }])]);
    expect(plan.packets.map(({ agency }) => agency)).toEqual(['LONG BEACH CITY PROSECUTOR', 'LOS ANGELES COUNTY DISTRICT ATTORNEY']);
  });

  it("files under the court's own number and names the others", () => {
    const caseNumbers = [{ number: '98F1', from: 'OFN' as const }, { number: 'BA5-02', from: 'FE_NUM_CRT_CASE' as const }];
    const [packet] = planFilings([samplePerson('AAA', 'DOE,JOHN', [{ caseNumbers }])]).packets;
    expect(packet?.lines[0]).toMatchObject({ caseNumber: 'BA5-02', otherCaseNumbers: ['98F1'] });
  });

  it('lists relief that no court can be asked for, with the reason and the line of the input', () => {
    const plan = planFilings([
      samplePerson('AAA', 'DOE,JOHN', [{ caseNumbers: [] }, { caseNumbers: [{ number: 'NULL ', from: 'OFN' }] }, { court: ' ', ori: '' }, { case: 'BA1' }]),
      samplePerson('BBB', ' ', [{ row: 9 }]),
      samplePerson('CCC', 'DO\u0378E,JOHN', [{ row: 20 }]),
    ]);
    expect(reasonsOf(plan)).toEqual(['no-case-number', 'no-case-number', 'no-court', 'no-name', 'unprintable-text']);
    expect(plan.unfiled.map(({ sourceLine }) => sourceLine)).toEqual([2, 3, 4, 11, 22]);
    expect(plan.unfiled[4]?.detail).toBe('U+0378');
    expect(casesOf(plan)).toEqual([['BA1']]);
  });

  it('takes the code of a court that has no name', () => {
    const [packet] = planFilings([samplePerson('AAA', 'DOE,JOHN', [{ court: '', ori: 'CA019115J' }])]).packets;
    expect(packet?.courthouse).toMatchObject({ name: 'CA019115J', slug: 'ca019115j' });
  });

  it('files nothing where there is no relief, a challenge, or relief given before', () => {
    const plan = planFilings([samplePerson('AAA', 'DOE,JOHN', [{ relief: 'none' }, { standing: 'challenged' }, { standing: 'already-relieved' }, { standing: 'granted' }])]);
    expect(plan).toMatchObject({ packets: [], unfiled: [] });
  });

  it('tells a whole case from one defendant of several and from one count', () => {
    const plan = planFilings([
      samplePerson('AAA', 'DOE,JOHN', [{ case: 'BA1', caseEffect: 'whole-case' }, { case: 'BA2', caseEffect: 'whole-case' }, { case: 'BA3' }]),
      samplePerson('BBB', 'ROE,JANE', [{ case: 'BA2', relief: 'none' }]),
    ]);
    expect(plan.packets[0]?.lines.map(({ effect }) => effect)).toEqual(['whole-case', 'one-defendant', 'one-count']);
  });

  it('keeps two courthouses with one slug apart', () => {
    const plan = planFilings([samplePerson('AAA', 'DOE,JOHN', [{ court: 'CASC POMONA' }, { court: 'CAMC POMONA' }])]);
    expect(plan.packets.map(({ courthouse }) => courthouse.slug)).toEqual(['pomona', 'pomona-2']);
  });

  it('marks a line that is only the floor', () => {
    const [packet] = planFilings([samplePerson('AAA', 'DOE,JOHN', [{ questions: [{ code: 'birth-date', answers: [] }] }])]).packets;
    expect(packet?.lines[0]?.floorOnly).toBe(true);
  });
});

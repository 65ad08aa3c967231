import { type MatchReply } from '@clearway/court-exchange';
import { cannotFileCsv } from '../court-data/cannot-file';
import { courtUpdateCsv } from '../court-data/court-update';
import { CourtBook, shippedCourts } from '../courts/court-book';
import { samplePerson } from '../testing/sample-people';
import { planFilings } from './filing-planner';
import { type FilingPlan, type PlanMode } from './filing-plan';

const casesOf = (plan: FilingPlan): string[][] =>
  plan.packets.map((packet) => packet.lines.map((line) => line.caseNumber));
const reasonsOf = (plan: FilingPlan): string[] => plan.unfiled.map((line) => line.reason);

describe('planFilings', () => {
  const people = [
    samplePerson('BBB', 'ROE,JANE', [{ case: 'BA2' }, { case: 'BA1', court: 'CASC LOS ANGELES' }]),
    samplePerson('AAA', 'DOE,JOHN A', [{ case: 'BA10' }, { case: 'BA2', count: 7 }]),
  ];

  it('makes one packet per courthouse and agency in bulk, sorted by case number, person and count', () => {
    const plan = planFilings(people);
    expect(plan.packets.map(({ folder }) => folder)).toEqual([
      'papers/los-angeles-foltz/los-angeles-county-district-attorney',
      'papers/los-angeles-compton/los-angeles-county-district-attorney',
    ]);
    expect(casesOf(plan)).toEqual([['BA1'], ['BA10', 'BA2', 'BA2']]);
    expect(plan.packets[1]?.lines.map(({ line, name, count }) => [line, name, count])).toEqual([
      [1, 'DOE, JOHN A', 1],
      [2, 'DOE, JOHN A', 7],
      [3, 'ROE, JANE', 1],
    ]);
  });

  it('makes one packet per court, case and person otherwise', () => {
    const plan = planFilings(people, 'per-case');
    expect(casesOf(plan)).toEqual([['BA1'], ['BA10'], ['BA2'], ['BA2']]);
    expect(plan.packets.map(({ folder }) => folder)).toEqual(
      [
        'los-angeles-foltz/DA/ba1',
        'los-angeles-compton/DA/ba10',
        'los-angeles-compton/DA/ba2',
        'los-angeles-compton/DA/ba2-2',
      ].map((path) => `papers/${path.replace('DA', 'los-angeles-county-district-attorney')}`),
    );
    expect(new Set(plan.packets.map(({ id }) => id)).size).toBe(4);
  });

  it.each(['bulk', 'per-case'] as const)(
    'shows nothing that depends on the ids of people (%s): they are made from numbers of the state',
    (mode) => {
      const shared = [
        samplePerson('AAA', 'DOE,JOHN', [{ case: 'BA1' }, { caseNumbers: [] }]),
        samplePerson('BBB', 'ROE,JANE', [{ case: 'BA1' }]),
        samplePerson('CCC', 'POE,ANN', [{ case: 'BA9' }]),
      ];
      const others = shared.map((person, index) => ({ ...person, person: ['zzz', 'mmm', 'aaa'][index]! }));
      const shown = (people: typeof shared): unknown => {
        const plan = planFilings(people, mode);
        return [
          plan.packets.map(({ id, folder, lines }) => [id, folder, lines.map(({ name }) => name)]),
          courtUpdateCsv(plan.packets),
          cannotFileCsv(plan.unfiled),
        ];
      };
      expect(shown(others)).toEqual(shown(shared));
    },
  );

  it('does not depend on the order of people', () =>
    expect(planFilings([...people].reverse())).toEqual(planFilings(people)));

  it('gives each prosecuting agency its own packet', () => {
    const plan = planFilings([
      samplePerson('AAA', 'DOE,JOHN', [{ case: 'BA1' }, { case: 'BA2', prosecutor: 'LONG BEACH CITY PROSECUTOR' }]),
    ]);
    expect(plan.packets.map(({ agency }) => agency)).toEqual([
      'LONG BEACH CITY PROSECUTOR',
      'LOS ANGELES COUNTY DISTRICT ATTORNEY',
    ]);
  });

  it("files under the court's own number and names the others", () => {
    const caseNumbers = [
      { number: '98F1', from: 'OFN' as const },
      { number: 'BA5-02', from: 'FE_NUM_CRT_CASE' as const },
    ];
    const [packet] = planFilings([samplePerson('AAA', 'DOE,JOHN', [{ caseNumbers }])]).packets;
    expect(packet?.lines[0]).toMatchObject({ caseNumber: 'BA5-02', otherCaseNumbers: ['98F1'] });
  });

  it('lists relief that no court can be asked for, with the reason and the line of the input', () => {
    const plan = planFilings([
      samplePerson('AAA', 'DOE,JOHN', [
        { caseNumbers: [] },
        { caseNumbers: [{ number: 'NULL ', from: 'OFN' }] },
        { court: ' ', ori: '' },
        { case: 'BA1' },
      ]),
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
    const plan = planFilings([
      samplePerson('AAA', 'DOE,JOHN', [
        { relief: 'none' },
        { standing: 'challenged' },
        { standing: 'already-relieved' },
        { standing: 'granted' },
      ]),
    ]);
    expect(plan).toMatchObject({ packets: [], unfiled: [] });
  });

  it('tells a whole case from one defendant of several and from one count', () => {
    const plan = planFilings([
      samplePerson('AAA', 'DOE,JOHN', [
        { case: 'BA1', caseEffect: 'whole-case' },
        { case: 'BA2', caseEffect: 'whole-case' },
        { case: 'BA3' },
      ]),
      samplePerson('BBB', 'ROE,JANE', [{ case: 'BA2', relief: 'none' }]),
    ]);
    expect(plan.packets[0]?.lines.map(({ effect }) => effect)).toEqual(['whole-case', 'one-defendant', 'one-count']);
  });

  it('keeps two courthouses with one slug apart', () => {
    const plan = planFilings([samplePerson('AAA', 'DOE,JOHN', [{ court: 'CASC NOWHERE' }, { court: 'CAMC NOWHERE' }])]);
    expect(plan.packets.map(({ courthouse }) => courthouse.slug)).toEqual(['nowhere', 'nowhere-2']);
    expect(new Set(plan.packets.map(({ id }) => id)).size).toBe(2);
  });

  describe('by the profiles of courts', () => {
    it('files what a closed courthouse decided at today’s, and keeps the name of the record', () => {
      const plan = planFilings(
        [
          samplePerson('AAA', 'DOE,JOHN', [
            { case: 'BA1', court: 'CAMC SAN PEDRO' },
            { case: 'BA2', court: 'CASC LONG BEACH' },
          ]),
        ],
        'court',
      );
      expect(plan.batches.map(({ courthouse, packets }) => [courthouse.name, packets.length])).toEqual([
        ['Governor George Deukmejian Courthouse', 1],
      ]);
      expect(plan.packets[0]?.lines.map(({ courtOfRecord }) => courtOfRecord)).toEqual([
        'CAMC SAN PEDRO',
        'CASC LONG BEACH',
      ]);
    });

    it('does not depend on who comes first, also where the courts of the record differ', () => {
      const several = [
        samplePerson('AAA', 'DOE,JOHN', [{ case: 'BA1', court: 'CAMC SAN PEDRO', ori: 'CA019111J' }]),
        samplePerson('BBB', 'ROE,JANE', [{ case: 'BA1', court: 'CASC LONG BEACH', ori: 'CA019112J' }]),
      ];
      expect(planFilings([...several].reverse(), 'court')).toEqual(planFilings(several, 'court'));
      expect(planFilings(several).batches[0]?.courthouse.ori).toBe('');
    });

    it('takes the way of each court, unless one way is asked for', () => {
      const conviction = { court: 'CASC SAN FRANCISCO', prosecutor: 'X' };
      const person = samplePerson('AAA', 'DOE,JOHN', [
        { ...conviction, case: '1' },
        { ...conviction, case: '2' },
      ]);
      const kinds = (mode: PlanMode): string[] =>
        planFilings([person], mode, { county: 'SAN FRANCISCO' }).packets.map(({ kind }) => kind);
      expect([kinds('court'), kinds('bulk')]).toEqual([['case', 'case'], ['bulk']]);
      expect(planFilings([person], 'court', { county: 'LOS ANGELES' }).packets.map(({ kind }) => kind)).toEqual([
        'bulk',
      ]);
    });

    it('sorts by defendant where the court wants it', () => {
      const own = shippedCourts()
        .filter(({ file }) => file === 'los-angeles.yaml')
        .map(({ file, text }) => ({ file, text: text.replace('sort: case-number', 'sort: defendant') }));
      const plan = planFilings(people, 'per-case', { courts: CourtBook.of(own) });
      expect(plan.packets.map(({ lines }) => lines[0]?.name)).toEqual([
        'ROE, JANE',
        'DOE, JOHN A',
        'DOE, JOHN A',
        'ROE, JANE',
      ]);
    });

    it('makes one folder per agency, whatever its name holds', () => {
      const plan = planFilings([
        samplePerson('AAA', 'DOE,JOHN', [{ prosecutor: 'A/B ../CITY' }, { prosecutor: 'A B CITY' }]),
      ]);
      expect(plan.batches.map(({ folder }) => folder)).toEqual([
        'papers/los-angeles-compton/a-b-city',
        'papers/los-angeles-compton/a-b-city-2',
      ]);
    });

    it('says of each line whether its case has other defendants', () => {
      const plan = planFilings([
        samplePerson('AAA', 'DOE,JOHN', [{ case: 'BA1' }, { case: 'BA2' }]),
        samplePerson('BBB', 'ROE,JANE', [{ case: 'BA1', court: 'CAMC COMPTON', relief: 'none' }]),
      ]);
      expect(plan.packets[0]?.lines.map(({ sharedCase }) => sharedCase)).toEqual([true, false]);
    });
  });

  describe('with the court’s answers', () => {
    const reply = (answer: MatchReply['answer'], more: Partial<MatchReply> = {}): MatchReply => ({
      ref: 'r',
      answer,
      caseNumber: '',
      courthouse: '',
      on: '2026-11-20',
      note: '',
      ...more,
    });
    const plan = (replies: Readonly<Record<string, MatchReply>>): FilingPlan =>
      planFilings(
        [
          samplePerson(
            'AAA',
            'DOE,JOHN',
            Object.keys(replies).map((number) => ({ case: number })),
          ),
        ],
        'bulk',
        {
          matches: (court, number, name) =>
            court === 'CASC LOS ANGELES COMPTON' && name === 'DOE, JOHN' ? replies[number] : undefined,
        },
      );

    it('files nothing that the court does not have, or granted before', () => {
      const { packets, unfiled } = plan({
        BA1: reply('destroyed'),
        BA2: reply('already-granted'),
        BA3: reply('not-found'),
        BA4: reply('exists'),
      });
      expect(unfiled.map(({ reason, caseNumber }) => [reason, caseNumber])).toEqual([
        ['destroyed', 'BA1'],
        ['already-granted', 'BA2'],
        ['not-found', 'BA3'],
      ]);
      expect(packets.map(({ lines }) => lines.map(({ caseNumber }) => caseNumber))).toEqual([['BA4']]);
    });

    it('files under the number and at the court of today, and keeps those of the record', () => {
      const { packets } = plan({
        BA1: reply('renumbered', { caseNumber: 'TA9-01' }),
        BA2: reply('transferred', { caseNumber: 'NA7', courthouse: 'Governor George Deukmejian Courthouse' }),
        BA3: reply('transferred', { courthouse: 'CASC TORRANCE' }),
      });
      expect(
        packets.map(({ courthouse, lines }) => [
          courthouse.profile,
          lines[0]?.caseNumber,
          lines[0]?.formerCaseNumber,
          lines[0]?.courtOfRecord,
        ]),
      ).toEqual([
        ['los-angeles-compton', 'TA9-01', 'BA1', 'CASC LOS ANGELES COMPTON'],
        ['los-angeles-long-beach', 'NA7', 'BA2', 'CASC LOS ANGELES COMPTON'],
        ['los-angeles-torrance', 'BA3', '', 'CASC LOS ANGELES COMPTON'],
      ]);
    });
  });

  it('marks a line that is only the floor', () => {
    const [packet] = planFilings([
      samplePerson('AAA', 'DOE,JOHN', [{ questions: [{ code: 'birth-date', answers: [] }] }]),
    ]).packets;
    expect(packet?.lines[0]?.floorOnly).toBe(true);
  });
});

import { joinPeople } from './join-people';
import { SHIPPED_MODEL } from './model/weights.generated';
import { type IdentityRecord } from './record/identity-record';
import { record } from './testing/records';

/** The people as lists of places in the input. */
function peopleOf(records: readonly IdentityRecord[]): number[][] {
  const { personOf, people } = joinPeople(records);
  const groups = Array.from({ length: people }, () => [] as number[]);
  personOf.forEach((person, at) => groups[person]?.push(at));
  return groups;
}

const answerOf = (one: IdentityRecord, other: IdentityRecord): string => {
  const joined = joinPeople([one, other]);
  return joined.people === 1 ? 'same' : joined.asks.length > 0 ? 'ask' : 'different';
};

describe('numbers', () => {
  it('one CII is one person, also with two birth dates, which are a problem', () => {
    const joined = joinPeople([
      record({ cii: 'A1', name: 'ROE,MARY', births: [19800101] }),
      record({ cii: 'A1', name: 'DOE,JANE', births: [19900101] }),
    ]);
    expect(joined.people).toBe(1);
    expect(joined.problems).toEqual([{ kind: 'cii-with-two-birth-dates', records: expect.arrayContaining([0, 1]) }]);
  });

  it('one SUBJECT_ID with two CIIs is two people and a problem; its record without a CII stays alone', () => {
    const same = { subject: '10000001', name: 'ROE,MARY', births: [19800101] };
    const joined = joinPeople([record({ ...same, cii: 'A1' }), record({ ...same, cii: 'A2' }), record(same)]);
    expect(joined.people).toBe(3);
    expect(joined.problems.map(({ kind }) => kind)).toEqual(['subject-with-two-ciis']);
  });

  it('a join shows the record that has the name, not a list that has the number alone', () => {
    const who = { name: 'ZELAYA,QUENTIN', births: [19610704], sex: 'M' as const, cases: ['F991234'] };
    const state = record({ cii: 'A1', ...who });
    const court = record({ source: 'court-extract', file: 'file-2', ...who });
    // Records of a unit stand in the order of hashes of their ids: one of these is before the state's.
    for (let at = 0; at < 16; at++) {
      const listed = record({ source: 'done-list', cii: 'A1' });
      const [join] = joinPeople([listed, state, court]).joins;
      expect([...(join?.records ?? [])].sort()).toEqual([1, 2]);
    }
  });

  it('a SUBJECT_ID joins within one file, and brings its CII, but not over files', () => {
    const subject = '10000001';
    expect(
      joinPeople([record({ subject }), record({ subject, cii: 'A1' }), record({ cii: 'A1', file: 'file-2' })]).people,
    ).toBe(1);
    expect(
      joinPeople([record({ subject, name: 'ROE,MARY' }), record({ subject, name: 'ROE,MARY', file: 'file-2' })]).people,
    ).toBe(2);
  });

  it('lists each record that a number joined, with the kind of number', () => {
    const subject = '10000001';
    const records = [
      record({ subject, name: 'ROE,MARY' }),
      record({ subject, cii: 'A1', name: 'ROE,MARY' }),
      record({ cii: 'A1', file: 'file-2', name: 'ROE,M' }),
      record({ subject: '9', file: 'file-3', name: 'DOE,JANE' }),
      record({ subject: '9', file: 'file-3', name: 'DOE,JANE' }),
    ];
    const joined = joinPeople(records);
    const found = [...joined.numberJoins()];
    expect(found.map(({ number }) => number).sort()).toEqual(['cii', 'subject', 'subject-of-cii']);
    expect(found).toHaveLength(joined.counts.records - joined.counts.units);
    for (const { records: two } of found) expect(joined.personOf[two[0]]).toBe(joined.personOf[two[1]]);
  });

  it('one SSN on two people joins nobody, is a problem and no evidence', () => {
    const ssnHash = 'hash';
    const stranger = record({ ssnHash, name: 'ROE,MARY', births: [19800000] });
    const joined = joinPeople([
      record({ cii: 'A1', ssnHash, name: 'ROE,MARY', births: [19800101] }),
      record({ cii: 'A2', ssnHash, name: 'DOE,JANE', births: [19900101] }),
      stranger,
    ]);
    expect(joined.people).toBe(3);
    expect(joined.problems).toEqual([{ kind: 'ssn-on-two-people', records: expect.arrayContaining([0, 1, 2]) }]);
    expect(joined.evidence(0, 2).lines.map(({ field }) => field)).not.toContain('ssn');
  });

  it('one SSN alone is no join', () => {
    expect(
      answerOf(
        record({ ssnHash: 'hash', name: 'ROE,MARY', births: [19800101] }),
        record({ ssnHash: 'hash', name: 'DOE,JANE', births: [19900101] }),
      ),
    ).not.toBe('same');
  });
});

describe('one person', () => {
  const state = {
    name: 'OKONKWO,ROBERT JAMES',
    births: [19800307],
    sex: 'M',
    cases: ['SCN012345'],
    cii: 'A1',
  } as const;
  const base = (): IdentityRecord => record({ ...state, cases: [...state.cases], births: [...state.births] });
  const court = (given: Parameters<typeof record>[0]): IdentityRecord =>
    record({ source: 'court-extract', file: 'file-2', sex: 'M', ...given });

  it.each([
    ['a nickname', { name: 'OKONKWO,BOB', births: [19800307], cases: ['SCN012345'] }],
    ['a misspelling', { name: 'OKONKOW,ROBERT J', births: [19800307], cases: ['SCN012345'] }],
    ['changed places of the names', { name: 'ROBERT,OKONKWO', births: [19800307], cases: ['SCN012345'] }],
    ['changed places of day and month', { name: 'OKONKWO,ROBERT J', births: [19800703], cases: ['SCN012345'] }],
    ['one digit off', { name: 'OKONKWO,ROBERT', births: [19800301], cases: ['SCN012345'] }],
    ['a year only', { name: 'OKONKWO,ROBERT', births: [19800000], cases: ['SCN012345'] }],
    ['no birth date and a case', { name: 'OKONKWO,ROBERT', cases: ['SCN-012345'] }],
    ['another family name in one case', { name: 'DOE,ROBERT J', births: [19800307], cases: ['SCN012345'] }],
    ['a rare name, the birth date and no case', { name: 'OKONKWO,ROBERT J', births: [19800307] }],
  ])('%s', (_, given) => {
    expect(answerOf(base(), court(given))).toBe('same');
  });

  it.each([
    ['MOHAMMED', 'MUHAMAD'],
    ['YUSUF', 'YOUSSEF'],
    ['ALEXEI', 'ALEKSEY'],
    ['NUÑEZ', 'NUNEZ'],
  ])('%s and %s', (one, other) => {
    const rest = { births: [19800307], cases: ['SCN012345'] };
    expect(
      answerOf(record({ ...rest, name: `${one},${one}`, cii: 'A1' }), court({ ...rest, name: `${other},${other}` })),
    ).toBe('same');
  });

  it('another family name without a case in common, or with another middle name or sex, is no join', () => {
    const cases = ['SCN012345'];
    expect(answerOf(base(), court({ name: 'DOE,ROBERT J', births: [19800307] }))).not.toBe('same');
    expect(answerOf(base(), court({ name: 'DOE,ROBERT P', births: [19800307], cases }))).not.toBe('same');
    expect(answerOf(base(), court({ name: 'DOE,ROBERT J', births: [19800307], cases, sex: 'F' }))).not.toBe('same');
    expect(answerOf(base(), court({ name: 'DOE,ROBERT J', births: [19800301], cases }))).not.toBe('same');
  });

  it('a case number alone is no join: co-defendants share it', () => {
    expect(answerOf(base(), court({ name: 'PHAM,LINH', births: [19910911], cases: ['SCN012345'] }))).toBe('different');
  });

  it('a name without birth date and number is no join', () => {
    expect(answerOf(base(), court({ name: 'OKONKWO,ROBERT JAMES' }))).not.toBe('same');
  });
});

describe('families', () => {
  it('twins: one birth date and last name, two first names', () => {
    expect(
      peopleOf([
        record({ name: 'OKONKWO,ROBERT', births: [19800307], sex: 'M' }),
        record({ name: 'OKONKWO,RAYMOND', births: [19800307], sex: 'M' }),
      ]),
    ).toHaveLength(2);
  });

  it('twins in one case are asked about, and nothing joins them by the way of a third record', () => {
    const cases = ['SCN012345'];
    const twins = [
      record({ cii: 'A1', name: 'OKONKWO,MARIA', births: [19800307], sex: 'F', cases }),
      record({ cii: 'A2', name: 'OKONKWO,MARIO', births: [19800307], sex: 'M', cases }),
    ];
    const between = record({ name: 'OKONKWO,MARI', births: [19800307], cases, file: 'file-2' });
    const joined = joinPeople([...twins, between]);
    expect(joined.people).toBe(3);
    expect(joined.asks.map(({ why }) => why)).toEqual(['rival', 'rival']);
  });

  it('father and son: one name, births a generation apart, one address of the court', () => {
    const name = 'OKONKWO,ROBERT JAMES';
    expect(
      peopleOf([record({ name, births: [19500307], cii: 'A1' }), record({ name, births: [19800307], file: 'file-2' })]),
    ).toHaveLength(2);
  });

  it('father and son in one case, whose court wrote the name of both, stay two people', () => {
    const both = { name: 'OKONKWO,ROBERT JAMES', cases: ['SCN012345'] };
    expect(
      answerOf(record({ ...both, births: [19500307] }), record({ ...both, births: [19800307], file: 'file-2' })),
    ).toBe('different');
  });

  it('father and son: one digit between the birth dates, a decade of digits, or suffixes that differ', () => {
    const name = 'OKONKWO,ROBERT JAMES';
    expect(
      answerOf(record({ name, births: [19500307] }), record({ name, births: [19800307], file: 'file-2', cases: [] })),
    ).toBe('different');
    expect(
      answerOf(
        record({ name: `${name} SR`, births: [19620307] }),
        record({ name: `${name} JR`, births: [19620000], file: 'file-2' }),
      ),
    ).toBe('different');
    expect(
      answerOf(
        record({ name: `${name} SR`, births: [19620307] }),
        record({ name: `${name} JR`, births: [19620307], file: 'file-2' }),
      ),
    ).toBe('ask');
  });
});

describe('two sexes', () => {
  const same = { name: 'WILLIAMS,CHRIS', births: [19700505] };
  const state = (): IdentityRecord => record({ ...same, cii: 'A1', sex: 'M', cases: ['SCN000001'] });
  const court = (given: Parameters<typeof record>[0]): IdentityRecord =>
    record({ source: 'court-extract', file: 'file-2', ...same, ...given });

  it.each([
    ['one name and one birth date', same],
    ['a rare name', { name: 'OKONKWO-ZELAYA,ANDREA MARIE', births: [19650507] }],
  ])('%s without a number in common are a question, however strong', (_, who) => {
    const [man, woman] = [record({ ...who, cii: 'A1', sex: 'M' }), court({ ...who, sex: 'F', cases: ['SCN000002'] })];
    expect(answerOf(man, woman)).toBe('ask');
    expect(joinPeople([man, woman]).evidence(0, 1).guard).toBe('sexes');
  });

  it('a middle name that differs is a question as well, whatever the weight', () => {
    const name = (middle: string): string => `OKONKWO-ZELAYA,QUENTIN ${middle}`;
    const state = record({ cii: 'A1', name: name('CARLOS'), births: [19650507] });
    const settings = { ...SHIPPED_MODEL.settings, 'same-from': 2 };
    const joined = joinPeople([state, court({ name: name('ROBERT'), births: [19650507] })], {
      model: { ...SHIPPED_MODEL, settings },
    });
    expect([joined.people, joined.asks.length, joined.evidence(0, 1).guard]).toEqual([2, 1, 'middles']);
    expect(joined.evidence(0, 1).odds).toBeGreaterThan(2);
  });

  it('a number in common tells that one of them is a slip', () => {
    expect(answerOf(state(), court({ sex: 'F', cases: ['SCN000001'] }))).toBe('same');
  });

  it('a third record that does not say the sex joins them to nobody', () => {
    const joined = joinPeople([state(), court({ sex: 'F', cases: ['SCN000002'] }), court({ file: 'file-3' })]);
    expect(joined.personOf[0]).not.toBe(joined.personOf[1]);
    expect(joined.asks.length).toBeGreaterThan(0);
  });

  it('a third record tells the slip, when it has the number of the one and the sex of the other', () => {
    const slip = court({ sex: 'F', cases: ['SCN000002'] });
    expect(peopleOf([state(), slip, court({ file: 'file-3', sex: 'M', cases: ['SCN000002'] })])).toHaveLength(1);
    const unsaid = court({ file: 'file-3', cases: ['SCN000002'] });
    expect(joinPeople([state(), slip, unsaid]).personOf[1]).not.toBe(0);
  });
});

describe('how strong a join must be', () => {
  const state = record({ cii: 'A1', name: 'OKONKWO,MARTA C', births: [19700505], sex: 'F', cases: ['SCN000001'] });
  const court = (births: number[], cases: string[]): IdentityRecord =>
    record({ source: 'court-extract', file: 'file-2', name: 'OKONKWO,MARTA C', births, sex: 'F', cases });
  const peopleAt = (other: IdentityRecord, unsure: (odds: number) => number): number => {
    const { odds } = joinPeople([state, other]).evidence(0, 1);
    const settings = { ...SHIPPED_MODEL.settings, 'same-from-unsure': unsure(odds) };
    return joinPeople([state, other], { model: { ...SHIPPED_MODEL, settings } }).people;
  };

  it('a birth date with a slip and no number in common must be stronger', () => {
    const slip = court([19700506], ['SCN000002']);
    expect([peopleAt(slip, (odds) => odds - 0.1), peopleAt(slip, (odds) => odds + 0.1)]).toEqual([1, 2]);
  });

  it.each([
    ['the whole birth date', court([19700505], ['SCN000002'])],
    ['a case', court([19700506], ['SCN000001'])],
  ])('%s is sure enough', (_, other) => expect(peopleAt(other, (odds) => odds + 0.1)).toBe(1));

  it('the shipped bars are 32 to 1', () => {
    const { settings } = SHIPPED_MODEL;
    expect([settings['same-from'], settings['same-from-unsure']]).toEqual([5, 5]);
  });
});

it('shows its evidence field by field, and the sum is the odds', () => {
  const joined = joinPeople([
    record({ name: 'OKONKWO,ROBERT JAMES JR', births: [19800307], sex: 'M' }),
    record({ name: 'OKONKWO,BOB J', births: [19800703], sex: 'M', file: 'file-2' }),
  ]);
  const { lines, prior, odds } = joined.evidence(1, 0);
  expect(lines.map(({ field, words }) => `${field}: ${words}`)).toEqual([
    'last: the last names are the same',
    'first: one first name is used for the other',
    'order: first and last name stand in the same order',
    'middle: the middle initials are the same',
    'suffix: only one name has a suffix',
    'birth: day and month of birth changed places',
    'sex: the sex is the same',
  ]);
  expect(lines.reduce((sum, { weight }) => sum + weight, prior)).toBeCloseTo(odds, 9);
});

it('refuses records with one id', () => {
  const one = record({});
  expect(() => joinPeople([one, { ...one }])).toThrow('the same id');
});

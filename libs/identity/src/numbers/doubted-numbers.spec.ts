import { joinPeople } from '../join-people';
import { type IdentityRecord } from '../record/identity-record';
import { record } from '../testing/records';

const state = (given: Parameters<typeof record>[0] = {}): IdentityRecord =>
  record({ id: 'state', cii: 'A1', name: 'OKONKWO,ROBERT JAMES', births: [19800307], cases: ['SCN011111'], ...given });
const court = (given: Parameters<typeof record>[0]): IdentityRecord =>
  record({ source: 'court-extract', file: 'court', cii: 'A1', cases: ['SCN022222'], ...given });
/** Somebody else whose case the clerk wrote the number A1 beside. */
const stranger = (given: Parameters<typeof record>[0] = {}): IdentityRecord =>
  court({ id: 'stranger', name: 'PHAM,LINH', births: [19910911], ...given });

function peopleOf(records: readonly IdentityRecord[], options: Parameters<typeof joinPeople>[1] = {}): string[] {
  const { personOf, people } = joinPeople(records, options);
  const groups = Array.from({ length: people }, () => [] as string[]);
  personOf.forEach((person, at) => groups[person]?.push(records[at]?.id ?? ''));
  return groups.map((group) => group.sort().join(' ')).sort();
}
const decided = (kind: 'joined' | 'refused', one: string, other: string) =>
  ({ id: `${one}/${other}`, kind, records: [one, other], by: 'K', at: '2026-01-01T00:00:00Z' }) as const;

describe('a number that another name and another birth date contradict', () => {
  it.each(['court-extract', 'rap-sheet', 'done-list'] as const)('is asked about, on a row of a %s', (source) => {
    const records = [state(), stranger({ source })];
    const joined = joinPeople(records);
    expect(joined.people).toBe(2);
    expect(joined.asks).toMatchObject([{ records: expect.arrayContaining([0, 1]) as number[], why: 'number' }]);
    expect(joined.evidence(0, 1)).toMatchObject({
      answer: 'ask',
      guard: 'number',
      guardWords: 'the number says same, name and birth date say different',
    });
    expect(joined.problems).toContainEqual({
      kind: 'number-on-two-people',
      records: expect.arrayContaining([0, 1]) as number[],
    });
    expect([...joined.doubted]).toEqual([1]);
    expect(peopleOf([...records].reverse())).toEqual(peopleOf(records));
  });

  it.each([
    ['two birth dates with one name', { name: 'OKONKWO,ROBERT J', births: [19910911] }],
    ['a slip of the pen and another birth date', { name: 'OKONKOW,ROBRET', births: [19910911] }],
    ['a nickname and another birth date', { name: 'OKONKWO,BOB', births: [19910911] }],
    ['changed places of the names and another birth date', { name: 'ROBERT,OKONKWO', births: [19910911] }],
    ['the second name as the first', { name: 'OKONKWO,JAMES', births: [19910911] }],
    ['another family name, the same birth date', { name: 'DOE,ROBERT', births: [19800307] }],
    ['another name with a wrong digit in the birth date', { name: 'DOE,ROBERT', births: [19800301] }],
    ['another name with day and month in changed places', { name: 'DOE,ROBERT', births: [19800703] }],
    ['another name and the year of birth', { name: 'PHAM,LINH', births: [19800000] }],
    ['another family name without a birth date', { name: 'PHAM,ROBERT' }],
    ['another first name without a birth date', { name: 'OKONKWO,LINH' }],
    ['another name that is one word, without a birth date', { name: 'PHAM' }],
    ['another birth date without a name', { births: [19910911] }],
  ])('joins as before: %s', (_, given) => {
    expect(peopleOf([state(), court({ id: 'row', ...given })])).toEqual(['row state']);
  });

  it('joins as before where the state itself says both names, and within the files of the state', () => {
    expect(peopleOf([state({ aliases: ['PHAM,LINH'] }), stranger()])).toEqual(['state stranger']);
    const other = state({ id: 'other', name: 'PHAM,LINH', births: [19910911], file: 'file-2' });
    expect(peopleOf([state(), other])).toEqual(['other state']);
    // Then a row with either name is that person's.
    expect(peopleOf([state(), other, stranger()])).toEqual(['other state stranger']);
  });

  it.each([
    ['a brother', 'OKONKWO,TERRENCE', 19850101],
    ['another family name, another year', 'DOE,ROBERT', 19910911],
    ['another family name, another day of the year', 'DOE,ROBERT', 19801122],
  ])('is asked about: %s', (_, name, birth) => {
    expect(peopleOf([state(), stranger({ name, births: [birth] })])).toEqual(['state', 'stranger']);
  });

  it('is asked about where nobody says a birth date, and family and first name are both another', () => {
    expect(peopleOf([state(), stranger({ births: [] })])).toEqual(['state', 'stranger']);
    expect(peopleOf([state({ births: [] }), stranger()])).toEqual(['state', 'stranger']);
  });

  it('does not take the other records of its number away from their person', () => {
    const sheet = state({ id: 'sheet', source: 'rap-sheet', file: 'sheet' });
    const own = court({ id: 'own', name: 'OKONKWO,ROBERT', births: [19800307] });
    const records = [sheet, stranger(), own, state()];
    expect(peopleOf(records)).toEqual(['own sheet state', 'stranger']);
    expect(joinPeople(records).asks).toHaveLength(1);
    // Without the state's file the sheet, which is the state's record, says whose the number is.
    expect(peopleOf([stranger(), own, sheet])).toEqual(['own sheet', 'stranger']);
  });

  it('two strangers under one number are not joined with each other either; two rows of one stranger are', () => {
    const third = stranger({ id: 'third', name: 'IVERSON,DALE', births: [19600101], cases: ['SCN099999'] });
    const again = stranger({ id: 'again', cases: ['SCN044444'] });
    expect(peopleOf([state(), stranger(), third, again])).toEqual(['again stranger', 'state', 'third']);
  });

  it('leaves it to somebody to say whose the row is, also where the numbers differ', () => {
    const owner = record({ id: 'owner', cii: 'A2', name: 'PHAM,LINH', births: [19910911], cases: ['SCN022222'] });
    const records = [state(), owner, stranger()];
    const joined = joinPeople(records);
    expect(peopleOf(records)).toEqual(['owner', 'state', 'stranger']);
    expect(joined.asks.map(({ records: two }) => [...two].sort().join(' ')).sort()).toEqual(['0 2', '1 2']);
    expect(joined.evidence(1, 2).guardWords).toContain('name and birth date contradict');
    expect(peopleOf(records, { decisions: [decided('joined', 'owner', 'stranger')] })).toEqual([
      'owner stranger',
      'state',
    ]);
    expect(joinPeople(records, { decisions: [decided('joined', 'owner', 'stranger')] }).asks).toEqual([]);
    expect(peopleOf(records, { decisions: [decided('joined', 'state', 'stranger')] })).toEqual([
      'owner',
      'state stranger',
    ]);
  });

  it('is no way round by a third record', () => {
    const owner = record({ id: 'owner', cii: 'A2', name: 'PHAM,LINH', births: [19910911], cases: ['SCN022222'] });
    const unnumbered = stranger({ id: 'unnumbered', cii: '', file: 'other court' });
    const people = peopleOf([state(), owner, stranger(), unnumbered]);
    expect(people).toContain('state');
    expect(people.some((each) => each.includes('owner') && each.split(' ').includes('stranger'))).toBe(false);
  });

  it('stays answered: a refusal holds, and takes nothing away from the person of the number', () => {
    const own = court({ id: 'own', name: 'OKONKWO,ROBERT', births: [19800307] });
    const joined = joinPeople([state(), own, stranger()], { decisions: [decided('refused', 'state', 'stranger')] });
    expect(joined.people).toBe(2);
    expect(joined.asks).toEqual([]);
  });
});

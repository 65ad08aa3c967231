import { recipientOf, Recipients } from './recipient';
import { relievedConviction, relievedPerson } from './testing/relieved-person';

describe('who gets a letter', () => {
  it('a person with relief, once, with the distinct numbers of the cases', () => {
    const person = relievedPerson({ convictions: [relievedConviction(), relievedConviction({ key: '0:2' }), relievedConviction({ key: '0:3', caseNumbers: [{ number: 'B7', from: 'OFN' }] })] });
    expect(recipientOf(person)).toEqual({ person: 'p1', name: 'DOE,JANE Q', ciis: ['A1'], subjectIds: ['100'], caseNumbers: ['0012', 'B7'], kind: 'A' });
  });

  it.each([
    ['the floor of an open question is relief', { outcome: 'review', relief: 'none', floor: 'redesignate-misdemeanor' } as const, 'B'],
    ['a redesignation gets the other letter', { outcome: 'redesignate-misdemeanor', relief: 'redesignate-misdemeanor', floor: 'redesignate-misdemeanor' } as const, 'B'],
  ])('%s', (_, determination, kind) => expect(recipientOf(relievedPerson({ convictions: [relievedConviction({}, determination)] }))).toMatchObject({ kind }));

  it.each([
    ['a question without a floor', { outcome: 'review', relief: 'none', floor: 'none' } as const],
    ['no relief', { outcome: 'not-eligible', relief: 'none', floor: 'none' } as const],
    ["another agency's case", { outcome: 'refer-to-other-prosecutor', relief: 'none', floor: 'none' } as const],
    ['a challenged conviction', { standing: 'challenged' } as const],
  ])('nobody with %s', (_, determination) => expect(recipientOf(relievedPerson({ convictions: [relievedConviction({}, determination)] }))).toBe('none'));

  it('nobody whom the record calls deceased, but they are counted', () => {
    const seen: string[] = [];
    const recipients = new Recipients({ sees: ({ person }) => void seen.push(person) });
    [relievedPerson({ person: 'z' }), relievedPerson({ person: 'a' }), relievedPerson({ person: 'd', deceased: true }), relievedPerson({ person: 'n', convictions: [] })].forEach((person) => recipients.add(person));
    expect(recipients.sorted().map(({ person }) => person)).toEqual(['a', 'z']);
    expect(recipients.deceasedLeftOut).toBe(1);
    expect(seen).toEqual(['z', 'a', 'd', 'n']);
  });

  it('make a secret of everyone in the run, with a letter or without, in whatever order they come', () => {
    const secretOf = (...people: Parameters<typeof relievedPerson>[0][]): string => {
      const recipients = new Recipients({ sees: () => undefined });
      for (const person of people) recipients.add(relievedPerson(person));
      return Buffer.from(recipients.secret()).toString('hex');
    };
    const [one, other] = [{ person: 'a', ciis: ['A1'] }, { person: 'b', ciis: ['A2'], convictions: [] }];
    expect(secretOf(one, other)).toBe(secretOf(other, one));
    expect(new Set([secretOf(), secretOf(one), secretOf(one, other), secretOf(one, { ...other, ciis: ['A3'] })]).size).toBe(4);
  });
});

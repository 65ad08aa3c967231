import { filingCaseNumber } from '@clearway/rules';
import { lettersHeldCsv } from './mail-merge/letters-held';
import { letterOf, type PersonLetter, type PlaceRelief, Recipients } from './recipient';
import { relievedConviction, relievedPerson } from './testing/relieved-person';

/** Waits where the record has no number. */
const BY_NUMBER: PlaceRelief = (_, conviction) => {
  const caseNumber = filingCaseNumber(conviction);
  return caseNumber === '' ? { waits: 'no-case-number' } : { caseNumber };
};

const recipientOf = (person: Parameters<typeof letterOf>[0]): PersonLetter['recipient'] | 'none' | 'deceased' => {
  const letter = letterOf(person, BY_NUMBER);
  return typeof letter === 'string' ? letter : letter.recipient;
};

describe('who gets a letter', () => {
  it('a person with relief, once, with the distinct numbers of the cases', () => {
    const person = relievedPerson({ convictions: [relievedConviction(), relievedConviction({ key: '0:2' }), relievedConviction({ key: '0:3', caseNumbers: [{ number: 'B7', from: 'OFN' }] })] });
    expect(recipientOf(person)).toEqual({ person: 'p1', name: 'DOE,JANE Q', ciis: ['A1'], subjectIds: ['100'], caseNumbers: ['0012', 'B7'], kind: 'A' });
  });

  it.each([
    ['the floor of an open question is relief', { outcome: 'review', relief: 'none', floor: 'redesignate-misdemeanor', questions: [{ code: 'birth-date', answers: [] }] } as const, 'B'],
    ['a dismissal that seals nothing says not that it never happened', { outcome: 'dismiss', relief: 'dismiss', floor: 'dismiss' } as const, 'B'],
    ['a redesignation gets the other letter', { outcome: 'redesignate-misdemeanor', relief: 'redesignate-misdemeanor', floor: 'redesignate-misdemeanor' } as const, 'B'],
  ])('%s', (_, determination, kind) => expect(recipientOf(relievedPerson({ convictions: [relievedConviction({}, determination)] }))).toMatchObject({ kind }));

  it.each([
    ['a question without a floor', { outcome: 'review', relief: 'none', floor: 'none', questions: [{ code: 'birth-date', answers: [] }] } as const],
    ['no relief', { outcome: 'not-eligible', relief: 'none', floor: 'none' } as const],
    ["another agency's case", { outcome: 'refer-to-other-prosecutor', relief: 'none', floor: 'none' } as const],
    ['a challenged conviction', { standing: 'challenged' } as const],
  ])('nobody with %s', (_, determination) => expect(recipientOf(relievedPerson({ convictions: [relievedConviction({}, determination)] }))).toBe('none'));

  describe('where relief is on no paper', () => {
    const numbered = relievedConviction();
    const lost = relievedConviction({ key: '0:9', row: { file: 0, row: 8, offset: 0, line: 9 }, caseNumbers: [{ number: ' NULL ', from: 'OFN' }] });

    it('nobody is told that convictions are gone that nobody asked the court for', () => {
      const letter = letterOf(relievedPerson({ convictions: [lost] }), BY_NUMBER);
      expect(letter).toEqual({ held: { person: 'p1', name: 'DOE,JANE Q', letter: 'none', reasons: ['no-case-number'], convictions: 1, file: 0, line: 9 } });
    });

    it('a person some of whose relief waits is told of the other cases, and not that all is gone', () => {
      const letter = letterOf(relievedPerson({ convictions: [lost, numbered] }), BY_NUMBER);
      expect(letter).toMatchObject({ recipient: { kind: 'B', caseNumbers: ['0012'] }, held: { letter: 'part', convictions: 1 } });
    });

    it('who died is counted as such', () => expect(letterOf(relievedPerson({ deceased: true, convictions: [lost] }), BY_NUMBER)).toBe('deceased'));

    it('are listed in the order of the inputs, with what to look for in cannot_file.csv', () => {
      const recipients = new Recipients({ sees: () => undefined }, BY_NUMBER);
      recipients.add(relievedPerson({ person: 'z', convictions: [{ ...lost, row: { ...lost.row, line: 30 } }] }));
      recipients.add(relievedPerson({ person: 'a', convictions: [numbered, lost] }));
      expect(lettersHeldCsv(recipients.held())).toBe('\uFEFFletter,reasons,convictions,name,file,line\npart,no-case-number,1,Jane Q Doe,1,9\nnone,no-case-number,1,Jane Q Doe,1,30\n');
      expect(recipients.sorted().map(({ person }) => person)).toEqual(['a']);
    });
  });

  it('nobody whom the record calls deceased, but they are counted', () => {
    const seen: string[] = [];
    const recipients = new Recipients({ sees: ({ person }) => void seen.push(person) }, BY_NUMBER);
    [relievedPerson({ person: 'z' }), relievedPerson({ person: 'a' }), relievedPerson({ person: 'd', deceased: true }), relievedPerson({ person: 'n', convictions: [] })].forEach((person) => recipients.add(person));
    expect(recipients.sorted().map(({ person }) => person)).toEqual(['a', 'z']);
    expect(recipients.deceasedLeftOut).toBe(1);
    expect(seen).toEqual(['z', 'a', 'd', 'n']);
  });

  it('make a secret of everyone in the run, with a letter or without, in whatever order they come', () => {
    const secretOf = (...people: Parameters<typeof relievedPerson>[0][]): string => {
      const recipients = new Recipients({ sees: () => undefined }, BY_NUMBER);
      for (const person of people) recipients.add(relievedPerson(person));
      return Buffer.from(recipients.secret()).toString('hex');
    };
    const [one, other] = [{ person: 'a', ciis: ['A1'] }, { person: 'b', ciis: ['A2'], convictions: [] }];
    expect(secretOf(one, other)).toBe(secretOf(other, one));
    expect(new Set([secretOf(), secretOf(one), secretOf(one, other), secretOf(one, { ...other, ciis: ['A3'] })]).size).toBe(4);
  });
});

import { CaseFactsBook, type RecordedDecision } from '@clearway/case-facts';
import { loadPolicy } from '@clearway/county-policy';
import { decidePerson } from '@clearway/rules';
import { aCharge, aCount, aCycle, aHistory, aStep } from '@clearway/testing';
import { PeopleBefore } from './people-before';

const policy = loadPolicy('california-statute');
const convicted = (n: number) => aHistory(n, { cycles: [aCycle([aStep([aCount(n, { charged: aCharge('11359') })])])] });
const [first, second] = [convicted(0), convicted(1)];
const decided = [first, second].map((history) => decidePerson(history, policy, { county: 'FRESNO', asOf: 20261123 }));
const decision = (person: string): RecordedDecision => ({ person, key: '0:1', id: 'a', basis: 'b', withdraws: true });
const book = (...about: string[]): CaseFactsBook => new CaseFactsBook({ rows: [], decisions: about.map(decision) });
const before = (cases?: CaseFactsBook, sameChoices = true): PeopleBefore =>
  new PeopleBefore([{ histories: [first, second], decided }], cases, sameChoices);

describe(PeopleBefore, () => {
  it('keeps what stands of a person about whom nothing changed, however the history came here', () => {
    const again = JSON.parse(JSON.stringify(first)) as typeof first;
    expect(before().of(again, undefined)).toBe(decided[0]);
    expect(before(book()).of(again, undefined)).toBe(decided[0]);
  });

  it('says why a person is decided again', () => {
    expect(before().of(convicted(7), undefined)).toBe('new-person');
    expect(before().of({ ...first, incomplete: !first.incomplete }, undefined)).toBe('history');
    expect(before().of({ ...first, birthDates: [19800102] }, undefined)).toBe('history');
    expect(before(undefined, false).of(first, undefined)).toBe('choices');
  });

  it('looks at facts and decisions about the person alone', () => {
    expect(before().of(first, book(first.person))).toBe('case-facts');
    expect(before(book(first.person)).of(first, undefined)).toBe('case-facts');
    expect(before(book(first.person)).of(first, book(first.person))).toBe(decided[0]);
    expect(before().of(first, book(second.person))).toBe(decided[0]);
  });
});

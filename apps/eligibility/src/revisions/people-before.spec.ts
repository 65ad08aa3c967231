import { CaseFactsBook, type RecordedDecision } from '@clearway/case-facts';
import { loadPolicy } from '@clearway/county-policy';
import { type SourceFile } from '@clearway/record';
import { decidePerson } from '@clearway/rules';
import { aPersonConvicted } from '@clearway/testing';
import { FileNumbers } from './file-numbers';
import { type KnownBeside, PeopleBefore } from './people-before';

const policy = loadPolicy('california-statute');
const convicted = (n: number) => aPersonConvicted(n, '11359');
const [first, second] = [convicted(0), convicted(1)];
const decided = [first, second].map((history) => decidePerson(history, policy, { county: 'FRESNO', asOf: 20261123 }));
const decision = (person: string): RecordedDecision => ({ person, key: '0:1', id: 'a', basis: 'b', withdraws: true });
const book = (...about: string[]): CaseFactsBook => new CaseFactsBook({ rows: [], decisions: about.map(decision) });
const beside = (cases?: CaseFactsBook, files: readonly SourceFile[] = []): KnownBeside => ({ cases, files });
const before = (known = beside(), sameChoices = true): PeopleBefore =>
  new PeopleBefore([{ histories: [first, second], decided }], { ...known, sameChoices, fileNumbers: [0] });

describe(PeopleBefore, () => {
  it('keeps what stands of a person about whom nothing changed, however the history came here', () => {
    const again = JSON.parse(JSON.stringify(first)) as typeof first;
    expect(before().of(again, beside())).toBe(decided[0]);
    expect(before(beside(book())).of(again, beside())).toBe(decided[0]);
  });

  it('says why a person is decided again', () => {
    expect(before().of(convicted(7), beside())).toBe('new-person');
    expect(before().of({ ...first, incomplete: !first.incomplete }, beside())).toBe('history');
    expect(before().of({ ...first, birthDates: [19800102] }, beside())).toBe('history');
    expect(before(beside(), false).of(first, beside())).toBe('choices');
  });

  it('looks at facts and decisions about the person alone', () => {
    const [own, others] = [beside(book(first.person)), beside(book(second.person))];
    expect(before().of(first, own)).toBe('case-facts');
    expect(before(own).of(first, beside())).toBe('case-facts');
    expect(before(own).of(first, own)).toBe(decided[0]);
    expect(before().of(first, others)).toBe(decided[0]);
  });

  it('keeps what stands of a person whose file has another number now, with that number', () => {
    const run = { county: 'LOS ANGELES', asOf: 20261123 as const, everyBasis: true, quality: { files: [] } };
    const now = new FileNumbers([2]).history(first);
    const moved = new PeopleBefore([{ histories: [first], decided: [decidePerson(first, policy, run)] }], {
      ...beside(),
      sameChoices: true,
      fileNumbers: [2],
    });
    expect(now).not.toEqual(first);
    expect(moved.of(now, beside(undefined, [{ kind: 'state-file' }]))).toEqual(decidePerson(now, policy, run));
    expect(moved.of(first, beside())).toBe('history');
  });

  it('looks at what other sources cover where the record lacks something by it', () => {
    const county = first.cycles[0]?.steps[0]?.agency.county.toUpperCase() ?? '';
    const extract = (from: number): SourceFile => ({ kind: 'court-extract', covers: [{ county, from, to: 20101231 }] });
    const state: SourceFile = { kind: 'state-file' };
    expect(before().of(first, beside(undefined, [state, extract(20000101)]))).toBe('sources');
    expect(before().of(first, beside(undefined, [state, extract(20080101)]))).toBe(decided[0]);
  });
});

import { decidePerson, type Determination, reliefFiled, rulesOf } from '@clearway/rules';
import { loadPolicy } from '../load-policy';
import { historyOf, lawCase } from './law-case';

const HEAD = `policy: elections
kind: filing
title: Elections
approved: { by: Counsel, on: 2026-01-02, words: Some. }
`;

function decided(elections: string, told: object): Determination {
  const policy = loadPolicy(`${HEAD}elections: [${elections}]\n`);
  const history = historyOf(lawCase.parse({ name: 'an election', expect: { outcome: '' }, ...told }));
  const [conviction] = decidePerson(history, policy, { county: 'LOS ANGELES', asOf: 20261101 }).convictions;
  if (!conviction) throw new Error('nothing was decided');
  return conviction.determination;
}

const election = (code: string, when: string, outcome: string): string =>
  `{ code: ${code}, when: [${when}], then: { outcome: ${outcome}, reason: ${code} }, authority: The ground of ${code}. }`;
const ALL = '{ is: always }';
const BORN = '1970-01-01';
const FELONY = { convicted: '11359 HS', on: '2005-03-01' };

describe('elections beyond the statute', () => {
  it('the first that applies is made, and the better of it and the statute is filed', () => {
    const both = [election('first', ALL, 'redesignate-infraction'), election('second', ALL, 'dismiss-and-seal')].join(
      ', ',
    );
    expect(decided(both, { born: BORN, record: [FELONY] })).toMatchObject({
      outcome: 'redesignate-infraction',
      decidedBy: ['first'],
      authority: 'The ground of first.',
    });
    expect(decided(both, { born: BORN, record: [{ convicted: '11358 HS', on: '2005-03-01' }] })).toMatchObject({
      outcome: 'dismiss-and-seal',
      authority: '',
    });
  });

  it('dismisses without sealing', () => {
    expect(decided(election('only', ALL, 'dismiss'), { born: BORN, record: [FELONY] })).toMatchObject({
      outcome: 'dismiss',
      relief: 'dismiss',
      authority: 'The ground of only.',
    });
  });

  it('a floor that rests on an election has its ground', () => {
    const found = decided(
      [election('old', '{ is: age-at-least, years: 50 }', 'dismiss-and-seal'), election('rest', ALL, 'dismiss')].join(
        ', ',
      ),
      { record: [FELONY] },
    );
    expect(found).toMatchObject({ outcome: 'review', floor: 'dismiss' });
    expect(reliefFiled(found)).toBe('dismiss');
    expect(found.authority).toBe('The ground of old. The ground of rest.');
    const statute = decided(election('old', '{ is: age-at-least, years: 50 }', 'dismiss-and-seal'), {
      record: [FELONY],
    });
    expect(statute).toMatchObject({ outcome: 'review', floor: 'redesignate-misdemeanor', authority: '' });
  });

  it('of several that give the same, the ground is of the one that surely applies', () => {
    const found = decided(
      [
        election('old', '{ is: age-at-least, years: 50 }', 'dismiss-and-seal'),
        election('rest', ALL, 'dismiss-and-seal'),
      ].join(', '),
      { record: [FELONY] },
    );
    expect(found).toMatchObject({ outcome: 'dismiss-and-seal', decidedBy: ['rest'], authority: 'The ground of rest.' });
  });

  it('never redesignates what is of that grade or below', () => {
    const misdemeanor = { born: BORN, record: [{ ...FELONY, on: '2020-03-01', grade: 'MISDEMEANOR', class: 'M' }] };
    expect(decided(election('it', ALL, 'redesignate-misdemeanor'), misdemeanor)).toMatchObject({
      outcome: 'not-eligible',
    });
    expect(decided(election('it', ALL, 'redesignate-infraction'), misdemeanor)).toMatchObject({
      outcome: 'redesignate-infraction',
    });
  });

  it.each([
    ['redesignate-infraction', 'recall-and-resentence'],
    ['dismiss-and-seal', 'dismiss-and-seal'],
  ])('while a sentence is served an election to %s leaves %s', (outcome, filed) => {
    const serving = { born: BORN, record: [{ ...FELONY, sentence: ['25 Y PRISON'] }] };
    expect(decided(election('it', ALL, outcome), serving).relief).toBe(filed);
  });

  it('the rules of a policy are the provisions, then its elections, then the remedies beside, and every trace names only these', () => {
    const policy = loadPolicy('dismiss-all');
    const rules = rulesOf(policy).map(({ code }) => code);
    const elections = rulesOf(policy).filter(({ kind }) => kind === 'election');
    expect(elections.map(({ code }) => code)).toEqual(['all-cannabis', 'all-predecessors']);
    const kinds = rulesOf(policy).map(({ kind }) => kind);
    expect(kinds.lastIndexOf('provision')).toBeLessThan(kinds.indexOf('election'));
    expect(kinds.lastIndexOf('election')).toBeLessThan(kinds.indexOf('remedy'));
    expect(rules[0]).toBe('another-offence');
    for (const { rule } of decided(election('it', ALL, 'dismiss'), { record: [FELONY] }).trace) {
      expect([...rules, 'it']).toContain(rule);
    }
    expect(rulesOf(loadPolicy('los-angeles-2020')).map(({ kind }) => kind)).not.toContain('provision');
  });
});

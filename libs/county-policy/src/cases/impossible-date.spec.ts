import { decidePerson, explainDetermination } from '@clearway/rules';
import { loadPolicy } from '../load-policy';
import { historyOf, lawCase } from './law-case';

describe('a conviction dated after the as-of date, under a policy for filing', () => {
  const policy = loadPolicy('california-statute');

  function decided(on: string, arrested = '') {
    const history = historyOf(
      lawCase.parse({
        name: 'a conviction of that day',
        born: '1960-01-01',
        record: [{ convicted: '11359 HS', on, arrested }],
        expect: { outcome: '' },
      }),
    );
    return decidePerson(history, policy, { county: 'LOS ANGELES', asOf: 20200701 }).convictions[0]!;
  }

  it.each(['2020-07-02', '2020-08', '2021', '2031-01-01'])('of %s is asked for', (on) => {
    const { determination, convictedOn } = decided(on);
    expect([determination.outcome, determination.floor, determination.questions.map(({ code }) => code)]).toEqual([
      'review',
      'none',
      ['conviction-date'],
    ]);
    expect(convictedOn).toBe(Number(on.replaceAll('-', '').padEnd(8, '0')));
  });

  it.each(['2020-07-01', '2020-07', '2020'])('of %s can be right', (on) => {
    expect(decided(on, '2019-05-01').determination.outcome).toBe('not-eligible');
  });

  it('is shown as the record has it', () => {
    expect(explainDetermination(decided('2031-01-01'), policy, ['county.csv']).join('\n')).toContain(
      'offense date missing: conviction of 2031-01-01, after the as-of date (county.csv, line 2)',
    );
  });
});

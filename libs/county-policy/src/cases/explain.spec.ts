import { decidePerson, explainDetermination } from '@clearway/rules';
import { loadPolicy } from '../load-policy';
import { historyOf, lawCase } from './law-case';

function explain(source: unknown): string {
  const policy = loadPolicy('los-angeles-2020');
  const history = historyOf(
    lawCase.parse({ name: 'a record to be explained', expect: { outcome: '' }, ...(source as object) }),
  );
  const conviction = decidePerson(history, policy, { county: 'LOS ANGELES', asOf: 20200701 }).convictions[0]!;
  return explainDetermination(conviction, policy, ['county.csv']).join('\n');
}

describe('explainDetermination', () => {
  it('says in sentences what was decided, each rule with its ground, fact and place, and which one decides', () => {
    expect(
      explain({
        born: '1960-01-01',
        record: [
          { convicted: '11359 HS-SALE', on: '2010-01-01' },
          { convicted: '187 PC-MURDER', on: '2011-01-01' },
        ],
      }),
    ).toBe(
      [
        'HS 11359, felony, convicted 2010-01-01: dismissed and sealed.',
        'Policy: Los Angeles County, 2020 (a replay: for comparison).',
        'Reason: 50 years or older.',
        '1. the conviction is a misdemeanor or an infraction [PC 17]: no. Used: severity felony (county.csv, line 2).',
        '2. the conviction is of 2016-11-09 or later [Proposition 64, in force from 2016-11-09]: no. Used: conviction date 2010-01-01 (county.csv, line 2).',
        '3. the offense is HS 11357, subdivision a or b [HS 11357-11360]: no. Used: offense HS 11359 (county.csv, line 2).',
        '4. the section is HS 11357 [HS 11357-11360]: no. Used: offense HS 11359 (county.csv, line 2).',
        '5. an offense of the super-strike list was convicted before this conviction [PC 667(e)(2)(C)(iv); HS 11361.8]: no. Used: super strike none earlier; conviction date 2010-01-01 (county.csv, line 2).',
        '6. an offense of the PC 290 list was convicted, or a registration under PC 290 made, before this conviction [PC 290(c); HS 11361.8]: no. Used: PC 290 none on the record; conviction date 2010-01-01 (county.csv, line 2).',
        '7. 2 or more earlier convictions are of the same section [HS 11358(d), 11359(c), 11360(a)(3)]: no. Used: conviction date 2010-01-01 (county.csv, line 2).',
        '8. the person is 50 or older on the as-of date [policy of the office]: yes; this decides. Used: birth date 1960-01-01 (county.csv, line 2).',
        '9. the person was younger than 22 when convicted [policy of the office]: no. Used: birth date 1960-01-01 (county.csv, line 2); conviction date 2010-01-01 (county.csv, line 2).',
        '10. every conviction on the record is of HS 11357 to 11360, and every sentence on the record is over on the as-of date [policy of the office; HS 11361.8(e)]: no. Used: other conviction 187 PC-MURDER (county.csv, line 3); sentences all over.',
        '11. a sentence on the record runs beyond the as-of date [HS 11361.8(a), (e)]: no. Used: sentences all over.',
        '12. the latest conviction is 10 or more years old on the as-of date [policy of the office]: no. Used: conviction 2011-01-01 (county.csv, line 3); limit 2010-07-01.',
        '13. the person is recorded as deceased [policy of the office]: no. Used: deceased not recorded.',
        'Floor, the relief that holds under every answer: dismissed and sealed.',
      ].join('\n'),
    );
  });

  it('asks the question, with the outcome of each answer and where to look', () => {
    const words = explain({
      record: [
        { convicted: '11359 HS', on: '2010-01-01' },
        { convicted: '459 PC', on: '2019-01-01' },
      ],
    });
    expect(words).toContain(
      '8. the person is 50 or older on the as-of date [policy of the office]: cannot tell. Used: birth date missing.',
    );
    expect(words).toContain('No rule surely applies.');
    expect(words).toContain(
      [
        'Question: When was the person born? Look in: case file, booking sheet.',
        '   If the person is 50 or older on the as-of date: dismissed and sealed.',
        '   If the person was younger than 22 when convicted: dismissed and sealed.',
        '   If not (the person is 50 or older on the as-of date; the person was younger than 22 when convicted): for review by an attorney.',
        'Floor, the relief that holds under every answer: none.',
      ].join('\n'),
    );
  });
});

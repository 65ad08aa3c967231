import { RuleSetError } from '../engine/errors';
import { parameter, parameterExists, parameterSources, type ParameterName } from './parameter';

describe('parameter', () => {
  it.each([
    ['act.in-force', 20161109, 20161109],
    ['limit.cannabis-grams', 20161109, 28.5],
    ['limit.concentrate-grams', 20161109, 4],
    ['limit.concentrate-grams', 20170626, 4],
    ['limit.concentrate-grams', 20170627, 8],
    ['limit.concentrate-grams', 20260101, 8],
    ['limit.concentrate-grams-for-relief', 20161109, 8],
    ['limit.plants', 20200701, 6],
    ['age.adult', 20200701, 18],
    ['age.lawful-use', 20200701, 21],
    ['recodification', 20200701, 19730101],
    ['possession.letters-from', 20200701, 19760101],
    ['possession.infraction-from', 20200701, 20110101],
    ['concentrate.misdemeanor-from', 20200701, 20141105],
    ['transport.for-sale-only-from', 20200701, 20160101],
    ['list.published', 20190101, 20190701],
    ['list.challenge-deadline', 20190101, 20200701],
    ['list.order-deadline', 20230101, 20230301],
    ['priors.same-section', 20200701, 2],
    ['old-conviction.years', 20200701, 2],
    ['prosecution.felony-years', 20200701, 3],
    ['longest-time-to-charge', 20200701, 1],
  ] as const)('%s on %i is %d', (name, on, value) => expect(parameter(name, on).value).toBe(value));

  it.each([
    ['limit.plants', 20161108],
    ['list.order-deadline', 20221231],
    ['act.in-force', 20161108],
  ] as const)('%s does not exist on %i', (name, on) => {
    expect(parameterExists(name, on)).toBe(false);
    expect(() => parameter(name, on)).toThrow(RuleSetError);
    expect(() => parameter(name, on)).toThrow(
      new RegExp(`"${name}" does not exist on \\d{4}-\\d\\d-\\d\\d: its first value is in force from \\d{4}`),
    );
  });

  it('tells its unit, citation, source and mark', () =>
    expect(parameter('limit.concentrate-grams', 20170101)).toMatchObject({
      name: 'limit.concentrate-grams',
      unit: 'grams',
      citation: 'HS 11357(a) and (b)',
      from: 20161109,
      mark: 'K+',
      source: { title: expect.stringContaining('four grams') as string },
    }));

  it('refuses a name that comes from elsewhere', () =>
    expect(() => parameter('limit.moons' as ParameterName, 20200701)).toThrow(
      /no parameter "limit.moons": use one of/,
    ));

  it('knows a value of every parameter today', () => {
    for (const each of parameterSources()) {
      expect(parameterExists(each.parameter as ParameterName, 20260101)).toBe(true);
    }
  });
});

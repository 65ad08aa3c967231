import { type Agency, type Severity } from '@clearway/record';
import { PROSECUTING_AGENCIES } from './prosecuting-agencies.generated';
import { prosecutingAgency, prosecutorsOf } from './prosecuting-agency';

const SUPERIOR: Agency = { ori: '', name: 'CASC LOS ANGELES', county: 'LOS ANGELES' };

function agency(name: string, ori = ''): Agency {
  return { ori, name, county: 'LOS ANGELES' };
}

function who(arrestedBy?: Agency, grade: Severity = 'misdemeanor', court = SUPERIOR, county = 'LOS ANGELES'): string {
  return prosecutingAgency({ county, grade, ...(arrestedBy ? { arrestedBy } : {}), court, on: 20200701 }).agency;
}

const DA = 'LOS ANGELES COUNTY DISTRICT ATTORNEY';

describe('prosecutingAgency', () => {
  it.each([
    ['CAPD LOS ANGELES', 'LOS ANGELES CITY ATTORNEY'],
    ['CAPDLOS ANGELES', 'LOS ANGELES CITY ATTORNEY'],
    [' capd  los angeles ', 'LOS ANGELES CITY ATTORNEY'],
    ['LOS ANGELES PD', 'LOS ANGELES CITY ATTORNEY'],
    ['PD LOS ANGELES', 'LOS ANGELES CITY ATTORNEY'],
    ['CAPD LONG BEACH', 'LONG BEACH CITY PROSECUTOR'],
    ['CAPD LONG BCH', 'LONG BEACH CITY PROSECUTOR'],
    ['CAPD TORRANCE', 'TORRANCE CITY ATTORNEY'],
    ['CAPD PASADENA', 'PASADENA CITY ATTORNEY'],
    ['CAPD INGLEWOOD', 'INGLEWOOD CITY ATTORNEY'],
    ['CAPD BURBANK', 'BURBANK CITY ATTORNEY'],
    ['CAPD SANTA MONICA', 'SANTA MONICA CITY ATTORNEY'],
    ['CAPD HAWTHORNE', 'HAWTHORNE CITY ATTORNEY'],
    ['CAPD REDONDO BEACH', 'REDONDO BEACH CITY ATTORNEY'],
    ['CAPD HERMOSA BEACH', 'HERMOSA BEACH CITY ATTORNEY'],
    // Names that only end or begin alike, and agencies of the county or the state.
    ['CAPD SOUTH PASADENA', DA],
    ['CAPD EAST LOS ANGELES', DA],
    ['CASO LOS ANGELES', DA],
    ['CAHP LOS ANGELES', DA],
    ['CAPD COMPTON', DA],
    ['CAPD GLENDALE', DA],
  ])('a misdemeanor for which %j arrested: %s', (name, expected) => expect(who(agency(name))).toBe(expected));

  it.each([
    ['felony', DA],
    ['misdemeanor', 'LOS ANGELES CITY ATTORNEY'],
    ['infraction', 'LOS ANGELES CITY ATTORNEY'],
    ['unknown', DA],
  ] as const)('a %s for which the city arrested: %s', (grade, expected) =>
    expect(who(agency('CAPD LOS ANGELES'), grade)).toBe(expected),
  );

  it.each([
    ['', 'CA0194200', 'LOS ANGELES CITY ATTORNEY'],
    ['', 'CA0194100', 'LONG BEACH CITY PROSECUTOR'],
    ['', 'CA0190000', DA],
    ['CAPD LOS ANGELES', 'CA0190100', 'LOS ANGELES CITY ATTORNEY'],
    ['CAPD LONG BEACH', 'CA0194200', DA],
  ])('the name %j with the code %s: %s', (name, ori, expected) => expect(who(agency(name, ori))).toBe(expected));

  it.each([
    [undefined, 'CAMC LONG BEACH', 'LONG BEACH CITY PROSECUTOR'],
    [agency(''), 'CAMC LONG BEACH', 'LONG BEACH CITY PROSECUTOR'],
    [undefined, 'CASC LOS ANGELES LONG BCH', DA],
    [agency('CASO LOS ANGELES'), 'CAMC LONG BEACH', DA],
    [agency('CAPD BURBANK'), 'CAMC LONG BEACH', 'BURBANK CITY ATTORNEY'],
  ])('arrested by %j, convicted in %s: %s', (arrestedBy, court, expected) =>
    expect(who(arrestedBy, 'misdemeanor', agency(court))).toBe(expected),
  );

  it.each([
    ['FRESNO', 'FRESNO COUNTY DISTRICT ATTORNEY', /no city of this county/],
    [' los  angeles ', 'LOS ANGELES CITY ATTORNEY', /its police arrested/],
    ['', 'DISTRICT ATTORNEY', /names no county/],
  ])('in the county %j: %s', (county, expected, why) => {
    const found = prosecutingAgency({
      county,
      grade: 'misdemeanor',
      arrestedBy: agency('CAPD LOS ANGELES'),
      court: SUPERIOR,
      on: 20200701,
    });
    expect(found.agency).toBe(expected);
    expect(found.why).toMatch(why);
  });

  it('says how sure it is', () => {
    const on = 20200701;
    const common = { county: 'LOS ANGELES', grade: 'misdemeanor', court: agency('CAMC PASADENA'), on } as const;
    expect(prosecutingAgency({ ...common, arrestedBy: agency('CAPD PASADENA') })).toEqual({
      agency: 'PASADENA CITY ATTORNEY',
      kind: 'city-attorney',
      why: 'not a felony, and its police arrested',
      mark: 'F',
    });
    expect(prosecutingAgency({ ...common, arrestedBy: agency('', 'CA0194200') }).mark).toBe('K+');
    expect(prosecutingAgency(common).mark).toBe('M');
  });

  it.each([
    [20101231, DA],
    [20110101, 'TORRANCE CITY ATTORNEY'],
    [20191231, 'TORRANCE CITY ATTORNEY'],
    [20200101, DA],
  ])('on %i, of a city that prosecutes from 2011 until 2019: %s', (on, expected) => {
    const counties = PROSECUTING_AGENCIES.counties.map(({ county, agencies }) => ({
      county,
      agencies: agencies.map((each) => ({ ...each, from: 20110101, to: 20191231 })),
    }));
    const decide = prosecutorsOf({ ...PROSECUTING_AGENCIES, counties });
    const common = { county: 'LOS ANGELES', grade: 'infraction', court: SUPERIOR } as const;
    expect(decide({ ...common, arrestedBy: agency('CAPD TORRANCE'), on }).agency).toBe(expected);
  });
});

import { courthouseOf, countyNamed, displayOf } from './courthouse';
import { COURTHOUSES } from './courthouses';

const STRINGS = Object.values(COURTHOUSES).flat();

describe(courthouseOf.name, () => {
  it('knows 280 strings, each once, and the county of nearly all', () => {
    const written = STRINGS.map((each) => each.split(' = ')[0] ?? '');
    expect(new Set(written).size).toBe(280);
    expect(written.every((each) => courthouseOf(each).known)).toBe(true);
    expect(written.filter((each) => courthouseOf(each).county === '')).toEqual([
      'USFD SAN FRANCISCO',
      'CAJC SHASTA VALLEY',
      'CASC SHASTA VALLEY',
    ]);
  });

  it.each([
    ['CASC SN JOSE', 'SANTA CLARA', true, 'CASC San Jose'],
    ['casc  sunnyval e', 'SANTA CLARA', true, 'CASC Sunnyvale'],
    ['CASC MCVAN NUYS', 'LOS ANGELES', true, 'CASC MC Van Nuys'],
    ['CASC WEST LA AIRPORT', 'LOS ANGELES', true, 'CASC West LA Airport'],
    ['CAMC SAN LUIS OBISPO', 'SAN LUIS OBISPO', true, 'CAMC San Luis Obispo'],
    ['USFD SAN FRANCISCO', '', true, 'USFD San Francisco'],
    ['USFD FRESNO', '', false, 'USFD Fresno'],
    ['CASC LOS ANGELES NORWALK', 'LOS ANGELES', false, 'CASC Los Angeles Norwalk'],
    ['CASC SAN BERNARDINO', 'SAN BERNARDINO', false, 'CASC San Bernardino'],
    ['CASC LAKE TAHOE', '', false, 'CASC Lake Tahoe'],
    ['CASC ORANGE COVE', '', false, 'CASC Orange Cove'],
    ['', '', false, ''],
  ])('%j is in %j, known: %j, shown as %j', (agency, county, known, shown) => {
    const found = courthouseOf(agency);
    expect([found.county, found.known, displayOf(found)]).toEqual([county, known, shown]);
  });

  it('takes the county of another agency from its name alone', () => {
    expect(['CASO SAN DIEGO', 'CAPD LOS ANGELES', 'CAPD OAKLAND', 'CASO LOS ANGELES LENNOX'].map(countyNamed)).toEqual([
      'SAN DIEGO',
      'LOS ANGELES',
      '',
      '',
    ]);
  });
});

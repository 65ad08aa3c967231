import { type Coverage, coveredBy } from './coverage';
import { courthousePlace } from './courthouse-place';

const YEARS = { from: 1990, to: 2010 };
const in2000 = ({ from, to }: { from: number; to: number }): boolean => from <= 2000 && 2000 <= to;
const covered = (coverage: Partial<Coverage>, name: string, county = 'LOS ANGELES'): string | undefined =>
  coveredBy([{ county: 'LOS ANGELES', ...YEARS, ...coverage }], { county, name }, in2000);

it.each([
  ['CASC VAN NUYS', 'LOS ANGELES', 'VAN NUYS'],
  ['CASC LOS ANGELES VAN NUYS', 'LOS ANGELES', 'VAN NUYS'],
  ['CASC LOS ANGELES LONG BCH', 'LOS ANGELES', 'LONG BEACH'],
  ['CASC EAST LOS ANGELES', 'LOS ANGELES', 'EAST LOS ANGELES'],
  ['CAMC VAN NUYS', 'LOS ANGELES', 'VAN NUYS'],
  ['Van Nuys Courthouse', 'LOS ANGELES', 'VAN NUYS'],
  ['Superior Court of California, County of Los Angeles', 'LOS ANGELES', ''],
  ['CASC LOS ANGELES', 'LOS ANGELES', ''],
  ['CASC MC OAKLAND', 'ALAMEDA', 'OAKLAND'],
  ['CAMC OAKLAN D', 'ALAMEDA', 'OAKLAND'],
  ['CASC VAN NUYS', 'ORANGE', ''],
  ['Department 12', 'LOS ANGELES', ''],
  ['', 'LOS ANGELES', ''],
])('%s of %s sits at "%s"', (name, county, place) => expect(courthousePlace(name, county)).toBe(place));

const SOME = { courthouses: [{ courthouse: 'VAN NUYS', from: 1995, to: 2005 }] };
it.each<[string, string | undefined, Partial<Coverage>, string]>([
  ['names no courthouse', 'county', {}, 'CASC POMONA'],
  ['names that courthouse', 'courthouse', SOME, 'CASC VAN NUYS'],
  ['names another one', undefined, SOME, 'CASC POMONA'],
  ['names some, and the conviction none', 'county', SOME, 'CASC LOS ANGELES'],
  ['names another one, and has rows that name none', 'county', { ...SOME, unnamed: YEARS }, 'CASC POMONA'],
  ['has rows that name none, of other years', undefined, { ...SOME, unnamed: { from: 1990, to: 1992 } }, 'CASC POMONA'],
  [
    'names that courthouse in other years',
    undefined,
    { courthouses: [{ courthouse: 'VAN NUYS', from: 1990, to: 1991 }] },
    'CASC VAN NUYS',
  ],
])('an export that %s: %s', (_, answer, coverage, name) => expect(covered(coverage, name)).toBe(answer));

it('an export of other years or another county covers nothing', () => {
  expect(covered({ from: 2001 }, 'CASC POMONA')).toBeUndefined();
  expect(covered({}, 'CASC POMONA', 'ORANGE')).toBeUndefined();
});

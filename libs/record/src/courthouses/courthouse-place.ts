import { courthouseOf } from './courthouse';

/** Words that a court's own system puts around the place. */
const AROUND =
  /\b(?:SUPERIOR|MUNICIPAL|JUSTICE|COURTHOUSES?|COURTS?|BRANCH|DIVISION|DISTRICT|STATE|CALIFORNIA|COUNTY|THE|IN|OF)\b/g;
const PREFIX = /^CA(?:SC|MC|JC|JV) (?:MC ?)?/;
const WAYS = ['CASC', 'CAMC', 'CAJC', 'CASC MC'];

/**
 * Where a court sits, as two sources can be held against each other: `VAN NUYS` of `CASC LOS ANGELES VAN NUYS`, `CAMC VAN NUYS` and `Van Nuys
 * Courthouse`; courts were put together in 1998, the places stayed. Blank where the name says no more than the county, or the list
 * of courthouses does not have it in that county: then nobody can tell whether it is another one.
 *
 * @param county upper case
 */
export function courthousePlace(name: string, county: string): string {
  const written = name
    .toUpperCase()
    .replace(/[^A-Z]+/g, ' ')
    .trim();
  const bare = written.replace(PREFIX, '').replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
  for (const each of [written, ...WAYS.map((way) => `${way} ${bare}`), `CASC ${county} ${bare}`]) {
    const { known, reads, county: of } = courthouseOf(each);
    if (!known || of !== county) continue;
    const place = reads.replace(PREFIX, '').trim();
    return place === county ? '' : place.startsWith(`${county} `) ? place.slice(county.length + 1) : place;
  }
  return '';
}

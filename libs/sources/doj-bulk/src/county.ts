import { UnknownCountyError } from './errors';
import { type Population } from './scan/population';

/** The county's name as the files write it (upper case); case and blanks do not matter. Throws when no row names it. */
export function requireCounty(population: Pick<Population, 'counties'>, county: string): string {
  const wanted = normal(county);
  const found = population.counties.find((each) => normal(each) === wanted);
  if (found === undefined) throw new UnknownCountyError(county.trim(), population.counties);
  return found;
}

function normal(county: string): string {
  return county.trim().replace(/\s+/g, ' ').toUpperCase();
}

import { COURTHOUSES, FEDERAL, NOT_KNOWN } from './courthouses';

/** What is known of a court that a sheet names. */
export interface Courthouse {
  /** As the sheet writes it, one blank between words. */
  readonly written: string;
  /** The same, cut or broken words made whole: `CASC SAN JOSE` for `CASC SN JOSE`. */
  readonly reads: string;
  /** Upper case; blank when nobody is sure, and for a federal court. */
  readonly county: string;
  /** The string stands in the list. */
  readonly known: boolean;
  readonly federal: boolean;
}

const COURT = /^(?:CA(?:SC|MC|JC|JV|DC)|USFD) /;
const BY_STRING = new Map(
  Object.entries(COURTHOUSES).flatMap(([county, strings]) =>
    strings.map((each) => {
      const [written = '', reads = written] = each.split(' = ');
      return [written, { reads, county }] as const;
    }),
  ),
);
const COUNTIES = new Set(Object.keys(COURTHOUSES).filter((each) => each !== FEDERAL && each !== NOT_KNOWN));

/** Does an agency's name begin as a court's does? */
export function isCourt(agency: string): boolean {
  return COURT.test(agency);
}

/**
 * The court of that name. One that the list lacks is kept as written and is not `known`; its county is taken from the name
 * only where the name is a county's and nothing else (`CASC LAKE TAHOE` is not in Lake County).
 */
export function courthouseOf(agency: string): Courthouse {
  const written = agency.replace(/\s+/g, ' ').trim().toUpperCase();
  const found = BY_STRING.get(written);
  const federal = written.startsWith('USFD ');
  if (found) {
    const county = found.county === FEDERAL || found.county === NOT_KNOWN ? '' : found.county;
    return { written, reads: found.reads, county, known: true, federal };
  }
  return { written, reads: written, county: federal ? '' : countyNamed(written), known: false, federal };
}

/** The county that an agency's name ends with: `CASO SAN DIEGO`. Blank for a city's. */
export function countyNamed(agency: string): string {
  const place = agency.replace(/^CA[A-Z]{2} /, '').replace(/ CO(?:UNTY)?$/, '');
  if (COUNTIES.has(place)) return place;
  return COURT.test(agency) && place.startsWith('LOS ANGELES ') ? 'LOS ANGELES' : '';
}

/** `CASC San Francisco`: the string as a list of courts shows it. */
export function displayOf({ reads }: Courthouse): string {
  return reads.replace(
    /(?<= )(?!MC |LA |SF )([A-Z])([A-Z]*)/g,
    (_, first: string, rest: string) => first + rest.toLowerCase(),
  );
}

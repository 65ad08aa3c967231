import { type Agency, type CalendarDate, type Severity } from '@clearway/record';
import { type OpenPoint } from './code-list-source';
import { type Mark, type Source } from './marks';
import { PROSECUTING_AGENCIES } from './prosecuting-agencies.generated';

/** A city's prosecutor as the YAML file has it (see README.md beside this file). */
export interface CityProsecutor {
  readonly agency: string;
  readonly kind: 'city-attorney' | 'city-prosecutor';
  /** Names of the city, as the state writes them after `CAPD`. */
  readonly places: readonly string[];
  /** Names of its municipal court, as the state writes them after `CAMC`. */
  readonly courts: readonly string[];
  readonly ori: readonly string[];
  /** First and last day on which the agency prosecutes, both included. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** Keys of the table's `sources`. */
  readonly source: string;
  readonly mark: Mark;
  readonly oriSource?: string;
  readonly oriMark?: Mark;
  readonly confirm?: string;
}

export interface ProsecutingAgencies {
  readonly table: string;
  readonly title: string;
  readonly citation: string;
  readonly decides: string;
  /** How a city's police and its municipal court are written; `{place}` is one of its places. */
  readonly police: readonly string[];
  readonly courts: readonly string[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly counties: readonly { readonly county: string; readonly agencies: readonly CityProsecutor[] }[];
  readonly open: readonly OpenPoint[];
}

/** One conviction, as far as it decides who prosecutes it. */
export interface Prosecuted {
  /** The county whose court convicted, as the state writes it: `LOS ANGELES`. */
  readonly county: string;
  readonly grade: Severity;
  /** Who arrested, when the record shows it. */
  readonly arrestedBy?: Agency | undefined;
  readonly court: Agency;
  readonly on: CalendarDate;
}

export interface ProsecutingAgency {
  /** `LOS ANGELES COUNTY DISTRICT ATTORNEY`, `LONG BEACH CITY PROSECUTOR`. */
  readonly agency: string;
  readonly kind: 'district-attorney' | CityProsecutor['kind'];
  /** One sentence for the trace; names agencies, never a person. */
  readonly why: string;
  /** How sure the fact is that led to the agency. */
  readonly mark: Mark;
}

/** A county as a prosecuted conviction names it. */
interface County {
  /** Its district attorney's office. */
  readonly agency: string;
  readonly named: boolean;
  readonly index: CountyIndex | undefined;
}

interface CountyIndex {
  readonly byOri: ReadonlyMap<string, CityProsecutor>;
  readonly byPolice: ReadonlyMap<string, CityProsecutor>;
  readonly byCourt: ReadonlyMap<string, CityProsecutor>;
}

/**
 * Who prosecutes a conviction. Felonies are the district attorney's; other grades are a city's when its police arrested, or,
 * when no arresting agency is known, when its municipal court convicted. What cannot be told is the district attorney's, with why.
 */
export const prosecutingAgency = prosecutorsOf(PROSECUTING_AGENCIES);

/** The same over another table. */
export function prosecutorsOf(table: ProsecutingAgencies): (prosecuted: Prosecuted) => ProsecutingAgency {
  const indexes = new Map(table.counties.map(({ county, agencies }) => [county, indexOf(agencies, table)]));
  // A run asks for one county, as it is written, again and again.
  const counties = new Map<string, County>();
  return (prosecuted) => {
    let county = counties.get(prosecuted.county);
    if (!county) {
      const name = plain(prosecuted.county);
      county = {
        agency: name === '' ? 'DISTRICT ATTORNEY' : `${name} COUNTY DISTRICT ATTORNEY`,
        named: name !== '',
        index: indexes.get(name),
      };
      counties.set(prosecuted.county, county);
    }
    return decide(prosecuted, county);
  };
}

function decide({ grade, arrestedBy, court, on }: Prosecuted, { agency, named, index }: County): ProsecutingAgency {
  const districtAttorney = (why: string): ProsecutingAgency => ({ agency, kind: 'district-attorney', why, mark: 'K+' });
  if (!named) return districtAttorney('the row names no county');
  if (grade === 'felony') return districtAttorney('felonies are prosecuted by the district attorney');
  if (!index) return districtAttorney('no city of this county is known to prosecute');
  if (grade === 'unknown') return districtAttorney('the grade is not known');
  const ori = plain(arrestedBy?.ori ?? '');
  const police = plain(arrestedBy?.name ?? '');
  const byOri = index.byOri.get(ori);
  const byName = index.byPolice.get(police);
  if (byOri && byName && byOri !== byName) {
    return districtAttorney('the code and the name of the arresting agency belong to two cities');
  }
  const city = byName ?? byOri;
  if (city) {
    const why = byName ? 'its police arrested' : 'the code of the arresting agency is that of its police';
    return ofCity(city, why, byName ? city.mark : (city.oriMark ?? city.mark), on) ?? districtAttorney(notThen(city));
  }
  if (ori !== '' || police !== '')
    return districtAttorney('the arresting agency is the police of no city that prosecutes');
  const byCourt = index.byCourt.get(plain(court.name));
  if (!byCourt) return districtAttorney('the arresting agency is not known');
  return (
    ofCity(byCourt, 'the arresting agency is not known, and its municipal court convicted', 'M', on) ??
    districtAttorney(notThen(byCourt))
  );
}

function ofCity(city: CityProsecutor, why: string, mark: Mark, on: CalendarDate): ProsecutingAgency | undefined {
  if ((city.from ?? 0) > on || (city.to ?? 99991231) < on) return undefined;
  return { agency: city.agency, kind: city.kind, why: `not a felony, and ${why}`, mark };
}

function notThen(city: CityProsecutor): string {
  return `the ${city.agency} did not prosecute on that day`;
}

/** Blanks around, two together, or another kind of blank: most names have none of these. */
const UNEVEN = /^\s|\s\s|\s$|[^\S ]/;

/** Upper case, one blank between words, so that padded and differently spaced names are one. */
function plain(text: string): string {
  const single = UNEVEN.test(text) ? text.trim().replace(/\s+/g, ' ') : text;
  return single.toUpperCase();
}

function indexOf(agencies: readonly CityProsecutor[], table: ProsecutingAgencies): CountyIndex {
  const names = (patterns: readonly string[], places: (each: CityProsecutor) => readonly string[]) =>
    new Map(
      agencies.flatMap((each) =>
        places(each).flatMap((place) => patterns.map((pattern) => [pattern.replace('{place}', place), each] as const)),
      ),
    );
  return {
    byOri: new Map(agencies.flatMap((each) => each.ori.map((code) => [code, each] as const))),
    byPolice: names(table.police, (each) => each.places),
    byCourt: names(table.courts, (each) => each.courts),
  };
}

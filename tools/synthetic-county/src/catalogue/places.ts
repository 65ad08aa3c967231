import { type Random } from '../random';

/** One agency or court: the state's code and its name. */
export interface Place {
  readonly ori: string;
  readonly name: string;
}

export interface County {
  readonly name: string;
  readonly code: string;
  readonly superior: readonly Place[];
  /** Municipal and justice courts, which handled misdemeanours until 2000. */
  readonly municipal: readonly Place[];
  readonly police: readonly Place[];
  caseNumber(random: Random, year: number, felony: boolean, court: number): string;
}

/** The 58 counties of California, in the order of the state's county codes. */
export const COUNTIES: readonly string[] =
  'ALAMEDA|ALPINE|AMADOR|BUTTE|CALAVERAS|COLUSA|CONTRA COSTA|DEL NORTE|EL DORADO|FRESNO|GLENN|HUMBOLDT|IMPERIAL|INYO|KERN|KINGS|LAKE|LASSEN|LOS ANGELES|MADERA|MARIN|MARIPOSA|MENDOCINO|MERCED|MODOC|MONO|MONTEREY|NAPA|NEVADA|ORANGE|PLACER|PLUMAS|RIVERSIDE|SACRAMENTO|SAN BENITO|SAN BERNARDINO|SAN DIEGO|SAN FRANCISCO|SAN JOAQUIN|SAN LUIS OBISPO|SAN MATEO|SANTA BARBARA|SANTA CLARA|SANTA CRUZ|SHASTA|SIERRA|SISKIYOU|SOLANO|SONOMA|STANISLAUS|SUTTER|TEHAMA|TRINITY|TULARE|TUOLUMNE|VENTURA|YOLO|YUBA'.split(
    '|',
  );

const LOS_ANGELES_SUPERIOR =
  'LOS ANGELES|LOS ANGELES CENTRAL|LOS ANGELES COMPTON|LOS ANGELES PASADENA|LOS ANGELES TORRANCE|LOS ANGELES LONG BCH|LOS ANGELES POMONA|LOS ANGELES S MONICA|LOS ANGELES SN FERNDO|LOS ANGELES VAN NUYS|LOS ANGELES LANCASTER|WEST LA AIRPORT|INGLEWOOD|BELLFLOWER'.split(
    '|',
  );
const LOS_ANGELES_MUNICIPAL =
  'LOS ANGELES METRO|COMPTON|LONG BEACH|PASADENA|POMONA|SANTA MONICA|SAN FERNANDO|VAN NUYS|LANCASTER|EL MONTE|EAST LOS ANGELES|WEST LOS ANGELES|ALHAMBRA|BURBANK|DOWNEY|GLENDALE|WHITTIER'.split(
    '|',
  );
const LOS_ANGELES_POLICE =
  'LOS ANGELES|COMPTON|LONG BEACH|PASADENA|TORRANCE|INGLEWOOD|POMONA|BURBANK|GLENDALE|EL MONTE|WHITTIER|DOWNEY'.split(
    '|',
  );
/** Letters that Los Angeles courthouses put before felony numbers since the late 1980s. */
const LOS_ANGELES_LETTERS = 'BA|BA|TA|GA|YA|NA|KA|SA|PA|LA|MA|SA|YA|VA'.split('|');

/** The county's courts, agencies and the shape of its case numbers; `name` must be one of `COUNTIES`. */
export function countyOf(name: string): County {
  const index = COUNTIES.indexOf(name);
  if (index < 0) throw new UnknownCountyError();
  const code = String(index + 1).padStart(2, '0');
  const losAngeles = name === 'LOS ANGELES';
  return {
    name,
    code,
    superior: (losAngeles ? LOS_ANGELES_SUPERIOR : [name]).map((town, i) => ({
      ori: `CA0${code}${String(115 + i * 10)}J`.slice(0, 9),
      name: `CASC ${town}`,
    })),
    municipal: (losAngeles ? LOS_ANGELES_MUNICIPAL : [name]).map((town, i) => ({
      ori: `CA0${code}${String(213 + i * 10)}J`.slice(0, 9),
      name: `CAMC ${town}`,
    })),
    police: [
      { ori: `CA0${code}0000`, name: `CASO ${name}` },
      ...(losAngeles ? LOS_ANGELES_POLICE : [name]).map((town, i) => ({
        ori: `CA0${code}${String(i + 1).padStart(2, '0')}00`,
        name: `CAPD ${town}`,
      })),
    ],
    caseNumber: losAngeles ? losAngelesCase : shapeOf(name),
  };
}

function losAngelesCase(random: Random, year: number, felony: boolean, court: number): string {
  if (felony)
    return year < 1988
      ? `A${random.digits(6)}`
      : `${LOS_ANGELES_LETTERS[court % LOS_ANGELES_LETTERS.length]}${random.digits(6)}${random.chance(0.3) ? '-01' : ''}`;
  if (year < 1988) return `M${random.digits(6)}`;
  if (year < 2002) return `${String(year % 100).padStart(2, '0')}M${random.digits(5)}`;
  return `${year % 10}${random.pick(['CJ', 'CR', 'VN', 'LB', 'PD', 'WA'])}${random.digits(5)}`;
}

type CaseShape = County['caseNumber'];

function shapeOf(name: string): CaseShape {
  const yy = (year: number) => String(year % 100).padStart(2, '0');
  switch (name) {
    case 'FRESNO':
      return (random, year, felony) => `${felony ? 'F' : 'M'}${yy(year)}9${random.digits(5)}`;
    case 'SACRAMENTO':
      return (random, year, felony) => `${yy(year)}${felony ? 'F' : 'M'}${random.digits(5)}`;
    case 'SAN FRANCISCO':
      return (random) => `SCN ${random.digits(6)}`;
    case 'SAN DIEGO':
      return (random, _year, felony) => `${felony ? 'SCD' : 'M'}${random.digits(6)}`;
    case 'ORANGE':
      return (random, year, felony) => `${yy(year)}CF${random.digits(4)}${felony ? ' F A' : ''}`;
    case 'KERN':
      return (random) => `BF${random.digits(6)}A`;
    case 'SAN JOAQUIN':
      return (random) => `SF${random.digits(6)}A`;
    default:
      return (random, year, felony) => `${felony ? 'CR' : 'M'}${yy(year)}-${random.digits(5)}`;
  }
}

/** The county is not one of California's. */
export class UnknownCountyError extends Error {
  readonly code = 'synthetic.unknown-county';
  constructor() {
    super(
      `The county is not one of California's 58. Write its name without "COUNTY", for example "LOS ANGELES" or "FRESNO".`,
    );
    this.name = 'UnknownCountyError';
  }
}

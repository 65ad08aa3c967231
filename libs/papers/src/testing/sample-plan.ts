import { type DecidedPerson } from '@clearway/rules';
import { CourtBook, shippedCourts } from '../courts/court-book';
import { FilingPlanner } from '../filing/filing-planner';
import { type FilingPlan, type PlanMode } from '../filing/filing-plan';
import { samplePerson } from './sample-people';

const FIRST = ['JOHN', 'MARIA', 'JOSÉ', 'ANN', 'LUIS', 'KIM', 'DMITRI', 'AALIYAH', 'WEI', 'ÑANDÚ'];
const LAST = ['DOE', 'ROE', 'GARCÍA', 'SMITH', 'NGUYEN', 'KIM', 'LÓPEZ', 'O’HARA', 'IVANOV', 'MÜLLER', 'BROWN'];
const SECTIONS = ['HS 11357(a)', 'HS 11358', 'HS 11359', 'HS 11360(a)'];
const RELIEFS = ['dismiss-and-seal', 'redesignate-misdemeanor', 'redesignate-infraction'] as const;
const COURTS = ['COMPTON', 'LONG BEACH', 'POMONA', 'VAN NUYS', 'TORRANCE', 'PASADENA', 'NORWALK', 'LANCASTER'];

export interface SamplePlan {
  /** How papers are cut; as in `FilingPlanner`. */
  readonly mode?: PlanMode;
  /** Courthouses among which the cases are spread, at most 8. */
  readonly courthouses?: number;
  /** How single packets are handed over; Clearway's profile of Los Angeles says files. */
  readonly delivery?: 'files' | 'volumes';
}

/**
 * A plan of as many convictions, for benchmarks: five cases for six convictions, as in the large counties (66,000 convictions are 55,000
 * cases), most people with one case. Invented; the same number gives the same plan.
 */
export function samplePlan(
  convictions: number,
  { mode = 'bulk', courthouses = 1, delivery = 'files' }: SamplePlan = {},
): FilingPlan {
  const own = shippedCourts()
    .filter(({ file }) => file === 'los-angeles.yaml')
    .map(({ file, text }) => ({ file, text: text.replace('delivery: files', `delivery: ${delivery}`) }));
  const planner = new FilingPlanner(mode, { county: 'LOS ANGELES', courts: CourtBook.of(own) });
  for (const person of people(convictions, courthouses)) planner.add(person);
  return planner.finish();
}

function* people(convictions: number, courthouses: number): Generator<DecidedPerson> {
  for (let made = 0, i = 0; made < convictions; i++) {
    const count = Math.min(i % 5 === 4 ? 2 : 1, convictions - made);
    const relief = RELIEFS[i % RELIEFS.length] ?? 'dismiss-and-seal';
    const lines = Array.from({ length: count }, (_, k) => ({
      case: `BA${String(100000 + i)}-01`,
      court: `CASC ${COURTS[i % Math.min(courthouses, COURTS.length)] ?? 'COMPTON'}`,
      citation: SECTIONS[(i + k) % SECTIONS.length] ?? 'HS 11359',
      convictedOn: (1975 + (i % 41)) * 10000 + ((i % 12) + 1) * 100 + (i % 28) + 1,
      relief,
      caseEffect: i % 3 === 0 ? ('whole-case' as const) : ('one-count' as const),
      row: made + k,
    }));
    const name = `${LAST[i % LAST.length] ?? 'DOE'},${FIRST[(i * 7) % FIRST.length] ?? 'ANN'} ${String.fromCharCode(65 + (i % 26))}`;
    yield samplePerson(`P${String(i).padStart(9, '0')}`, name, lines);
    made += count;
  }
}

import { isoText } from './calendar';
import { losAngelesExpectation, type Expectation } from './expectation';
import { type Breakage, convictionsOf, countOrder, type PersonPlan } from './plan';

/** What the plan knows of one conviction. */
export interface TrueConviction {
  /** CNT_ORDER. */
  readonly count: string;
  readonly county: string;
  readonly court: string;
  /** Code, section, subdivision path and qualifiers of what the court convicted of. */
  readonly code: string;
  readonly section: string;
  readonly path: readonly string[];
  readonly qualifiers: readonly string[];
  readonly cannabis: boolean;
  /** As far as the file tells: `1998-04-05`, `1998-04`, `1998` or empty. */
  readonly date: string;
  /** `felony`, `misdemeanor`, `infraction`, or `unknown` when the file does not tell. */
  readonly severity: string;
  readonly caseNumber: string;
  /** Dispositions after the first, as written. */
  readonly later: readonly string[];
  /** Kinds that changed this count. */
  readonly kinds: readonly string[];
  /** The answer of the `los-angeles-2020` replay on the as-of day, where the plan knows it. */
  readonly expected?: Expectation;
}

/** What the plan knows of one person; one line of the truth file. */
export interface TruePerson {
  readonly subjectId: string;
  readonly cii: string;
  readonly secondCii: string;
  readonly name: string;
  readonly birthDate: string;
  readonly deceased: boolean;
  readonly registered: boolean;
  readonly scattered: boolean;
  readonly kinds: readonly string[];
  /** Records of the person in the file, broken ones included. */
  readonly rows: number;
  /** Why each broken record of the person is broken. */
  readonly broken: readonly Breakage[];
  /** Facts that the file does not tell: `birth-date`, `conviction-date:CNT_ORDER`, `severity:CNT_ORDER`. */
  readonly unknown: readonly string[];
  readonly convictions: readonly TrueConviction[];
}

/** The last line of the truth file. */
export interface TrueFile {
  readonly county: string;
  readonly seed: number;
  readonly asOf: string;
  readonly people: number;
  /** Records without the header: `used + rejected`. */
  readonly rows: number;
  readonly rejected: number;
  readonly emptyLines: number;
  /** Line ends in the file. */
  readonly physicalLines: number;
  readonly convictions: number;
  readonly cannabisConvictionsInCounty: number;
}

/** The truth of a person, from the plan alone. */
export function truthOf(person: PersonPlan, rows: number, county: string, asOf: number): TruePerson {
  const unknown: string[] = [];
  if (isoText(person.birthText).length !== 10) unknown.push('birth-date');
  const convictions: TrueConviction[] = [];
  for (const { cycle, cycleIndex, step, stepIndex, count, countIndex } of convictionsOf(person)) {
    const order = countOrder(cycleIndex, stepIndex, countIndex);
    const charge = count.convictedOf ?? count.disposedOf ?? count.charge;
    const first = count.dispositions.find((one) => one.convicted);
    const date = isoText(step.dateText);
    if (date.length !== 10) unknown.push(`conviction-date:${order}`);
    if (!first || first.severity === '') unknown.push(`severity:${order}`);
    const expected =
      charge.cannabis && cycle.county === county ? losAngelesExpectation(person, count, step, asOf) : undefined;
    convictions.push({
      count: order,
      county: cycle.county,
      court: step.place.name,
      code: charge.code,
      section: charge.section,
      path: charge.path,
      qualifiers: charge.qualifiers,
      cannabis: charge.cannabis,
      date,
      severity: first && first.severity !== '' ? first.severity.toLowerCase() : 'unknown',
      caseNumber: count.caseNumber,
      later: count.dispositions.slice(1).map((one) => one.text),
      kinds: count.doubts,
      ...(expected ? { expected } : {}),
    });
  }
  return {
    subjectId: person.subjectId,
    cii: person.cii,
    secondCii: person.secondCii,
    name: person.name,
    birthDate: isoText(person.birthText),
    deceased: person.deceased,
    registered: person.registered,
    scattered: person.scattered,
    kinds: person.kinds,
    rows,
    broken: person.breakages,
    unknown,
    convictions,
  };
}

import { type IdentityRecord } from '@clearway/identity';
import { Random, writtenBirth, writtenName, writtenSex } from '@clearway/synthetic-county';
import { lastName } from './name-lists';
import { ciiOf, household, type LinkedPerson } from './person';
import { RATES } from './rates';
import { writtenCase } from './written-case';

const WRONG_NUMBERS = 0x40000000;

export interface LinkedRecord {
  readonly person: number;
  readonly record: IdentityRecord;
}

/**
 * Records of invented people: the state's file, one court's extract (a record for each case) and, unless `rapSheets` is
 * off, RAP sheets. The same seed gives the same records. They come person by person until `enough` records were given.
 */
export function* linkedRecords(seed: number, enough: number, rapSheets = true): Generator<LinkedRecord> {
  let given = 0;
  for (let at = 0; ; at++) {
    const random = new Random(seed, at);
    // Numbers of its own, so that the people of a seed stay who they are.
    const slips = new Random(seed, at + WRONG_NUMBERS);
    for (const person of household(random, at)) {
      for (const record of recordsOf(random, slips, person, rapSheets)) {
        if (given++ >= enough) return;
        yield { person: person.person, record };
      }
    }
  }
}

function* recordsOf(
  random: Random,
  slips: Random,
  person: LinkedPerson,
  rapSheets: boolean,
): Generator<IdentityRecord> {
  const { people, cases } = RATES;
  if (random.chance(people.inStateFile)) yield stateRecord(random, person, 'state-file');
  for (const [at, each] of person.cases.entries()) {
    if (each.court !== 'LOS ANGELES') continue;
    yield {
      id: `court/${person.person}/${at}`,
      source: 'court-extract',
      file: 'court',
      subject: '',
      cii: random.chance(cases.courtHasCii) ? courtCii(slips, person) : '',
      ssnHash: '',
      names: [
        writtenName(
          random,
          person.alias !== undefined && random.chance(0.02) ? person.alias : person.name,
          person.sex,
          lastName,
        ),
      ],
      births: [writtenBirth(random, person.birth)],
      sex: writtenSex(random, person.sex),
      cases: [writtenCase(random, each)],
    };
  }
  if (rapSheets && random.chance(people.rapSheet)) yield stateRecord(random, person, 'rap-sheet');
}

/** The person's number, or the one of a person whose row may have stood beside it. */
function courtCii(slips: Random, { cii, person }: LinkedPerson): string {
  return person > 100 && slips.chance(RATES.cases.ciiOfAnother) ? ciiOf(person - 2 - 2 * slips.below(9)) : cii;
}

function stateRecord(random: Random, person: LinkedPerson, source: 'state-file' | 'rap-sheet'): IdentityRecord {
  return {
    id: `${source}/${person.person}`,
    source,
    file: source,
    subject: source === 'state-file' ? String(10000001 + person.person) : '',
    cii: person.cii,
    ssnHash: person.ssnHash,
    names: person.alias === undefined ? [person.name] : [person.name, person.alias],
    births: [random.chance(0.005) ? writtenBirth(random, person.birth) : person.birth],
    sex: person.sex,
    cases: person.cases.filter(({ knownToState }) => knownToState).map((each) => writtenCase(random, each)),
  };
}

import { type PersonName } from '@clearway/identity';
import { type Random } from '@clearway/synthetic-county';
import { firstName, lastName } from './name-lists';
import { RATES } from './rates';

export interface TrueCase {
  readonly court: string;
  readonly number: string;
  readonly knownToState: boolean;
}

/** Somebody invented, as they are. */
export interface LinkedPerson {
  readonly person: number;
  readonly cii: string;
  readonly ssnHash: string;
  readonly sex: 'M' | 'F';
  readonly name: PersonName;
  readonly alias: PersonName | undefined;
  readonly birth: number;
  readonly cases: readonly TrueCase[];
}

const COURTS = ['LOS ANGELES', 'ORANGE', 'KERN', 'VENTURA'];

/** A household: mostly one person, sometimes twins, father and son of one name, or brothers and sisters. At most two. */
export function household(random: Random, at: number): readonly LinkedPerson[] {
  const one = person(random, at * 2, at, 0, {});
  const { twins, fatherAndSon, siblings, codefendants } = RATES.families;
  const kind = random.unit();
  const cases = random.chance(codefendants) ? one.cases.slice(0, 1) : [];
  const { last } = one.name;
  if (kind < twins) {
    const sex = random.chance(0.7) ? one.sex : one.sex === 'M' ? 'F' : 'M';
    return [one, other(person(random, at * 2 + 1, at, 1, { last, sex, birth: one.birth }), one, cases)];
  }
  if (kind < twins + fatherAndSon) {
    const [son, father] = random.chance(0.5) ? ['JR', 'SR'] : ['JR', ''];
    const elder = {
      ...one,
      sex: 'M' as const,
      name: { ...one.name, first: firstName(random, 'M'), suffix: father ?? '' },
      alias: undefined,
    };
    const years = random.between(17, 40) * 10000;
    const birth = Math.trunc((one.birth + years) / 10000) * 10000 + random.between(1, 12) * 100 + random.between(1, 28);
    const younger = person(random, at * 2 + 1, at, 1, {
      last,
      first: elder.name.first,
      middle: random.chance(0.5) ? elder.name.middle : undefined,
      suffix: son ?? '',
      sex: 'M',
      birth,
    });
    return [elder, { ...younger, cases: [...younger.cases, ...cases] }];
  }
  if (kind < twins + fatherAndSon + siblings)
    return [one, other(person(random, at * 2 + 1, at, 1, { last }), one, cases)];
  return [one];
}

/** Brothers and sisters have different first names. */
function other(person: LinkedPerson, one: LinkedPerson, cases: readonly TrueCase[]): LinkedPerson {
  const first = person.name.first === one.name.first ? `${person.name.first.slice(0, 2)}NETTO` : person.name.first;
  return { ...person, name: { ...person.name, first }, cases: [...person.cases, ...cases] };
}

/** The number that the state gave somebody. */
export function ciiOf(person: number): string {
  return `A${String(person).padStart(8, '0')}`;
}

interface Given {
  readonly last?: string;
  readonly first?: string;
  readonly middle?: string | undefined;
  readonly suffix?: string;
  readonly sex?: 'M' | 'F';
  readonly birth?: number;
}

function person(random: Random, id: number, at: number, place: number, given: Given): LinkedPerson {
  const { people, ssn } = RATES;
  const sex = given.sex ?? (random.chance(0.78) ? 'M' : 'F');
  const last =
    given.last ??
    (random.chance(people.compound)
      ? `${lastName(random)} ${lastName(random)}`
      : random.chance(0.01)
        ? `DE LA ${lastName(random)}`
        : lastName(random));
  const first = given.first ?? firstName(random, sex);
  const middle = given.middle ?? (random.chance(people.middle) ? firstName(random, sex) : '');
  const suffix = given.suffix ?? (random.chance(people.suffix) ? random.pick(['JR', 'III', 'II']) : '');
  const birth = given.birth ?? random.between(1942, 2001) * 10000 + random.between(1, 12) * 100 + random.between(1, 28);
  const name = { last, first, middle, suffix };
  const alias = random.chance(people.alias)
    ? {
        ...name,
        last: sex === 'F' ? lastName(random) : last,
        first: random.chance(0.5) ? firstName(random, sex) : first,
        suffix: '',
      }
    : undefined;
  // An SSN of somebody else: the one of the household before.
  const ssnOf = random.chance(ssn.ofAnother) && at > 0 ? (at - 1) * 2 : id;
  return {
    person: id,
    cii: ciiOf(id),
    ssnHash: random.chance(ssn.known) ? `ssn-${ssnOf}` : '',
    sex,
    name,
    alias,
    birth,
    cases: casesOf(random, at, place),
  };
}

function casesOf(random: Random, at: number, place: number): TrueCase[] {
  const { cases } = RATES;
  const count = Math.min(1 + random.exponential(0.9), 6);
  return Array.from({ length: count }, (_, i) => {
    // The case of a stranger: somebody else of this number of cases stands accused in it too.
    const owner = i === 0 && at > 9 && random.chance(cases.sharedWithStranger) ? at - 1 - random.below(9) : at;
    const number = owner * 16 + (owner === at ? place * 8 + i : 0);
    const court = random.chance(cases.otherCourt) ? random.pick(COURTS) : 'LOS ANGELES';
    return {
      court: owner === at ? court : 'LOS ANGELES',
      number: `BA${String(number).padStart(8, '0')}`,
      knownToState: random.chance(cases.knownToState),
    };
  });
}

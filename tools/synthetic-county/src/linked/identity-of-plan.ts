import { FEMALE_NAMES, LAST_NAMES, MALE_NAMES } from '../catalogue/names';
import { yyyymmdd } from '../calendar';
import { type NameParts } from '../errors/written';
import { type CyclePlan, type PersonPlan } from '../plan';
import { Random } from '../random';
import { LINK_RATES } from './link-rates';

const STREAM = 0x510e527f;
const YEAR = 365.2425;
const SUFFIX = /^(?:JR|SR|II|III)$/;

/** `LAST,FIRST M JR` in its parts. A suffix behind the family name is one too. */
export function partsOfName(name: string): NameParts {
  const [head = '', given = ''] = name.split(',');
  const last = head.trim().split(' ');
  const words = given.trim().split(' ');
  const ofLast = last.length > 1 && SUFFIX.test(last.at(-1) ?? '') ? (last.pop() ?? '') : '';
  const suffix = words.length > 1 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : ofLast;
  return { last: last.join(' '), first: words[0] ?? '', middle: words.slice(1).join(' '), suffix };
}

export function nameOfParts({ last, first, middle, suffix }: NameParts): string {
  return `${last},${[first, middle, suffix].filter((part) => part !== '').join(' ')}`;
}

/** Another common family name, of somebody whom a woman married. */
export function marriedName(random: Random): string {
  return random.pick(LAST_NAMES);
}

/**
 * The plan of a person as one of a family: every second person may be the twin or the son of the one before. Nothing of
 * the record changes but who it is, and that nothing happens before the eighteenth birthday.
 */
export function identityOf(seed: number, person: PersonPlan, planOf: (index: number) => PersonPlan): PersonPlan {
  const random = new Random(seed ^ STREAM, person.index);
  const { twin, son, suffix } = LINK_RATES.families;
  const roll = random.unit();
  if (person.index % 2 === 0 || roll >= twin + son) {
    if (!random.chance(suffix)) return person;
    return { ...person, name: `${person.name} ${random.pick(['JR', 'SR', 'III'])}` };
  }
  const elder = identityOf(seed, planOf(person.index - 1), planOf);
  const name = partsOfName(elder.name);
  if (roll < twin) {
    const first = random.pick((person.sex === 'M' ? MALE_NAMES : FEMALE_NAMES).filter((each) => each !== name.first));
    return born(
      random,
      elder,
      { ...person, birth: elder.birth, name: nameOfParts({ ...name, first, middle: '', suffix: '' }) },
      person,
    );
  }
  if (elder.sex !== 'M' || person.sex !== 'M') return person;
  const birth = elder.birth + Math.round(random.between(18, 24) * YEAR) + random.between(0, 364);
  return born(random, elder, { ...person, birth, name: nameOfParts({ ...name, suffix: 'JR' }) }, person);
}

/** The relative with what happened after the eighteenth birthday, often accused in a case of the elder too; `person` where nothing is left. */
function born(random: Random, elder: PersonPlan, relative: PersonPlan, person: PersonPlan): PersonPlan {
  const isAdult = ({ day }: CyclePlan): boolean => day > relative.birth + 18 * YEAR + 1;
  const cycles = relative.cycles.filter(isAdult);
  const shared = elder.cycles.find((cycle) => isAdult(cycle) && cycle.steps.length > 1);
  if (shared && random.chance(LINK_RATES.families.sharedCase)) {
    cycles.push(structuredClone(shared));
    cycles.sort((a, b) => a.day - b.day);
  }
  return cycles.length === 0
    ? person
    : { ...relative, relativeOf: elder.index, birthText: String(yyyymmdd(relative.birth)), cycles };
}

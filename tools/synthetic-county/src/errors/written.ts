import { type Random } from '../random';
import { ERROR_RATES } from './error-rates';
import { CALLED, SPELLINGS } from './other-names';

/** A name in its parts, each in capitals; blank where there is none. */
export interface NameParts {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  readonly suffix: string;
}

/** A name as a clerk of a court wrote it down; `lastName` gives the name of somebody whom a woman married. */
export function writtenName(
  random: Random,
  name: NameParts,
  sex: 'M' | 'F',
  lastName: (random: Random) => string,
): NameParts {
  const { names } = ERROR_RATES;
  const married = sex === 'F' && random.chance(names.married);
  const lasts = name.last.split(' ');
  const partOnly = lasts.length === 2 && random.chance(names.partOfCompound);
  const last = spelled(
    random,
    married ? lastName(random) : partOnly ? (random.pick(lasts) ?? '') : name.last,
    names.lastMisspelled,
  );
  const called = CALLED[name.first];
  const first = spelled(
    random,
    called !== undefined && random.chance(names.nickname) ? called : name.first,
    names.firstMisspelled,
  );
  const middle = random.chance(names.middleMissing)
    ? ''
    : random.chance(names.middleInitial)
      ? name.middle.slice(0, 1)
      : name.middle;
  const suffix = random.chance(names.suffixMissing) ? '' : name.suffix;
  return random.chance(names.swapped) ? { last: first, first: last, middle, suffix } : { last, first, middle, suffix };
}

function spelled(random: Random, name: string, misspelled: number): string {
  const spellings = SPELLINGS[name];
  const chosen =
    spellings !== undefined && random.chance(ERROR_RATES.names.otherSpelling) ? random.pick(spellings) : name;
  return random.chance(misspelled) ? slip(random, chosen) : chosen;
}

/** A letter left out, doubled, replaced, or two changed places. */
function slip(random: Random, name: string): string {
  if (name.length < 3) return name;
  const at = random.between(1, name.length - 2);
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  const kinds = [
    before + after,
    before + letter + letter + after,
    before + random.pick([...'AEIOURSTLNM']) + after,
    before + after.charAt(0) + letter + after.slice(1),
  ];
  return random.pick(kinds);
}

/** A birth date as it was written down; 0 when it was not. */
export function writtenBirth(random: Random, birth: number): number {
  const { births } = ERROR_RATES;
  const kind = random.unit();
  const [year, month, day] = [Math.trunc(birth / 10000), Math.trunc(birth / 100) % 100, birth % 100];
  if (kind < births.missing) return 0;
  if (kind < births.missing + births.yearOnly) return year * 10000;
  if (kind < births.missing + births.yearOnly + births.swapped)
    return day <= 12 ? year * 10000 + day * 100 + month : birth;
  if (kind < births.missing + births.yearOnly + births.swapped + births.digit) {
    const wrongYear = Math.trunc(year / 10) * 10 + random.below(10);
    const wrong = [
      wrongYear * 10000 + month * 100 + day,
      year * 10000 + month * 100 + Math.max(1, Math.trunc(day / 10) * 10 + random.below(9) - (day > 27 ? 2 : 0)),
      year * 10000 + (month % 9 === 0 ? month : (month % 9) * 1) * 100 + day,
    ];
    return random.pick(wrong);
  }
  return birth;
}

export function writtenSex(random: Random, sex: 'M' | 'F'): 'M' | 'F' | '' {
  if (random.chance(ERROR_RATES.sex.missing)) return '';
  return random.chance(ERROR_RATES.sex.wrong) ? (sex === 'M' ? 'F' : 'M') : sex;
}

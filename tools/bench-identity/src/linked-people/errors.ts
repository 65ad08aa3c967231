import { type CaseNumber, type PersonName } from '@clearway/identity';
import { type Random } from '@clearway/synthetic-county';
import { CALLED, lastName, SPELLINGS } from './name-lists';
import { RATES } from './rates';

/** A name as a clerk of a court wrote it down. */
export function writtenName(random: Random, name: PersonName, sex: 'M' | 'F'): PersonName {
  const { names } = RATES;
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
  const chosen = spellings !== undefined && random.chance(RATES.names.otherSpelling) ? random.pick(spellings) : name;
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
  const { births } = RATES;
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
  if (random.chance(RATES.sex.missing)) return '';
  return random.chance(RATES.sex.wrong) ? (sex === 'M' ? 'F' : 'M') : sex;
}

/** A case number in another way of writing, or with a wrong digit. */
export function writtenCase(random: Random, { court, number }: CaseNumber): CaseNumber {
  if (random.chance(RATES.cases.wrongDigit)) return { court, number: number.slice(0, -1) + String(random.below(10)) };
  if (!random.chance(RATES.cases.otherWriting)) return { court, number };
  return {
    court,
    number: random.pick([`${number}-01`, number.replace(/^BA0*/, 'BA'), number.replace('BA', ''), `${number}A`]),
  };
}

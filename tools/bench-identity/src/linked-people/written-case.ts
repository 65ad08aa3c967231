import { type CaseNumber } from '@clearway/identity';
import { ERROR_RATES, type Random } from '@clearway/synthetic-county';

/** A case number in another way of writing, or with a wrong digit. */
export function writtenCase(random: Random, { court, number }: CaseNumber): CaseNumber {
  const { cases } = ERROR_RATES;
  if (random.chance(cases.wrongDigit)) return { court, number: number.slice(0, -1) + String(random.below(10)) };
  if (!random.chance(cases.otherWriting)) return { court, number };
  return {
    court,
    number: random.pick([`${number}-01`, number.replace(/^BA0*/, 'BA'), number.replace('BA', ''), `${number}A`]),
  };
}

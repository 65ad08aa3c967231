import {
  ATTEMPTS,
  CANNABIS_BEFORE,
  type ChargeText,
  CONSPIRACIES,
  GANG_PAIR,
  LOOKALIKES,
  ODD_CITATIONS,
  SEX_OFFENCES,
  SUPER_STRIKES,
} from '../catalogue/charges';
import { COUNTIES } from '../catalogue/places';
import { countyNamed, convicted, planCase, plainCount } from '../plan-person';
import { type CyclePlan, type PersonPlan } from '../plan';
import { dayNumber } from '../calendar';
import { cannabisConviction, type Kind, type KindContext } from './kind';

/** Puts a further case into the record where its date belongs. */
function insertCase(person: PersonPlan, cycle: CyclePlan): void {
  const at = person.cycles.findIndex((one) => one.day > cycle.day);
  person.cycles.splice(at < 0 ? person.cycles.length : at, 0, cycle);
}

function addCase(
  person: PersonPlan,
  { settings, random }: KindContext,
  charge: ChargeText,
  before?: number,
): CyclePlan {
  const first = Math.max(person.birth + 6575, dayNumber(1965, 1, 1));
  const day = random.between(first, Math.max(first, (before ?? settings.asOf) - 260));
  const cycle = planCase(random, settings.county, day, 'convicted', charge);
  insertCase(person, cycle);
  return cycle;
}

function recharge(person: PersonPlan, { settings, random }: KindContext, charge: ChargeText, doubt: string): void {
  const place = cannabisConviction(person, settings.county.name);
  if (!place) return;
  place.count.charge = charge;
  place.count.text = charge.text;
  place.count.toc = charge.toc;
  place.count.doubts.push(doubt);
  const [disposition] = place.count.dispositions;
  if (disposition) place.count.dispositions[0] = convicted(random, charge, disposition.dateText);
}

export const CHARGE_KINDS: readonly Kind[] = [
  {
    name: 'attempt',
    says: 'attempted cannabis offenses (664/11358 HS, 664-11359 HS)',
    share: 0.02,
    apply: (person, context) => recharge(person, context, context.random.pick(ATTEMPTS), 'attempt'),
  },
  {
    name: 'conspiracy',
    says: 'conspiracies (182/11359 HS)',
    share: 0.01,
    apply: (person, context) => recharge(person, context, context.random.pick(CONSPIRACIES), 'conspiracy'),
  },
  {
    name: 'odd-citation',
    says: 'charges spelt oddly: 11359HS-, 11357A HS, lower case, leading blanks',
    share: 0.03,
    apply: (person, context) => recharge(person, context, context.random.pick(ODD_CITATIONS), 'odd-citation'),
  },
  {
    name: 'lookalike',
    says: 'charges that only look like a listed section: 11357.5 HS, 21135900 PC, 537 PC',
    share: 0.02,
    apply(person, context) {
      const cycle = addCase(person, context, context.random.pick(LOOKALIKES));
      cycle.steps[1]?.counts[0]?.doubts.push('lookalike');
    },
  },
  {
    name: 'comment-charge',
    says: 'SEE COMMENT FOR CHARGE, with the charge in COMMENT_TEXT, sometimes after a case number',
    share: 0.05,
    apply(person, { settings, random }) {
      const place = cannabisConviction(person, settings.county.name);
      if (!place) return;
      const form = random.below(4);
      place.count.text = form === 1 ? 'SEE COMMENT FOR CHARGES' : form === 2 ? '' : 'SEE COMMENT FOR CHARGE';
      place.count.comment = form === 3 ? `SCN-${random.digits(5)} ${place.count.charge.text}` : place.count.charge.text;
      place.count.doubts.push('comment-charge');
    },
  },
  {
    name: 'other-charge-in-comment',
    says: 'a comment that names another cannabis section than the charge',
    share: 0.02,
    apply(person, { settings, random }) {
      const place = cannabisConviction(person, settings.county.name);
      if (place && place.count.comment === '')
        place.count.comment = `AMENDED FROM ${random.pick(CANNABIS_BEFORE).text}`;
    },
  },
  {
    name: 'convicted-of-other',
    says: 'CONV_OFFENSE_ columns filled: convicted of another offense than charged, both ways',
    share: 0.04,
    apply(person, { settings, random }) {
      const place = cannabisConviction(person, settings.county.name);
      if (!place) return;
      const lesser = CANNABIS_BEFORE.find((one) => one.path[0] === 'b') as ChargeText;
      place.count.convictedOf = random.chance(0.7)
        ? lesser
        : { ...lesser, text: '415 PC-DISTURB PEACE', code: 'PC', section: '415', path: [], cannabis: false };
      place.count.doubts.push('convicted-of-other');
      for (const one of place.count.dispositions) if (one.convicted) one.severity = one.severityText = 'MISDEMEANOR';
    },
  },
  {
    name: 'disposed-of-other',
    says: 'DISP_OFFENSE_ columns filled: the count was amended before it was disposed of',
    share: 0.02,
    apply(person, { settings, random }) {
      const place = cannabisConviction(person, settings.county.name);
      if (!place) return;
      place.count.disposedOf = random.pick(CANNABIS_BEFORE);
      place.count.doubts.push('disposed-of-other');
    },
  },
  {
    name: 'super-strike',
    says: 'a super strike (Penal Code 667(e)(2)(C)(iv)), before or after the cannabis case',
    share: 0.03,
    apply: (person, context) => void addCase(person, context, context.random.pick(SUPER_STRIKES)),
  },
  {
    name: 'sex-offence',
    says: 'an offense that Penal Code 290 registers',
    share: 0.02,
    apply: (person, context) => void addCase(person, context, context.random.pick(SEX_OFFENCES)),
  },
  {
    name: 'gang-combination',
    says: '136.1 PC with 186.22(B)(4) PC in one case: a super strike only together',
    share: 0.01,
    apply(person, context) {
      const [offence, enhancement] = GANG_PAIR;
      const court = addCase(person, context, offence).steps[1];
      if (!court) return;
      const count = plainCount(enhancement);
      count.caseNumber = court.counts[0]?.caseNumber ?? '';
      count.dispositions.push(convicted(context.random, enhancement, court.dateText));
      court.counts.push(count);
    },
  },
  {
    name: 'two-priors',
    says: 'two earlier convictions under the same cannabis section',
    share: 0.01,
    apply(person, context) {
      const place = cannabisConviction(person, context.settings.county.name);
      if (!place || place.count.charge.section === '11357') return false;
      for (let i = 0; i < 2; i++) addCase(person, context, place.count.charge, place.cycle.day);
    },
  },
  {
    name: 'multi-county',
    says: 'cannabis convictions in a second county',
    share: 0.05,
    apply(person, { settings, random }) {
      const others = COUNTIES.filter((name) => name !== settings.county.name);
      const first = Math.max(person.birth + 6575, dayNumber(1965, 1, 1));
      insertCase(
        person,
        planCase(random, countyNamed(random.pick(others)), random.between(first, settings.asOf - 260), 'cannabis'),
      );
    },
  },
];

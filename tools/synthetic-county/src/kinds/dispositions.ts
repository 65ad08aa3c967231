import { CANNABIS_INFRACTIONS } from '../catalogue/charges';
import { yyyymmdd } from '../calendar';
import { convicted, disposition } from '../plan-person';
import { type DispositionPlan, type PersonPlan } from '../plan';
import { cannabisConviction, type ConvictionPlace, type Kind, type KindContext } from './kind';

/** A later row of the same count. The step keeps its event date; DISP_DATE tells when the court came back to it. */
function later(
  person: PersonPlan,
  { settings, random }: KindContext,
  doubt: string,
  make: (dateText: string, place: ConvictionPlace) => DispositionPlan,
): void {
  const place = cannabisConviction(person, settings.county.name);
  if (!place) return;
  const day = Math.min(place.step.day + random.between(200, 2500), settings.asOf);
  place.count.dispositions.push(make(String(yyyymmdd(day)), place));
  place.count.doubts.push(doubt);
}

export const DISPOSITION_KINDS: readonly Kind[] = [
  {
    name: 'infraction',
    says: 'cannabis infractions, with a fine only',
    share: 0.06,
    apply(person, { settings, random }) {
      const place = cannabisConviction(person, settings.county.name);
      if (!place || place.count.doubts.length > 0) return false;
      const charge = random.pick(CANNABIS_INFRACTIONS);
      Object.assign(place.count, { charge, text: charge.text, toc: charge.toc });
      place.count.dispositions[0] = convicted(random, charge, place.step.dateText);
    },
  },
  {
    name: 'set-aside',
    says: 'a later row: set aside and dismissed under Penal Code 1203.4',
    share: 0.05,
    apply: (person, context) =>
      later(person, context, 'set-aside', (date) => disposition(['CONV SET ASIDE & DISM PER 1203.4 PC', '3810'], date)),
  },
  {
    name: 'reduced',
    says: 'a later row: felony reduced to a misdemeanour under Penal Code 17(b)',
    share: 0.03,
    apply: (person, context) =>
      later(person, context, 'reduced', (date) => ({
        ...disposition(['REDUCED TO MISDEMEANOR PER 17(B) PC', '3820'], date),
        severityText: 'MISDEMEANOR',
      })),
  },
  {
    name: 'relief-granted',
    says: 'a later row: relief under Health and Safety Code 11361.8 already granted',
    share: 0.02,
    apply: (person, context) =>
      later(person, context, 'relief-granted', (date) => disposition(['DISMISSED PER 11361.8 HS', '3830'], date)),
  },
  {
    name: 'second-disposition',
    says: 'a second disposition of the same count: sentence modified, probation revoked and restored',
    share: 0.03,
    apply: (person, context) =>
      later(person, context, 'second-disposition', (date, place) => {
        const first = place.count.dispositions[0] as DispositionPlan;
        const text = context.random.pick(['SENTENCE MODIFIED', 'PROBATION REVOKED', 'PROB REVOKED/REINSTATED']);
        return {
          ...disposition([text, '3900'], date),
          severityText: first.severityText,
          sentences: [{ place: ['J', 'JAIL'], length: '60', unit: 'D' }],
        };
      }),
  },
  {
    name: 'life-sentence',
    says: 'a sentence whose length is the word LIFE',
    share: 0.003,
    apply(person, { settings }) {
      for (const cycle of person.cycles)
        for (const step of cycle.steps)
          for (const count of step.counts)
            for (const one of count.dispositions)
              if (
                one.convicted &&
                one.severity === 'FELONY' &&
                !(count.charge.cannabis && cycle.county === settings.county.name)
              ) {
                one.sentences.splice(0, one.sentences.length, { place: ['P', 'PRISON'], length: 'LIFE', unit: '' });
                count.doubts.push('life-sentence');
                return;
              }
    },
  },
  {
    name: 'serving',
    says: 'a sentence that is not over on the day of the file',
    share: 0.01,
    apply(person, { settings }) {
      const place = cannabisConviction(person, settings.county.name);
      place?.count.dispositions[0]?.sentences.splice(0, 99, { place: ['P', 'PRISON'], length: '60', unit: 'Y' });
    },
  },
  {
    name: 'unknown-severity',
    says: 'a conviction whose severity and class of charge are blank',
    share: 0.01,
    apply(person, { settings }) {
      const place = cannabisConviction(person, settings.county.name);
      if (!place) return;
      place.count.toc = '';
      for (const field of ['convictedOf', 'disposedOf'] as const) {
        const other = place.count[field];
        if (other) place.count[field] = { ...other, toc: '' };
      }
      for (const one of place.count.dispositions) one.severity = one.severityText = '';
      place.count.doubts.push('unknown-severity');
    },
  },
  {
    name: 'untrimmed',
    says: 'blanks around the severity and the county, the county in lower case',
    share: 0.01,
    apply(person, { settings }) {
      const place = cannabisConviction(person, settings.county.name);
      if (!place) return;
      place.cycle.countyText = `  ${place.cycle.county.toLowerCase()} `;
      for (const one of place.count.dispositions) if (one.severityText) one.severityText = ` ${one.severityText}`;
    },
  },
  {
    name: 'convicted-arrest',
    says: 'an arrest row that says CONVICTED and is no conviction',
    share: 0.003,
    apply(person) {
      const count = person.cycles[0]?.steps[0]?.counts[0];
      if (count && count.dispositions.length === 0)
        count.dispositions.push({
          text: 'CONVICTED',
          code: '3000',
          convicted: true,
          severity: 'FELONY',
          severityText: 'FELONY',
          dateText: '',
          sentences: [],
        });
    },
  },
  {
    name: 'no-case-number',
    says: 'a cannabis case without any case number',
    share: 0.02,
    apply(person, { settings }) {
      const place = cannabisConviction(person, settings.county.name);
      for (const count of place?.step.counts ?? []) count.ofn = count.courtCase = count.caseNumber = '';
    },
  },
  {
    name: 'null-case-number',
    says: 'the literal NULL where a case number belongs',
    share: 0.01,
    apply(person, { settings }) {
      const place = cannabisConviction(person, settings.county.name);
      for (const count of place?.step.counts ?? []) {
        count.ofn = 'NULL  ';
        count.caseNumber = count.courtCase = '';
      }
    },
  },
  {
    name: 'court-case-number',
    says: 'FE_NUM_CRT_CASE filled, with or instead of OFN',
    share: 0.2,
    apply(person, { random }) {
      for (const cycle of person.cycles) {
        const instead = random.chance(0.3);
        for (const count of cycle.steps[1]?.counts ?? []) {
          count.courtCase = count.caseNumber;
          if (instead && count.ofn.trim() !== 'NULL') count.ofn = '';
        }
      }
    },
  },
];

import { ACCENTED_NAMES, WIDE_NAMES } from '../catalogue/names';
import { yyyymmdd } from '../calendar';
import { ciiOf, plainCount } from '../plan-person';
import { type Breakage, type PersonPlan, type StepPlan } from '../plan';
import { cannabisConviction, type Kind, type KindContext } from './kind';

const NO_OFFENCE = { code: '', section: '', path: [], qualifiers: [], cannabis: false, toc: 'M' } as const;

/** A step that is not of a court: death, registration. */
function addStep(
  person: PersonPlan,
  { settings, random }: KindContext,
  type: string,
  typeCode: string,
  text: string,
  comment: string,
): void {
  const cycle = person.cycles[person.cycles.length - 1];
  if (!cycle) return;
  const lastStep = cycle.steps[cycle.steps.length - 1] as StepPlan;
  const day = Math.min(lastStep.day + random.between(5, 1500), settings.asOf);
  const count = { ...plainCount({ ...NO_OFFENCE, text }), comment, toc: '' };
  cycle.steps.push({
    type,
    typeCode,
    day,
    dateText: String(yyyymmdd(day)),
    place: settings.county.police[0] as StepPlan['place'],
    placeType: ['1', 'LAW ENFORCEMENT AGENCY'],
    counts: [count],
  });
}

const broken = (name: Breakage, says: string, share: number): Kind => ({
  name,
  says,
  share,
  apply: (person) => void person.breakages.push(name),
});

export const PEOPLE_KINDS: readonly Kind[] = [
  {
    name: 'deceased',
    says: 'a DECEASED row',
    share: 0.03,
    apply(person, context) {
      addStep(person, context, 'DECEASED', '9', '', '');
      person.deceased = true;
    },
  },
  {
    name: 'registration',
    says: 'a REGISTRATION row for Penal Code 290, in half of them only in the comment',
    share: 0.02,
    apply(person, context) {
      const text = '290 PC-REGISTRATION OF SEX OFFENDER';
      if (context.random.chance(0.5)) addStep(person, context, 'REGISTRATION', '7', text, '');
      else addStep(person, context, 'REGISTRATION', '7', 'SEE COMMENT FOR CHARGE', text);
      person.registered = true;
    },
  },
  {
    name: 'narcotics-registration',
    says: 'a REGISTRATION row for Health and Safety Code 11590, which is not 290',
    share: 0.02,
    apply: (person, context) =>
      addStep(person, context, 'REGISTRATION', '7', '11590 HS-REGISTRATION CNTL SUB OFFENDER', ''),
  },
  {
    name: 'other-steps',
    says: 'CUSTODY:JAIL, PROBATION, SUPPLEMENTAL ARREST and APPLICANT rows',
    share: 0.1,
    apply: (person, context) =>
      addStep(
        person,
        context,
        context.random.pick(['CUSTODY:JAIL', 'PROBATION', 'SUPPLEMENTAL ARREST', 'APPLICANT']),
        '8',
        '',
        '',
      ),
  },
  {
    name: 'missing-date',
    says: 'a cannabis conviction without STP_EVENT_DATE and DISP_DATE',
    share: 0.01,
    apply(person, { settings }) {
      const place = cannabisConviction(person, settings.county.name);
      if (!place) return;
      place.step.dateText = '';
      for (const count of place.step.counts) for (const one of count.dispositions) one.dateText = '';
    },
  },
  {
    name: 'partial-date',
    says: 'a cannabis conviction dated YYYY0000 or YYYYMM00',
    share: 0.02,
    apply(person, { settings, random }) {
      const place = cannabisConviction(person, settings.county.name);
      if (!place || place.step.dateText === '') return false;
      const partial = random.chance(0.5)
        ? `${place.step.dateText.slice(0, 4)}0000`
        : `${place.step.dateText.slice(0, 6)}00`;
      place.step.dateText = partial;
      for (const count of place.step.counts) for (const one of count.dispositions) one.dateText = partial;
    },
  },
  {
    name: 'missing-birth-date',
    says: 'PRI_DOB blank on every row',
    share: 0.01,
    apply: (person) => void (person.birthText = ''),
  },
  {
    name: 'partial-birth-date',
    says: 'PRI_DOB written YYYY0000',
    share: 0.01,
    apply: (person) => void (person.birthText = person.birthText === '' ? '' : `${person.birthText.slice(0, 4)}0000`),
  },
  {
    name: 'conflicting-birth-dates',
    says: 'another PRI_DOB on the rows of the last cycle',
    share: 0.005,
    apply: (person) => void (person.otherBirthText = String(yyyymmdd(person.birth + 3653))),
  },
  {
    name: 'other-name',
    says: 'another spelling of the name on the rows of the last cycle',
    share: 0.04,
    apply(person, { random }) {
      person.otherName = `${person.name.split(' ')[0]} ${String.fromCharCode(65 + random.below(26))} JR`;
    },
  },
  {
    name: 'accented-name',
    says: 'a name with letters beyond ASCII, in UTF-8',
    share: 0.02,
    apply: (person, { random }) => void (person.name = random.pick(random.chance(0.3) ? WIDE_NAMES : ACCENTED_NAMES)),
  },
  {
    name: 'windows-1252',
    says: 'a name with letters beyond ASCII, in Windows-1252, beside UTF-8 records',
    share: 0.01,
    apply(person, { random }) {
      person.name = random.pick(ACCENTED_NAMES);
      person.nameEncoding = 'windows-1252';
    },
  },
  {
    name: 'two-ciis',
    says: 'two CII numbers on one SUBJECT_ID: two people',
    share: 0.002,
    apply: (person, { settings }) =>
      person.cycles.length > 1 && (person.secondCii = ciiOf(settings.seed, person.index, 1)) !== '',
  },
  { name: 'blank-cii', says: 'CII_NUMBER blank on every row', share: 0.003, apply: (person) => void (person.cii = '') },
  {
    name: 'co-defendant',
    says: 'shares court and case number with the person before',
    share: 0.01,
    apply(person, { settings, planOf }) {
      const mine = cannabisConviction(person, settings.county.name);
      const theirs = person.index > 0 ? cannabisConviction(planOf(person.index - 1), settings.county.name) : undefined;
      if (!mine || !theirs) return false;
      Object.assign(mine.step, { place: theirs.step.place, placeType: theirs.step.placeType });
      for (const count of mine.step.counts) {
        if (count.ofn !== '') count.ofn = theirs.count.caseNumber;
        count.caseNumber = theirs.count.caseNumber;
      }
    },
  },
  {
    name: 'quoted-field',
    says: 'comments with commas, doubled quotes and line breaks',
    share: 0.05,
    apply(person, { random }) {
      const comment = random.pick([
        'PLEA, PER PLEA AGREEMENT, TO COUNT 1',
        'DEFT SAID "NO CONTEST"',
        'PROBATION TERMS:\nNO FIREARMS\nSEARCH CONDITION',
        'SENT "CONCURRENT", CASE TRAILS',
      ]);
      for (const cycle of person.cycles) {
        const count = cycle.steps[1]?.counts[0];
        if (count && count.comment === '') {
          count.comment = comment;
          return;
        }
      }
    },
  },
  {
    name: 'empty-lines',
    says: 'an empty line between people',
    share: 0.001,
    apply: (person) => void (person.emptyLines = 1),
  },
  broken('too-few-fields', 'a broken row: 94 fields', 0.001),
  broken('too-many-fields', 'a broken row: 96 fields', 0.001),
  broken('bare-quote', 'a broken row: a quote inside a field that is not quoted', 0.0005),
  broken('unclosed-quote', 'a broken row: a quote that is never closed', 0.0005),
  broken('bad-count-order', 'a broken row: CNT_ORDER that is not twelve digits', 0.0005),
  broken('blank-subject-id', 'a broken row: SUBJECT_ID blank, CII present', 0.0005),
];

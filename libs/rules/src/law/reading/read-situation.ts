import { fact } from '../../engine/criterion';
import { factValueWords } from '../words';
import { DOMAINS, FACT_NAMES, type FactName, type OffenceKind } from '../situation';
import { readAge } from './age-at-offence';
import { readAmount, readOrigin } from './amount';
import { readDoor } from './door';
import { readEra } from './era';
import { readForm, readReach, readSection } from './form-and-reach';
import { readGrade } from './grade';
import { readOffenceKind } from './offence-kind';
import { readPrior } from './priors';
import { known, type Reading, type Readings, type ReadingSubject } from './reading';

/** Reads every fact of one conviction: what is known, what is presumed, what is a question. */
export function readSituation(subject: ReadingSubject): Readings {
  const offence = readOffenceKind(subject);
  const kinds = answeredKinds(offence, subject.answers);
  const form = readForm(subject);
  const section = readSection(subject);
  const door = readDoor(subject);
  const readings: Readings = {
    offence,
    form,
    section,
    era: readEra(subject),
    age: readAge(subject),
    grade: readGrade(subject, kinds),
    amount: readAmount(subject, kinds),
    origin: readOrigin(),
    prior: readPrior(subject),
    reach: readReach(subject, kinds, form.possible, section.possible[0] ?? 'named', door.possible),
    door,
  };
  return answered(readings, subject.answers);
}

/** The grade and the reach of what an attorney found the offence to be. */
function answeredKinds(
  { possible }: Readings['offence'],
  { offence }: ReadingSubject['answers'],
): readonly OffenceKind[] {
  const found = DOMAINS.offence.find((each) => each === offence);
  return found ? [found] : possible;
}

/** What an attorney found in the case file goes before what the record says, and before what is presumed. */
function answered(readings: Readings, answers: ReadingSubject['answers']): Readings {
  const changed: Partial<Record<FactName, Reading>> = {};
  for (const name of FACT_NAMES) {
    const value = answers[name];
    if (value === undefined || !(DOMAINS[name] as readonly string[]).includes(value)) continue;
    changed[name] = known(value, [...readings[name].evidence, fact('answer', factValueWords(name, value))]);
  }
  return Object.keys(changed).length === 0 ? readings : ({ ...readings, ...changed } as Readings);
}

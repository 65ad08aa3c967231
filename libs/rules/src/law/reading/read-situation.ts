import { fact } from '../../engine/criterion';
import { factValueWords } from '../words';
import { DOMAINS, type FactName, type OffenceKind, type Situation } from '../situation';
import { readAge } from './age-at-offence';
import { ORIGIN, readAmount } from './amount';
import { readDoor } from './door';
import { readEra } from './era';
import { readForm, readReach, readSection } from './form-and-reach';
import { readGrade } from './grade';
import { readOffenceKind } from './offence-kind';
import { readPrior } from './priors';
import { known, type Reading, type Readings, type ReadingSubject } from './reading';

/**
 * Reads the facts of one conviction: what is known, what is presumed, what is a question. The priors are read when they are
 * first asked for: the provisions of most offences do not ask.
 */
export function readSituation(subject: ReadingSubject): Readings {
  return new SituationReadings(subject);
}

class SituationReadings implements Readings {
  readonly offence: Readings['offence'];
  readonly form: Readings['form'];
  readonly section: Readings['section'];
  readonly era: Readings['era'];
  readonly age: Readings['age'];
  readonly grade: Readings['grade'];
  readonly amount: Readings['amount'];
  readonly origin: Readings['origin'];
  readonly reach: Readings['reach'];
  readonly door: Readings['door'];
  private priorRead: Readings['prior'] | undefined = undefined;

  constructor(private readonly subject: ReadingSubject) {
    const offence = readOffenceKind(subject);
    const kinds = answeredKinds(offence, subject.answers);
    const form = readForm(subject);
    const section = readSection(subject);
    const door = readDoor(subject);
    this.offence = this.answered('offence', offence);
    this.form = this.answered('form', form);
    this.section = this.answered('section', section);
    this.era = this.answered('era', readEra(subject));
    this.age = this.answered('age', readAge(subject));
    this.grade = this.answered('grade', readGrade(subject, kinds));
    this.amount = this.answered('amount', readAmount(subject, kinds));
    this.origin = this.answered('origin', ORIGIN);
    this.reach = this.answered(
      'reach',
      readReach(subject, kinds, form.possible, section.possible[0] ?? 'named', door.possible),
    );
    this.door = this.answered('door', door);
  }

  get prior(): Readings['prior'] {
    return (this.priorRead ??= this.answered('prior', readPrior(this.subject)));
  }

  /** What an attorney found in the case file goes before what the record says, and before what is presumed. */
  private answered<Name extends FactName>(name: Name, reading: Reading<Situation[Name]>): Reading<Situation[Name]> {
    const answer = this.subject.answers[name];
    if (answer === undefined) return reading;
    const domain: readonly Situation[Name][] = DOMAINS[name];
    const value = domain.find((each) => each === answer);
    if (value === undefined) return reading;
    return known(value, () => [...reading.evidence(), fact('answer', factValueWords(name, value))]);
  }
}

/** The grade and the reach of what an attorney found the offence to be. */
function answeredKinds(
  { possible }: Readings['offence'],
  { offence }: ReadingSubject['answers'],
): readonly OffenceKind[] {
  const found = DOMAINS.offence.find((each) => each === offence);
  return found ? [found] : possible;
}

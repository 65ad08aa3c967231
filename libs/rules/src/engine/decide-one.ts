import { type DecidedConviction } from './determination';
import { decide, type Decision } from './decide';
import { type Subject } from './criterion';
import { type PreparedPolicy } from './prepare-policy';
import { type CaseFacts, type CaseNote, NO_CASE_FACTS } from './case-facts';
import { decideByStatute } from '../law/deciding/decide-by-statute';
import { basisOf } from '../law/reading/basis';
import { readSituation } from '../law/reading/read-situation';
import { prosecutionOf, referred } from './referral';
import { type RunFacts } from './policy';

const NO_ANSWERS = {};

/** What is known of a case beside the record, and the basis on which decisions about it stand. */
export interface Given {
  readonly facts: CaseFacts;
  readonly basis: () => string;
}

/** A decision, and under the statute what it stands on. */
export interface OneDecided extends Decision {
  readonly known?: Pick<DecidedConviction, 'basis' | 'caseNote'>;
  readonly given?: Given;
}

/**
 * One conviction in one record: under the statute with what is known of the case beside the record, else by the steps of a replay.
 *
 * @param county in capitals, without blanks around it
 * @param given what is known already, when the same conviction is decided in another reading of the sources
 * @param also what sources say beside the record, for the basis
 */
export function decideOne(
  prepared: PreparedPolicy,
  subject: Subject,
  county: string,
  run: Pick<RunFacts, 'cases' | 'everyBasis' | 'verdictsOnly'>,
  given?: Given,
  also = '',
): OneDecided {
  const { statute } = prepared.policy;
  const withFacts = run.verdictsOnly !== true;
  if (!statute) return decide(prepared, subject, withFacts);
  const { conviction, person, asOf } = subject;
  const readings = readSituation({ conviction, person, asOf, statute, unchallenged: false, answers: NO_ANSWERS });
  const basis = given?.basis ?? ((): string => basisOf(readings, also));
  const facts = given ? given.facts : run.cases?.of(person.history, conviction, basis);
  const prosecution = prosecutionOf(conviction, county, () =>
    facts?.answers?.grade === undefined
      ? readings.grade
      : readSituation({ conviction, person, asOf, statute, unchallenged: false, answers: facts.answers }).grade,
  );
  const prosecutor = prosecution.agency.agency;
  const determination = referred(
    decideByStatute(prepared, subject, facts ?? NO_CASE_FACTS, readings, withFacts),
    prosecution,
  );
  const known = facts && facts !== NO_CASE_FACTS ? { basis: basis(), caseNote: noteOf(facts) } : undefined;
  const standsOn = { facts: facts ?? NO_CASE_FACTS, basis };
  if (known) return { determination, prosecutor, known, given: standsOn };
  if (determination.questions.length === 0 && !run.everyBasis && also === '')
    return { determination, prosecutor, given: standsOn };
  return { determination, prosecutor, known: { basis: basis() }, given: standsOn };
}

function noteOf({ sources = [], answers: _answers, steps: _steps, ...facts }: CaseFacts): CaseNote {
  return { facts, sources };
}

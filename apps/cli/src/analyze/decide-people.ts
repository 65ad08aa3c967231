import { type PassedOver } from '@clearway/doj-bulk';
import { type History } from '@clearway/record';
import { type AnnotationRun, type TallyJson } from '@clearway/reports';
import { type CaseData, CaseFactsBook } from '@clearway/case-facts';
import { annotationsOf, type DecidedRows, DecidedTexts } from '@clearway/outputs';
import { type DecidedPerson, decidePerson, type Policy, preparePolicy, type RunFacts } from '@clearway/rules';
import { type PersonResult, type PersonWork } from './person-work';

/** Plain data: what decides people, and what is wanted of them. */
export interface DecideSettings {
  readonly policy: Policy;
  readonly county: string;
  readonly annotation: AnnotationRun;
  /** Papers or letters follow: people travel too. */
  readonly keepPeople: boolean;
  /** Names of the inputs by their index. */
  readonly fileNames: readonly string[];
  /** Facts of cases and decisions. */
  readonly cases?: CaseData;
}

/** What leaves the worker: rows of the files that are written as people come, and the person, without traces, when papers or letters follow. */
export interface KeptPerson extends DecidedRows {
  readonly person?: DecidedPerson;
}

/** Of traces the verdicts are written; facts are made when somebody asks for an explanation. */
export function writtenOf({ county, annotation: { asOf } }: Pick<DecideSettings, 'county' | 'annotation'>): RunFacts {
  return { county, asOf, verdictsOnly: true };
}

/** Decides with the rules library and counts; loaded by the workers of `analyzeFiles`. */
export function createPersonWork(settings: DecideSettings): PersonWork<KeptPerson, TallyJson> {
  const { policy, annotation, fileNames } = settings;
  const book = settings.cases && new CaseFactsBook(settings.cases);
  const run = { ...writtenOf(settings), quality: {}, ...(book ? { cases: book } : {}) };
  preparePolicy(policy);
  const texts = new DecidedTexts({ asOf: annotation.asOf, policy }, fileNames);
  return {
    decide(history: History, passedOver: PassedOver, file: number): PersonResult<KeptPerson> {
      const person = decidePerson(book ? book.corrected(history, run.asOf) : history, policy, run);
      texts.addHistory(history, passedOver, file);
      const rows = texts.add(person);
      const annotations = annotationsOf(person, annotation);
      // Letters must see everybody: only then is it known whether a SUBJECT_ID belongs to one person alone.
      if (settings.keepPeople) return { annotations, kept: { ...rows, person: withoutTraces(person) } };
      return person.convictions.length === 0 && rows.quality === '' ? { annotations } : { annotations, kept: rows };
    },
    tally: () => texts.tally(),
  };
}

/** Traces and defects are written by now and would be most of what travels between threads; papers and letters do not look at them. */
export function withoutTraces({ defects: _, keptTogether: __, ...person }: DecidedPerson): DecidedPerson {
  return {
    ...person,
    convictions: person.convictions.map((one) => ({ ...one, determination: { ...one.determination, trace: [] } })),
  };
}

import { annotationRun, annotationsOf, DecidedTexts, outputsRun, type OutputChoices } from '@clearway/outputs';
import { type CalendarDate, type History } from '@clearway/record';
import { annotationHeader, type FileCounts, type TallyJson } from '@clearway/reports';
import { decidePerson, type DecidedPerson } from '@clearway/rules';
import { type PersonWork } from '../analyze/person-work';

/** What a worker needs to decide people: plain data. */
export interface CountyWorkSettings {
  readonly county: string;
  readonly asOf: CalendarDate;
  /** Name of a preset, or a policy's text. */
  readonly policy: string;
  readonly files: readonly FileCounts[];
  readonly choices: OutputChoices;
  /** Papers or letters are drawn from people, so people have to leave the worker. */
  readonly keepsPeople: boolean;
}

/** What leaves the worker for each person of whom something is to be written. */
export interface KeptPerson {
  readonly review: string;
  readonly traces: string;
  readonly reviewRows: number;
  readonly traceRows: number;
  /** Without the traces, which are written already; absent unless `keepsPeople`. */
  readonly person?: DecidedPerson;
}

/** Loaded by the workers of `analyzeFiles`: decides a person and makes everything that is written of that person alone. */
export function createPersonWork(settings: CountyWorkSettings): PersonWork<KeptPerson, TallyJson> {
  const run = outputsRun(settings.county, settings.asOf, settings.policy, settings.files, settings.choices);
  const cells = annotationRun(run);
  const texts = new DecidedTexts(run, settings.files.map(({ name }) => name));
  const facts = { county: run.county, asOf: run.asOf };
  return {
    columns: { annotationHeader: annotationHeader(), withIdentityNumbers: settings.choices.withIdentityNumbers },
    decide(history: History) {
      const person = decidePerson(history, run.policy, facts);
      texts.addHistory(history);
      const rows = texts.add(person);
      const annotations = annotationsOf(person, cells);
      if (settings.keepsPeople) return { annotations, kept: { ...rows, person: withoutTraces(person) } };
      return rows.traceRows === 0 ? { annotations } : { annotations, kept: rows };
    },
    tally: () => texts.tally(),
  };
}

function withoutTraces(person: DecidedPerson): DecidedPerson {
  return { ...person, convictions: person.convictions.map((one) => ({ ...one, determination: { ...one.determination, trace: [] } })) };
}

import { type PassedOver } from '@clearway/doj-bulk';
import { CaseFactsBook } from '@clearway/case-facts';
import {
  annotationsOf,
  type CoveredYears,
  DecidedTexts,
  type SourceRows,
  SourceTexts,
  withNamedBy,
} from '@clearway/outputs';
import { MergedPeople, type MergedPeopleData } from '@clearway/population';
import { type History, type SourceFile } from '@clearway/record';
import { type FileCounts, type TallyJson } from '@clearway/reports';
import { type DecidedPerson, decidePerson, preparePolicy } from '@clearway/rules';
import { type DecideSettings, type KeptPerson, withoutTraces, writtenOf } from './decide-people';
import { type PersonResult, type PersonWork } from './person-work';

/** Plain data: beside what decides people, what other sources have of them. */
export interface DecideMixedSettings extends DecideSettings {
  readonly people: MergedPeopleData;
  /** All files of the run, those of the state first. */
  readonly files: readonly FileCounts[];
  readonly covered: readonly CoveredYears[];
  /** What each file is and covers, for the defects of records. */
  readonly sourceFiles: readonly SourceFile[];
}

export interface KeptMixedPerson extends KeptPerson {
  readonly sources: SourceRows;
}

/** `createPersonWork` of decide-people for a run with sources beside the state's files: histories are made whole before they are decided. */
export function createPersonWork(settings: DecideMixedSettings): PersonWork<KeptMixedPerson, TallyJson> {
  const { policy, annotation, files } = settings;
  const book = settings.cases && new CaseFactsBook(settings.cases);
  const run = {
    ...writtenOf(settings),
    quality: { files: settings.sourceFiles },
    ...(book ? { cases: book } : {}),
  };
  preparePolicy(policy);
  const texts = new DecidedTexts({ asOf: annotation.asOf, policy }, settings.fileNames);
  const sources = new SourceTexts(annotation, files, settings.covered);
  const merged = new MergedPeople(settings.people);
  const stateFiles = files.filter(({ source }) => !source).length;
  const decide = (history: History, passedOver?: PassedOver, file?: number): DecidedPerson => {
    texts.addHistory(history, passedOver, file);
    const corrected = book ? book.corrected(history, run.asOf) : history;
    return withNamedBy(decidePerson(corrected, policy, run), corrected, stateFiles);
  };
  const kept = (person: DecidedPerson): KeptMixedPerson | undefined => {
    const rows = texts.add(person);
    if (!settings.keepPeople && person.convictions.length === 0 && rows.quality === '') return undefined;
    return {
      ...rows,
      sources: sources.rowsOf(person),
      ...(settings.keepPeople ? { person: withoutTraces(person) } : {}),
    };
  };
  return {
    decide(history: History, passedOver: PassedOver, file: number): PersonResult<KeptMixedPerson> {
      const person = decide(merged.ofState(history), passedOver, file);
      const keeps = kept(person);
      // What stands in another source has no row among the state's.
      const annotations = annotationsOf(person, annotation).filter((each) => each.file < stateFiles);
      return keeps ? { annotations, kept: keeps } : { annotations };
    },
    decideOthers: (first, ids) => ids.map((id, index) => kept(decide(merged.ofOthers(first + index, id)))),
    tally: () => texts.tally(),
  };
}

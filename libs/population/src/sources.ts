import { type Population } from '@clearway/doj-bulk';
import { type ListedAs } from './done/listed-people';
import { type JoiningNumbers } from './joining/join-sources';
import { type SeenJoin, type SeenQuestion } from './joining/seen-pair';
import { type MergedPeopleData } from './people/merged-people';
import { type OtherFile } from './reading/other-file';
import { type SeenNote } from './reading/seen-note';

/** Everybody of a run's inputs, of whatever kind, each once. */
export interface Sources {
  /** The people who have rows in the state's files, under the numbering of all; they come first. */
  readonly state: Population;
  /** Inputs that are no state files; their indexes go on after those of the state. */
  readonly others: readonly OtherFile[];
  readonly people: number;
  /** Clearway's id of a person by number. */
  personId(person: number): string;
  /** Counties that any source names, upper case, sorted. */
  readonly counties: readonly string[];
  /** Absent where the inputs are state files only: there nobody has to be joined. */
  readonly joined?: {
    readonly people: MergedPeopleData;
    readonly counts: JoiningNumbers;
    /** Whom the people of `OpenSourcesOptions.listed` are found to be, in their order. */
    readonly listed: readonly ListedAs[];
    /** Whose the records are that decisions name, by their ids; what is not there waits. */
    readonly decidedRecords: ReadonlyMap<string, number>;
    /** Of each other file, people who have a row there. */
    readonly peopleByOther: readonly number[];
    /** Joins by likeness, the strongest first, then by decision, then by numbers. */
    joins(): Iterable<SeenJoin>;
    questions(): Iterable<SeenQuestion>;
    /** What should be looked at in the other files, in their order. */
    notes(): Iterable<SeenNote>;
  };
}

import { type History, mergeHistories, type RecordProblem } from '@clearway/record';
import { LineSpoolReader } from '../spool/line-spool';
import { PersonTable, type PersonTableData } from './person-table';

/** Somebody's open question: another record may be this person's. */
export const PERSON_ASKED = 1;

const ASKED: readonly RecordProblem[] = [{ code: 'possible-other-record' }];

/**
 * What the state's files do not have of people, in memory that threads share: plain data. Entries are the people of the state's files of
 * whom other sources have something or something is asked, then the people whom only other sources have, in their order.
 */
export interface MergedPeopleData {
  /** The spool of histories. */
  readonly path: string;
  /** Of the entries of people of the state's files. */
  readonly table: PersonTableData;
  readonly stateEntries: number;
  readonly entries: number;
  readonly flags: Uint8Array;
  /** Histories of an entry: `starts[entry]` up to `starts[entry + 1]`, in the order of the sources. */
  readonly starts: Uint32Array;
  readonly offsets: Float64Array;
  readonly lengths: Uint32Array;
  /** Places among `offsets` of histories whose CII is somebody else's by name and birth date. */
  readonly doubted: ReadonlySet<number>;
}

/** Makes one history of everything that the sources have of a person. */
export class MergedPeople {
  private readonly table: PersonTable;
  private readonly spool: LineSpoolReader;

  constructor(private readonly data: MergedPeopleData) {
    this.table = new PersonTable(data.table);
    this.spool = new LineSpoolReader(data.path);
  }

  /** The whole history of somebody of whom the state's files have this one. */
  ofState(history: History): History {
    const entry = this.table.find(history.person);
    if (entry < 0) return history;
    return this.merged(entry, history.person, [history]);
  }

  /** The history of somebody whom only other sources have, by number among them. */
  ofOthers(index: number, person: string): History {
    return this.merged(this.data.stateEntries + index, person, []);
  }

  close(): void {
    this.spool.close();
  }

  private merged(entry: number, person: string, first: readonly History[]): History {
    const { starts, offsets, lengths, flags, doubted } = this.data;
    const histories = [...first];
    for (let at = starts[entry]!; at < starts[entry + 1]!; at++) {
      const history = this.spool.read(offsets[at]!, lengths[at]!) as History;
      histories.push(doubted.has(at) ? withoutCii(history) : history);
    }
    return mergeHistories(
      person,
      histories,
      (flags[entry]! & PERSON_ASKED) === 0 ? {} : { incomplete: true, problems: ASKED },
    );
  }
}

/** Nothing that is known of the number's owner is said of this person: no address, no fact of a case, no paper under the number. */
function withoutCii(history: History): History {
  return { ...history, subjects: history.subjects.map((subject) => ({ ...subject, cii: '' })) };
}

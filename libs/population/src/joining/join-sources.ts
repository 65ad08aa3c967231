import { setImmediate } from 'node:timers/promises';
import { type JoinDecision, joinPeopleInTurns } from '@clearway/identity';
import { personIdOf } from '@clearway/record';
import { type ListedAs } from '../done/listed-people';
import { decidedRecords, joinedByDecision } from './decision-pairs';
import { numberPeople, type NumberedPeople } from './number-people';
import { type IdsOfRecords, personIds } from './person-ids';
import { type RecordSpool } from './record-spool';
import { type SeenJoin, seenNumberJoin, type SeenPair, seenPair, type SeenQuestion, seenRecord } from './seen-pair';

export interface JoinSources {
  /** The people of the state's files first, in their order; then the histories of the other files in theirs. */
  readonly records: RecordSpool;
  /** By index. */
  readonly fileNames: readonly string[];
  readonly decisions: readonly JoinDecision[];
  readonly onJoin: (join: SeenJoin) => void;
  readonly onQuestion: (question: SeenQuestion) => void;
  readonly signal?: AbortSignal;
  /** The share of the work that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Joining, without what is written of each join and question. */
const JOINING = 0.8;
/** Pairs that are written before whoever waits gets a turn. */
const PAIRS_A_TURN = 500;

/** What joining counted. */
export interface JoiningNumbers {
  readonly records: number;
  readonly people: number;
  /** People of whom there is more than one record. */
  readonly peopleJoined: number;
  readonly joinedByNumber: number;
  readonly joinedByLikeness: number;
  readonly joinedByDecision: number;
  readonly asked: number;
  /** People whose history is incomplete until a question is answered. */
  readonly peopleAsked: number;
  /** Of each file: records that are joined with another one, and questions about its records. */
  readonly byFile: readonly { readonly joined: number; readonly asked: number }[];
  readonly decisionsWaiting: number;
}

/** Who is who, numbered over all sources. */
export interface JoinedSources {
  readonly numbered: NumberedPeople;
  readonly personId: (person: number) => string;
  /** People of whom it is asked whether another record, which holds a conviction, is theirs. */
  readonly asked: ReadonlySet<number>;
  /** Histories of the other files, from 0, whose CII is somebody else's by name and birth date. */
  readonly doubted: readonly number[];
  readonly counts: JoiningNumbers;
  /** Whom the people of lists are found to be, in the order in which they were added. */
  readonly listed: readonly ListedAs[];
  /** Whose the records are that decisions name, by their ids. */
  readonly decidedRecords: ReadonlyMap<string, number>;
  /** People who have a row in a file that is no state file, by its index. */
  peopleOf(file: number): number;
}

/**
 * Joins the records of all sources into people; everything else that waits gets its turns. Throws what `joinPeople` throws, and the
 * signal's reason when it is aborted.
 */
export async function joinSources(options: JoinSources): Promise<JoinedSources> {
  const { records, fileNames, decisions, onJoin, onQuestion, signal, onProgress } = options;
  const joined = await joinPeopleInTurns(records.records(), {
    decisions,
    records: records.length,
    ...(signal ? { signal } : {}),
    onProgress: (share) => onProgress?.(share * JOINING),
  });
  const numbered = numberPeople({
    statePeople: records.statePeople,
    personOf: joined.personOf.subarray(0, records.length - records.listedPeople),
    hasCii: (record) => records.ciiOf(record) !== '',
    idOf: (record) => records.personOf(record),
  });
  const idOf = personIds(numbered, withoutDoubted(records, joined.doubted));
  // Whom only a list names is nobody of the run.
  const personId = (person: number): string => (person < numbered.people ? idOf(person) : '');
  const personOf = (record: number): number => joined.personOf[record]!;
  const seen = (record: number) => {
    const spooled = records.at(record);
    return seenRecord(
      spooled,
      fileNames[spooled.file] ?? '',
      personId(personOf(record)),
      records.convictionsOf(record),
    );
  };
  const pair = ([one, other]: readonly [number, number]): SeenPair =>
    seenPair(seen(one), seen(other), joined.evidence(one, other));
  const byNumber = joined.counts.records - joined.counts.units;
  const toWrite = joined.joins.length + joined.asks.length + byNumber;
  let written = 0;
  const turn = async (): Promise<void> => {
    if (++written % PAIRS_A_TURN !== 0) return;
    onProgress?.(JOINING + (1 - JOINING) * Math.min(1, written / toWrite));
    await setImmediate();
    signal?.throwIfAborted();
  };
  for (const { records: two } of joined.joins) {
    onJoin({ ...pair(two), by: 'model' });
    await turn();
  }
  const places = decidedRecords(records, decisions);
  const decided = joinedByDecision(places, decisions).filter(([one, other]) => personOf(one) === personOf(other));
  for (const two of decided) onJoin({ ...pair(two), by: 'decision' });
  for (const {
    records: [one, other],
    number,
  } of joined.numberJoins()) {
    onJoin(seenNumberJoin(seen(one), seen(other), number));
    await turn();
  }
  const asked = new Set<number>();
  const convictions = new Float64Array(joined.people);
  for (let record = 0; record < records.length; record++)
    convictions[personOf(record)]! += records.convictionsOf(record);
  const open = joined.asks.filter(({ records: [one, other] }) => personOf(one) !== personOf(other));
  for (const { records: two, why } of open) {
    const [one, other] = [personOf(two[0]), personOf(two[1])];
    if (convictions[other]! > 0) asked.add(one);
    if (convictions[one]! > 0) asked.add(other);
    onQuestion({ ...pair(two), why });
    await turn();
  }
  const members = new Uint32Array(joined.people);
  const own = joined.personOf.subarray(0, records.length - records.listedPeople);
  for (const person of own) members[person]!++;
  const people = peopleWithRows(records, own, fileNames.length);
  return {
    numbered,
    personId,
    asked,
    doubted: [...joined.doubted]
      .filter((record) => record >= records.statePeople)
      .map((record) => record - records.statePeople),
    listed: listedAs(records, joined.personOf, open, personId),
    decidedRecords: new Map([...places].map(([id, record]) => [id, personOf(record)])),
    peopleOf: (file) => people[file] ?? 0,
    counts: {
      // People of lists alone are left out: nobody decides anything about them.
      records: records.length - (joined.people - numbered.people),
      people: numbered.people,
      peopleJoined: members.reduce((sum, count) => sum + (count > 1 ? 1 : 0), 0),
      joinedByNumber: byNumber,
      joinedByLikeness: joined.joins.length,
      joinedByDecision: decided.length,
      asked: open.length,
      peopleAsked: asked.size,
      byFile: byFile(
        records,
        own,
        members,
        open.map((each) => each.records),
        fileNames.length,
      ),
      decisionsWaiting: joined.counts.decisionsWaiting,
    },
  };
}

/** A number that name and birth date contradict names nobody: the person's id is the record's own. */
function withoutDoubted(records: RecordSpool, doubted: ReadonlySet<number>): IdsOfRecords {
  return {
    ciiOf: (record) => (doubted.has(record) ? '' : records.ciiOf(record)),
    personOf: (record) =>
      doubted.has(record)
        ? personIdOf({ register: 'doubted number', key: records.at(record).record.id })
        : records.personOf(record),
  };
}

function listedAs(
  records: RecordSpool,
  personOf: Int32Array,
  open: readonly { readonly records: readonly [number, number] }[],
  personId: (person: number) => string,
): readonly ListedAs[] {
  const asked = new Set(open.flatMap((each) => each.records.map((record) => personOf[record])));
  const first = records.length - records.listedPeople;
  return Array.from({ length: records.listedPeople }, (_, i): ListedAs => {
    const person = personOf[first + i]!;
    return { person: personId(person), asked: asked.has(person) };
  });
}

function byFile(
  records: RecordSpool,
  personOf: Int32Array,
  members: Uint32Array,
  asks: readonly (readonly [number, number])[],
  files: number,
): JoiningNumbers['byFile'] {
  const counts = Array.from({ length: files }, () => ({ joined: 0, asked: 0 }));
  for (let record = 0; record < personOf.length; record++)
    if (members[personOf[record]!]! > 1) for (const file of records.filesOf(record)) counts[file]!.joined++;
  for (const pair of asks)
    for (const file of new Set(pair.flatMap((record) => records.filesOf(record)))) counts[file]!.asked++;
  return counts;
}

/** A record of a sheet without any count has no row. */
function peopleWithRows(records: RecordSpool, personOf: Int32Array, files: number): readonly number[] {
  const people = Array.from({ length: files }, () => new Set<number>());
  for (let record = records.statePeople; record < personOf.length; record++)
    if (records.hasRows(record)) for (const file of records.filesOf(record)) people[file]!.add(personOf[record]!);
  return people.map(({ size }) => size);
}

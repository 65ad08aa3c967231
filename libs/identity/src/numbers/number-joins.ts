import { isFullDate } from '@clearway/record';
import { type RecordTable } from '../table/record-table';
import { holdersOf, mayHoldTwo } from './doubted-numbers';

/** What is wrong with the numbers of some records; record numbers are places in the input. */
export interface IdentityProblem {
  readonly kind:
    | 'subject-with-two-ciis'
    | 'cii-with-two-birth-dates'
    | 'number-on-two-people'
    | 'ssn-on-two-people'
    | 'refused-within-one-number'
    | 'join-contradicts';
  readonly records: readonly number[];
}

export interface NumberJoins {
  /** The records of each unit, both in the order of record ids. */
  readonly groups: readonly (readonly number[])[];
  /** Groups, by place, whose CII is another group's too: name and birth date say that it is not theirs. */
  readonly doubted: ReadonlySet<number>;
  readonly sharedSsns: ReadonlySet<number>;
  readonly problems: readonly IdentityProblem[];
}

const SEVERAL = -1;

/**
 * Joins by numbers. The same CII is one person, unless name and birth date of a record that is not the state's both say clearly that
 * it is somebody else's. A SUBJECT_ID joins within its file only, and only where it has no two
 * CIIs; records of such a SUBJECT_ID without a CII stay alone. An SSN joins nothing. A number that joins two records which
 * a person refused to join joins none of its records: the model and people decide.
 */
export function joinByNumbers(
  records: RecordTable,
  refused: readonly (readonly [number, number])[],
  farYears: number,
): NumberJoins {
  const order = Array.from(records.ids.view().keys()).sort((a, b) => records.ids.at(a) - records.ids.at(b));
  const ciiOfSubject = ciisOfSubjects(records);
  const byKey = new Map<number, number[]>();
  const found: Group[] = [];
  const problems: IdentityProblem[] = [];
  for (const record of order) {
    const key = numberKey(records, record, ciiOfSubject);
    const known = key === 0 ? undefined : byKey.get(key);
    if (known !== undefined) known.push(record);
    else {
      const started = [record];
      if (key !== 0) byKey.set(key, started);
      found.push({ records: started, isDoubted: false });
    }
  }
  const held = found.flatMap((group) => apart(records, group, farYears, problems));
  const split = brokenByRefusals(held, refused, problems);
  if (split.length > found.length) split.sort((a, b) => records.ids.at(a.records[0]!) - records.ids.at(b.records[0]!));
  const groups = split.map((group) => group.records);
  problems.push(...subjectProblems(records, order, ciiOfSubject), ...birthProblems(records, groups));
  const { sharedSsns, ssnProblems } = sharedNumbers(records, order);
  const doubted = new Set(split.flatMap(({ isDoubted }, at) => (isDoubted ? [at] : [])));
  return { groups, doubted, sharedSsns, problems: [...problems, ...ssnProblems] };
}

/** Records that a number joins; `isDoubted`: their CII is somebody else's too. */
interface Group {
  readonly records: readonly number[];
  readonly isDoubted: boolean;
}

function apart(records: RecordTable, group: Group, farYears: number, problems: IdentityProblem[]): readonly Group[] {
  if (!mayHoldTwo(records, group.records) || !group.records.some((record) => records.cii.at(record) !== 0))
    return [group];
  const holders = holdersOf(records, group.records, farYears);
  if (holders.length === 1) return [group];
  problems.push({ kind: 'number-on-two-people', records: group.records });
  return holders.map((holder, at) => ({ records: holder.records, isDoubted: at > 0 }));
}

/** Groups that hold two records which somebody refused to join fall into single records. */
function brokenByRefusals(
  groups: readonly Group[],
  refused: readonly (readonly [number, number])[],
  problems: IdentityProblem[],
): Group[] {
  if (refused.length === 0) return [...groups];
  const groupOf = new Map<number, Group>();
  const named = new Set(refused.flat());
  for (const group of groups) for (const record of group.records) if (named.has(record)) groupOf.set(record, group);
  const broken = new Set(
    refused.flatMap(([one, other]) => {
      const group = groupOf.get(one);
      return group !== undefined && group === groupOf.get(other) ? [group] : [];
    }),
  );
  for (const group of broken) problems.push({ kind: 'refused-within-one-number', records: group.records });
  return groups.flatMap((group) =>
    broken.has(group) ? group.records.map((record) => ({ records: [record], isDoubted: group.isDoubted })) : [group],
  );
}

/** The one CII of each file's subject, or SEVERAL. */
function ciisOfSubjects(records: RecordTable): Map<number, number> {
  const ciis = new Map<number, number>();
  for (let record = 0; record < records.length; record++) {
    const [subject, cii] = [records.subject.at(record), records.cii.at(record)];
    if (subject === 0 || cii === 0) continue;
    const known = ciis.get(subject);
    ciis.set(subject, known === undefined || known === cii ? cii : SEVERAL);
  }
  return ciis;
}

/** Positive for a CII, negative for a subject of a file, 0 for a record that no number joins. */
function numberKey(records: RecordTable, record: number, ciiOfSubject: ReadonlyMap<number, number>): number {
  const [subject, cii] = [records.subject.at(record), records.cii.at(record)];
  if (cii !== 0 || subject === 0) return cii;
  const ofSubject = ciiOfSubject.get(subject);
  return ofSubject === undefined ? -subject : ofSubject === SEVERAL ? 0 : ofSubject;
}

function subjectProblems(
  records: RecordTable,
  order: readonly number[],
  ciiOfSubject: ReadonlyMap<number, number>,
): IdentityProblem[] {
  const members = new Map<number, number[]>();
  for (const record of order) {
    const subject = records.subject.at(record);
    if (subject === 0 || ciiOfSubject.get(subject) !== SEVERAL) continue;
    const known = members.get(subject);
    if (known === undefined) members.set(subject, [record]);
    else known.push(record);
  }
  return [...members.values()].map((group) => ({ kind: 'subject-with-two-ciis', records: group }));
}

function birthProblems(records: RecordTable, groups: readonly (readonly number[])[]): IdentityProblem[] {
  return groups
    .filter((group) => {
      let first = 0;
      for (const record of group) {
        for (let at = records.birthLists.start(record); at < records.birthLists.end(record); at++) {
          const birth = records.birthLists.item(at);
          if (!isFullDate(birth)) continue;
          if (first !== 0 && birth !== first) return records.cii.at(record) !== 0;
          first = birth;
        }
      }
      return false;
    })
    .map((group) => ({ kind: 'cii-with-two-birth-dates', records: group }));
}

/** SSN hashes on two CIIs: a problem, and no evidence for anything. */
function sharedNumbers(
  records: RecordTable,
  order: readonly number[],
): { sharedSsns: Set<number>; ssnProblems: IdentityProblem[] } {
  const ciiOf = new Map<number, number>();
  const sharedSsns = new Set<number>();
  for (const record of order) {
    const [ssn, cii] = [records.ssn.at(record), records.cii.at(record)];
    if (ssn === 0 || cii === 0) continue;
    const known = ciiOf.get(ssn);
    if (known !== undefined && known !== cii) sharedSsns.add(ssn);
    ciiOf.set(ssn, cii);
  }
  const members = new Map([...sharedSsns].map((ssn) => [ssn, [] as number[]]));
  for (const record of order) members.get(records.ssn.at(record))?.push(record);
  return {
    sharedSsns,
    ssnProblems: [...members.values()].map((group) => ({ kind: 'ssn-on-two-people', records: group })),
  };
}

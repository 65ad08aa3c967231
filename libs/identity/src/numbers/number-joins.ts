import { isFullDate } from '@clearway/record';
import { type RecordTable } from '../table/record-table';

/** What is wrong with the numbers of some records; record numbers are places in the input. */
export interface IdentityProblem {
  readonly kind:
    | 'subject-with-two-ciis'
    | 'cii-with-two-birth-dates'
    | 'ssn-on-two-people'
    | 'refused-within-one-number'
    | 'join-contradicts';
  readonly records: readonly number[];
}

export interface NumberJoins {
  /** The records of each unit, both in the order of record ids. */
  readonly groups: readonly (readonly number[])[];
  readonly sharedSsns: ReadonlySet<number>;
  readonly problems: readonly IdentityProblem[];
}

const SEVERAL = -1;

/**
 * Joins by numbers. The same CII is one person. A SUBJECT_ID joins within its file only, and only where it has no two
 * CIIs; records of such a SUBJECT_ID without a CII stay alone. An SSN joins nothing. A number that joins two records which
 * a person refused to join joins none of its records: the model and people decide.
 */
export function joinByNumbers(records: RecordTable, refused: readonly (readonly [number, number])[]): NumberJoins {
  const problems: IdentityProblem[] = [];
  const order = Array.from(records.ids.view().keys()).sort((a, b) => records.ids.at(a) - records.ids.at(b));
  const ciiOfSubject = ciisOfSubjects(records);
  const keys = new Float64Array(records.length);
  for (let record = 0; record < records.length; record++) keys[record] = numberKey(records, record, ciiOfSubject);
  const broken = new Set(
    refused.filter(([one, other]) => keys[one] === keys[other]).map(([one]) => keys[one] as number),
  );
  const groups: number[][] = [];
  const groupOfKey = new Map<number, number[]>();
  const brokenGroups = new Map<number, number[]>();
  for (const record of order) {
    const key = keys[record] as number;
    const group = key === 0 ? undefined : groupOfKey.get(key);
    if (broken.has(key)) {
      const apart = brokenGroups.get(key);
      if (apart === undefined) brokenGroups.set(key, [record]);
      else apart.push(record);
      groups.push([record]);
    } else if (group !== undefined) group.push(record);
    else {
      const started = [record];
      if (key !== 0) groupOfKey.set(key, started);
      groups.push(started);
    }
  }
  for (const group of brokenGroups.values()) problems.push({ kind: 'refused-within-one-number', records: group });
  problems.push(...subjectProblems(records, order, ciiOfSubject), ...birthProblems(records, groups));
  const { sharedSsns, ssnProblems } = sharedNumbers(records, order);
  return { groups, sharedSsns, problems: [...problems, ...ssnProblems] };
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

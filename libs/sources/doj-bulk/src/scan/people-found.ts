import { personIdOf } from '@clearway/record';
import { growingIndexes } from './growing-list';
import { PERSON_INCOMPLETE, PERSON_TWO_CIIS } from './population';

const NONE = -1;

/** Whose a rejected row is, as far as it says so; '' for what it does not say. */
interface RejectedOwner {
  readonly file: number;
  readonly subjectId: string;
  readonly cii: string;
}

interface SubjectFound {
  readonly file: number;
  readonly subjectId: string;
  /** Indexes of the CIIs that its rows carry; usually one. */
  readonly ciis: number[];
  rowsWithoutCii: boolean;
}

/**
 * Who the rows belong to. Same CII is one person over all files; a SUBJECT_ID without any CII is a person within one file
 * (files with the same bytes count as one); a SUBJECT_ID with two CIIs is two people, and rows of it that carry no CII go to
 * the first and leave both incomplete, for they can be the other's.
 */
export class PeopleFound {
  private readonly ciis: string[] = [];
  private readonly ciiIndex = new Map<string, number>();
  private readonly subjects: SubjectFound[] = [];
  private readonly subjectIndex: Map<string, number>[] = [];
  private readonly rejectedCiis = new Set<string>();
  private readonly rejectedSubjects: Set<string>[] = [];
  /** By CII, else by file and SUBJECT_ID. */
  private readonly rejectedOwners = new Map<string, RejectedOwner>();
  private readonly shas: string[] = [];
  private readonly personOfCii = growingIndexes();
  private readonly personOfSubject = growingIndexes();
  private readonly keys: ({ cii: number } | { subject: number })[] = [];

  /** A row that can be used; gives the subject and CII to keep with its run. */
  seen(file: number, subjectId: string, cii: string): { subject: number; cii: number } {
    const subject = this.subjectOf(file, subjectId);
    const found = this.subjects[subject]!;
    if (cii === '') {
      found.rowsWithoutCii = true;
      return { subject, cii: NONE };
    }
    let index = this.ciiIndex.get(cii);
    if (index === undefined) {
      index = this.ciis.push(cii) - 1;
      this.ciiIndex.set(cii, index);
    }
    if (!found.ciis.includes(index)) found.ciis.push(index);
    return { subject, cii: index };
  }

  /** A row that was rejected, as far as it says whose it was. */
  rejected(file: number, subjectId: string, cii: string): void {
    if (cii !== '') this.rejectedCiis.add(cii);
    if (subjectId !== '') (this.rejectedSubjects[file] ??= new Set()).add(subjectId);
    if (cii !== '' || subjectId !== '')
      this.rejectedOwners.set(cii === '' ? `${file} ${subjectId}` : cii, { file, subjectId, cii });
  }

  /** Everything was read: the hashes of the files are known. */
  close(shas: readonly string[]): void {
    this.shas.push(...shas);
    for (let index = 0; index < this.ciis.length; index++) this.personOfCii.push(NONE);
    for (let index = 0; index < this.subjects.length; index++) this.personOfSubject.push(NONE);
  }

  /** The number of the person to whom a run belongs; people are numbered as they are asked for. */
  personOf(subject: number, cii: number): number {
    const owner = cii !== NONE ? cii : (this.subjects[subject]!.ciis[0] ?? NONE);
    if (owner !== NONE) {
      const known = this.personOfCii.at(owner);
      if (known !== NONE) return known;
      const person = this.keys.push({ cii: owner }) - 1;
      this.personOfCii.view()[owner] = person;
      return person;
    }
    const original = this.originalOf(subject);
    const known = this.personOfSubject.at(original);
    if (known !== NONE) return known;
    const person = this.keys.push({ subject: original }) - 1;
    this.personOfSubject.view()[original] = person;
    return person;
  }

  get people(): number {
    return this.keys.length;
  }

  personId(person: number): string {
    const key = this.keys[person];
    if (!key) throw new RangeError('there is no such person in the population');
    if ('cii' in key) return personIdOf({ cii: this.ciis[key.cii]! });
    const { file, subjectId } = this.subjects[key.subject]!;
    return personIdOf({ fileSha256: this.shas[file]!, subjectId });
  }

  /** Sets what is to be known of people; gives how many people stand in rejected rows and nowhere else. */
  flag(flags: Uint8Array): number {
    for (const { ciis, rowsWithoutCii } of this.subjects) {
      if (ciis.length < 2) continue;
      for (const cii of ciis)
        this.mark(flags, this.personOfCii.at(cii), PERSON_TWO_CIIS | (rowsWithoutCii ? PERSON_INCOMPLETE : 0));
    }
    for (const cii of this.rejectedCiis) {
      const index = this.ciiIndex.get(cii);
      if (index !== undefined) this.mark(flags, this.personOfCii.at(index), PERSON_INCOMPLETE);
    }
    this.rejectedSubjects.forEach((subjectIds, file) => {
      for (const subjectId of subjectIds) {
        const index = this.subjectIndex[file]?.get(subjectId);
        if (index === undefined) continue;
        for (const cii of this.subjects[index]!.ciis) this.mark(flags, this.personOfCii.at(cii), PERSON_INCOMPLETE);
        if (this.subjects[index]!.ciis.length === 0) this.mark(flags, this.personOf(index, NONE), PERSON_INCOMPLETE);
      }
    });
    return [...this.rejectedOwners.values()].filter((owner) => !this.isElsewhere(owner)).length;
  }

  private isElsewhere({ file, subjectId, cii }: RejectedOwner): boolean {
    return this.ciiIndex.has(cii) || this.subjectIndex[file]?.has(subjectId) === true;
  }

  private mark(flags: Uint8Array, person: number, flag: number): void {
    if (person !== NONE) flags[person] = flags[person]! | flag;
  }

  private subjectOf(file: number, subjectId: string): number {
    const index = (this.subjectIndex[file] ??= new Map<string, number>());
    let subject = index.get(subjectId);
    if (subject === undefined) {
      subject = this.subjects.push({ file, subjectId, ciis: [], rowsWithoutCii: false }) - 1;
      index.set(subjectId, subject);
    }
    return subject;
  }

  /** The same subject in the first file with the same bytes. */
  private originalOf(subject: number): number {
    const { file, subjectId } = this.subjects[subject]!;
    const original = this.shas.indexOf(this.shas[file]!);
    return original === file ? subject : (this.subjectIndex[original]?.get(subjectId) ?? subject);
  }
}

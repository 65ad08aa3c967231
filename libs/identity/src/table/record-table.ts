import { type CaseNumber, type IdentityRecord, type IdentitySource } from '../record/identity-record';
import { caseKeys } from './case-key';
import { Interner, IntColumn, Lists, NumberColumn } from './columns';
import { A_TURN, allOf } from '../turns';
import { hashText } from './hash';
import { NameTable } from './name-table';

/** Two records came with one id: whoever reads files gave it twice. */
export class RepeatedRecordError extends Error {
  readonly code = 'identity.repeated-record';
  constructor() {
    super('two records have the same id: give each record of each file an id of its own');
    this.name = 'RepeatedRecordError';
  }
}

/** Whose word goes first about who has a number. */
export const SOURCES: readonly IdentitySource[] = ['state-file', 'rap-sheet', 'court-extract', 'done-list'];

/** All records as columns. Record `i` is the i-th that was added; the records themselves are not kept. */
export class RecordTable {
  readonly names = new NameTable();
  readonly ids = new NumberColumn();
  /** By place in `SOURCES`. */
  readonly source = new IntColumn();
  readonly cii = new IntColumn();
  readonly ssn = new IntColumn();
  /** File and subject key together; 0 without a subject key. */
  readonly subject = new IntColumn();
  /** 0 not said, 1 M, 2 F. */
  readonly sex = new IntColumn();
  readonly nameLists = new Lists();
  readonly birthLists = new Lists();
  readonly caseLists = new Lists();
  /** Of records of a court's extract: each case together with the file, which lists its defendants. */
  readonly listedCases = new Lists();
  private readonly ciis = new Interner();
  private readonly ssns = new Interner();
  private readonly subjects = new Interner();
  private readonly caseNumbers = new Interner();
  private readonly caseCores = new Interner();
  private readonly courts = new Interner();
  private readonly listings = new Interner();
  private readonly caseCore = new IntColumn();
  private readonly caseCourt = new IntColumn();

  constructor(records: Iterable<IdentityRecord> = []) {
    this.caseCore.push(0);
    this.caseCourt.push(0);
    allOf(this.fill(records));
  }

  /** Adds records; gives how many there are so far, now and then. Throws RepeatedRecordError at the end. */
  *fill(records: Iterable<IdentityRecord>): Generator<number, void> {
    for (const record of records) {
      this.add(record);
      if (this.length % A_TURN === 0) yield this.length;
    }
    const sorted = Float64Array.from(this.ids.view()).sort();
    for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) throw new RepeatedRecordError();
  }

  get length(): number {
    return this.ids.length;
  }

  /** The digits of a case number without zeros in front, within its court: what survives most ways of writing it. */
  coreOfCase(number: number): number {
    return this.caseCore.at(number);
  }

  courtOfCase(number: number): number {
    return this.caseCourt.at(number);
  }

  caseText(number: number): string {
    return this.caseNumbers.text(number).replace('\0', ' ').trim();
  }

  private add(record: IdentityRecord): void {
    this.ids.push(hashText(record.id));
    this.source.push(SOURCES.indexOf(record.source));
    this.cii.push(this.ciis.id(record.cii.trim()));
    this.ssn.push(this.ssns.id(record.ssnHash));
    this.subject.push(record.subject === '' ? 0 : this.subjects.id(`${record.file}\0${record.subject}`));
    this.sex.push(record.sex === 'M' ? 1 : record.sex === 'F' ? 2 : 0);
    const names = [...new Set(record.names.map((name) => this.names.add(name)))].filter((name) => name !== 0);
    if (names[0] !== undefined) this.names.count(names[0]);
    for (const name of names) this.nameLists.add(name);
    this.nameLists.close();
    for (const birth of new Set(record.births)) if (birth !== 0) this.birthLists.add(birth);
    this.birthLists.close();
    for (const number of new Set(record.cases.map((each) => this.caseNumber(each)))) {
      if (number === 0) continue;
      this.caseLists.add(number);
      if (record.source === 'court-extract') this.listedCases.add(this.listings.id(`${record.file}\0${number}`));
    }
    this.listedCases.close();
    this.caseLists.close();
  }

  private caseNumber(number: CaseNumber): number {
    const { court, full, core } = caseKeys(number);
    if (full === '') return 0;
    const before = this.caseNumbers.size;
    const id = this.caseNumbers.id(`${court}\0${full}`);
    if (id === before) {
      this.caseCore.push(core === '' ? 0 : this.caseCores.id(`${court}\0${core}`));
      this.caseCourt.push(this.courts.id(court));
    }
    return id;
  }
}

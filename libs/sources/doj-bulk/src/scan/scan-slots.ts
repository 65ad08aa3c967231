import { createHash, type Hash } from 'node:crypto';
import { type RecordLimits } from '../bytes/record-scan';
import { ROOM, ScanMemory, type SharedMemory } from '../bytes/scan-memory';
import { RowReader } from '../rows/row-reader';
import { findInStretch, type StretchFindings } from './stretch-findings';

/** What a scanning thread starts with: the buffers that go round, and the limits of a record. */
export interface ScanWorkerData {
  readonly memory: SharedMemory;
  /** How many read in it; every worker takes a number below that. */
  readonly readers: number;
  readonly slots: number;
  readonly slotBytes: number;
  readonly limits: RecordLimits;
}

/** What is in the bytes of a buffer that goes round? */
export interface FindJob {
  readonly kind: 'find';
  readonly slot: number;
  readonly from: number;
  readonly length: number;
  readonly final: boolean;
}

/** The first bytes of a buffer are what follows in the file. */
export interface HashJob {
  readonly kind: 'hash';
  readonly slot: number;
  readonly length: number;
}

/** The file has ended. */
export interface DigestJob {
  readonly kind: 'digest';
}

export type ScanJob = FindJob | HashJob | DigestJob;
export type ScanDone =
  | { readonly kind: 'found'; readonly findings: StretchFindings }
  | { readonly kind: 'hashed' }
  | { readonly kind: 'digested'; readonly sha256: string };

/** Threads that scan. */
export interface ScanCrew {
  readonly threads: number;
  /** Called once, before anything else. */
  begin(data: ScanWorkerData): void;
  /** Does a job, in a thread that `membersFor` names. */
  run(job: ScanJob): Promise<ScanDone>;
}

/** The threads `[first, end)` of which one does a job: hashes are made by the last one, so that they are made in order. */
export function membersFor(job: ScanJob, threads: number): readonly [first: number, end: number] {
  return [job.kind === 'find' ? 0 : threads - 1, threads];
}

/** The buffers of a memory that go round. */
export function slotsOf(memory: SharedMemory, slots: number, slotBytes: number, readers: number): Buffer[] {
  return Array.from({ length: slots }, (_, index) =>
    ScanMemory.part(memory, index * (slotBytes + ROOM), slotBytes, readers),
  );
}

/** Does the jobs of a scan, in a worker thread or in this one. */
export class ScanMember {
  private readonly bytes: readonly Buffer[];
  private readonly reader: RowReader;
  private readonly hash: StretchHash;

  /** `member`: which of the readers this thread is. */
  constructor({ memory, readers, slots, slotBytes, limits }: ScanWorkerData, member: number) {
    this.bytes = slotsOf(memory, slots, slotBytes, readers);
    this.reader = new RowReader(limits, new ScanMemory(memory, member));
    this.hash = new StretchHash(this.bytes);
  }

  do(job: ScanJob): ScanDone {
    if (job.kind !== 'find') return this.hash.do(job);
    const { slot, from, length, final } = job;
    return { kind: 'found', findings: findInStretch(this.reader, this.bytes[slot]!, from, length, final) };
  }
}

/** SHA-256 of the stretches of one file after the other. */
export class StretchHash {
  private hash: Hash = createHash('sha256');

  /** `bytes`: the buffers that go round. */
  constructor(private readonly bytes: readonly Buffer[]) {}

  do(job: HashJob | DigestJob): ScanDone {
    if (job.kind === 'hash') {
      this.hash.update(this.bytes[job.slot]!.subarray(0, job.length));
      return { kind: 'hashed' };
    }
    const sha256 = this.hash.digest('hex');
    this.hash = createHash('sha256');
    return { kind: 'digested', sha256 };
  }
}

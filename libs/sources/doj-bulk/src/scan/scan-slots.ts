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

export interface ScanJob {
  readonly slot: number;
  readonly from: number;
  readonly length: number;
  readonly final: boolean;
}

/** Threads that scan. */
export interface ScanCrew {
  readonly threads: number;
  /** Called once, before anything is to be found. */
  begin(data: ScanWorkerData): void;
  find(job: ScanJob): Promise<StretchFindings>;
}

/** The buffers of a memory that go round. */
export function slotsOf(memory: SharedMemory, slots: number, slotBytes: number, readers: number): Buffer[] {
  return Array.from({ length: slots }, (_, index) => ScanMemory.part(memory, index * (slotBytes + ROOM), slotBytes, readers));
}

/** Does the jobs of a scan, in a worker thread. */
export class StretchFinder {
  private readonly bytes: readonly Buffer[];
  private readonly reader: RowReader;

  /** `member`: which of the readers this thread is. */
  constructor({ memory, readers, slots, slotBytes, limits }: ScanWorkerData, member: number) {
    this.bytes = slotsOf(memory, slots, slotBytes, readers);
    this.reader = new RowReader(limits, new ScanMemory(memory, member));
  }

  find({ slot, from, length, final }: ScanJob): StretchFindings {
    return findInStretch(this.reader, this.bytes[slot]!, from, length, final);
  }
}

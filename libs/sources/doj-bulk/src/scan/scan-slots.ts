import { type RecordLimits } from '../bytes/record-scan';
import { ROOM, ScanMemory, type SharedMemory } from '../bytes/scan-memory';

/** What a scanning worker starts with: the buffers that go round, and the limits of a record. */
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

/** The buffers of a memory that go round. */
export function slotsOf(memory: SharedMemory, slots: number, slotBytes: number, readers: number): Buffer[] {
  return Array.from({ length: slots }, (_, index) => ScanMemory.part(memory, index * (slotBytes + ROOM), slotBytes, readers));
}

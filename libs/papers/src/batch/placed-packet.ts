import { type BatchFile, type BatchPacket } from '@clearway/court-exchange';
import { type Packet } from '../filing/filing-plan';
import { type IndexRow } from '../values/paper-given';

/** A packet whose files stand in the batch. */
export interface PlacedPacket {
  readonly packet: Packet;
  readonly entry: BatchPacket;
  /** Path of the order within the batch. */
  readonly orderFile: string;
  readonly index: readonly IndexRow[];
}

/** Files of a batch sorted by path, as its manifest lists them. */
export function byPath(a: Pick<BatchFile, 'path'>, b: Pick<BatchFile, 'path'>): number {
  return a.path < b.path ? -1 : 1;
}

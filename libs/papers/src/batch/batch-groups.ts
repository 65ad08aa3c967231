import { type CourtFiling } from '../courts/court-profile';
import { type Packet } from '../filing/filing-plan';
import { volumeGroups } from './volumes';

/** Packets of a batch that are handed to a thread together. */
export interface DrawGroup {
  readonly how: 'files' | 'volume';
  readonly packets: readonly Packet[];
}

/** Lines and packets of a job: small enough that threads share the work evenly and little waits in memory. */
const LINES = 400;
const PACKETS = 48;

/** Cuts a batch into the groups that are drawn one after the other, in its order. */
export function* drawGroups(packets: readonly Packet[], { delivery }: CourtFiling): Generator<DrawGroup> {
  if (delivery === 'volumes') {
    for (const group of volumeGroups(packets)) yield { how: 'volume', packets: group };
    return;
  }
  let group: Packet[] = [];
  let lines = 0;
  for (const packet of packets) {
    group.push(packet);
    lines += packet.lines.length;
    if (lines < LINES && group.length < PACKETS) continue;
    yield { how: 'files', packets: group };
    group = [];
    lines = 0;
  }
  if (group.length > 0) yield { how: 'files', packets: group };
}

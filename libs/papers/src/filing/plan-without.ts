import { type CourtUpdateRow } from '@clearway/court-exchange';
import { unfiledLine } from '../court-data/cannot-file';
import { updateRow } from '../batch/update-rows';
import { type FilingBatch, type FilingPlan, type Packet, type UnfiledLine } from './filing-plan';
import { packetId } from './group-drafts';
import { byPlaceInFile } from './filing-planner';

/** What is known of the lines of a batch from batches that were released before. */
export interface FiledLines {
  /** Lines that stand in another batch and are not filed again, by ref: which one and how they stand there. */
  readonly left: ReadonlyMap<string, string>;
  /** Further lines that another batch has or had, and that are filed again. */
  readonly again: ReadonlySet<string>;
  /** The released batch that this one corrects, or ''. */
  readonly corrects: string;
  /** All batches that have lines of it. */
  readonly batches: readonly string[];
}

/**
 * A plan without the lines that were filed before; they are listed with the reason `already-filed`. A packet of which another batch has
 * lines gets a number of its own, because packet and number of a line name it for ever.
 */
export function planWithout(
  plan: FilingPlan,
  filed: (batch: FilingBatch, rows: readonly CourtUpdateRow[]) => FiledLines,
): FilingPlan {
  const unfiled: UnfiledLine[] = [...plan.unfiled];
  const batches = plan.batches.flatMap((batch): readonly FilingBatch[] => {
    const rows = batch.packets.flatMap((packet) => packet.lines.map((line) => updateRow(packet, line, '')));
    const known = filed(batch, rows);
    if (known.left.size === 0 && known.again.size === 0) return [batch];
    const packets = batch.packets.flatMap((packet) => withoutFiled(packet, known, unfiled));
    if (packets.length === 0) return [];
    return [{ ...batch, packets, ...(known.corrects === '' ? {} : { corrects: known.corrects }) }];
  });
  unfiled.sort(byPlaceInFile);
  return { ...plan, batches, packets: batches.flatMap(({ packets }) => packets), unfiled };
}

function withoutFiled(packet: Packet, known: FiledLines, unfiled: UnfiledLine[]): readonly Packet[] {
  const refOf = ({ line }: Packet['lines'][number]): string => `${packet.id}-${line}`;
  const lines = packet.lines.filter((line) => {
    const detail = known.left.get(refOf(line));
    if (detail !== undefined) unfiled.push(unfiledLine(packet, line, 'already-filed', detail));
    return detail === undefined;
  });
  if (lines.length === 0) return [];
  if (lines.length === packet.lines.length && !lines.some((line) => known.again.has(refOf(line)))) return [packet];
  const id = packetId(`${packet.id}\nafter ${[...known.batches].sort().join(' ')}`);
  return [{ ...packet, id, lines: lines.map((line, i) => ({ ...line, line: i + 1 })) }];
}

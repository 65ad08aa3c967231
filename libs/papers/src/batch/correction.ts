import { type BatchManifest, type CourtUpdate, type CourtUpdateRow } from '@clearway/court-exchange';
import { type FilingBatch, type Packet } from '../filing/filing-plan';
import { packetId } from '../filing/group-drafts';
import { updateRow } from './update-rows';

/** A batch that was released: it never changes. */
export interface ReleasedBatch {
  readonly manifest: BatchManifest;
  readonly update: CourtUpdate;
}

export interface Correction {
  /** Only the lines that differ from what was released; absent when none does. Assemble it with `corrects`. */
  readonly batch?: FilingBatch;
  /** The batch that it names: the one released last. */
  readonly corrects: string;
  /** Rows that were released and are not filed any more: the court is told, no paper asks for them. */
  readonly withdrawn: readonly CourtUpdateRow[];
}

/**
 * What differs between a batch as it would be made today and what was released before, the first batch and its corrections in their
 * order. A line is the same when everything that the court was told of it is.
 */
export function correctionOf(batch: FilingBatch, released: readonly [ReleasedBatch, ...ReleasedBatch[]]): Correction {
  const told = new Map<string, CourtUpdateRow>();
  for (const { update } of released) for (const row of update.rows) told.set(toldOf(row), row);
  const corrects = (released[released.length - 1] as ReleasedBatch).manifest.batch;
  const still = new Set<string>();
  const packets = batch.packets.flatMap((packet): readonly Packet[] => {
    const lines = packet.lines.filter((line) => {
      const key = toldOf(updateRow(packet, line, ''));
      still.add(key);
      return !told.has(key);
    });
    if (lines.length === 0) return [];
    const numbered = lines.map((line, i) => ({ ...line, line: i + 1 }));
    return [{ ...packet, id: packetId(`${packet.id}\ncorrects ${corrects}`), lines: numbered }];
  });
  const withdrawn = [...told].filter(([key]) => !still.has(key)).map(([, row]) => row);
  return { corrects, withdrawn, ...(packets.length === 0 ? {} : { batch: { ...batch, packets } }) };
}

/** What the court is told of a line, whatever packet and number it stands under. */
function toldOf({
  packet: _packet,
  line: _line,
  ref: _ref,
  orderFile: _file,
  matchKeys,
  ...row
}: CourtUpdateRow): string {
  return JSON.stringify([Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)), matchKeys.cii]);
}

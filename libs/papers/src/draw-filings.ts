import { createHash } from 'node:crypto';
import { type BatchManifest } from '@clearway/court-exchange';
import { csvRow, safeCell } from '@clearway/spreadsheets';
import { assembleBatch, type AssembleOptions } from './batch/assemble-batch';
import { type FilingSink } from './batch/filing-sink';
import { type PacketRecord } from './batch/packet-record';
import { cannotFileCsv, heldBackLines } from './court-data/cannot-file';
import { courtUpdateCsv, courtUpdateTotalsCsv } from './court-data/court-update';
import { DrawingCancelledError } from './errors';
import { type FilingOptions } from './filing/filing-options';
import {
  caseNumberOfRecord,
  type FilingPlan,
  type GrantableRelief,
  type Packet,
  type UnfiledLine,
  type UnfiledReason,
} from './filing/filing-plan';
import { faultWords } from './packet/packet-fault';

export interface DrawingControl extends Pick<AssembleOptions, 'hands' | 'earlier' | 'forms'> {
  readonly signal?: AbortSignal;
  /** Lines drawn so far and in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Numbers of a filing, for the tie-out: `linesFiled + linesUnfiled` is every conviction with relief to file. */
export interface FilingCounts {
  /** Batches with something in them; what their manifests say adds up to the numbers below. */
  readonly batches: number;
  /** Of them, those of courts whose profile nobody has confirmed with the court. */
  readonly batchesNotConfirmed: number;
  readonly packets: number;
  readonly packetsHeldBack: number;
  /** Packets whose files were taken from an earlier batch. */
  readonly packetsReused: number;
  /** Of papers: without index and data. */
  readonly files: number;
  readonly pages: number;
  readonly linesFiled: number;
  /** The same, counted by the manifests. */
  readonly linesInBatches: number;
  readonly packetsInBatches: number;
  readonly linesUnfiled: number;
  /** Distinct court and case number among the lines filed. */
  readonly casesFiled: number;
  readonly peopleFiled: number;
  readonly byRelief: Readonly<Partial<Record<GrantableRelief, number>>>;
  readonly unfiledByReason: Readonly<Partial<Record<UnfiledReason, number>>>;
}

export interface FilingResult {
  /** In the order of the plan. */
  readonly batches: readonly { readonly folder: string; readonly manifest: BatchManifest }[];
  readonly packets: readonly PacketRecord[];
  readonly counts: FilingCounts;
}

/**
 * Draws every packet of a plan, reads it back and hands it to the sink, batch by batch; a packet that differs from what was
 * meant is left out with its reason, and the others go on. Ends with the data files of the run. Makes the same files in the
 * same order every time.
 * @throws DrawingCancelledError when `signal` is aborted.
 */
export async function drawFilings(
  plan: FilingPlan,
  options: FilingOptions,
  sink: FilingSink,
  control: DrawingControl = {},
): Promise<FilingResult> {
  const total = plan.packets.reduce((sum, packet) => sum + packet.lines.length, 0);
  const check = (): void => {
    if (control.signal?.aborted) throw new DrawingCancelledError();
  };
  const { hands, earlier, forms } = control;
  const given = { ...(hands ? { hands } : {}), ...(earlier ? { earlier } : {}), ...(forms ? { forms } : {}) };
  const batches: { folder: string; manifest: BatchManifest }[] = [];
  const records: PacketRecord[] = [];
  let done = 0;
  let reused = 0;
  let notConfirmed = 0;
  const onLines = (lines: number): void => {
    done += lines;
    control.onProgress?.(done, total);
  };
  for (const batch of plan.batches) {
    check();
    const made = await assembleBatch(batch, options, sink, { ...given, watch: { check }, onLines });
    records.push(...made.packets);
    reused += made.reused;
    if (!made.manifest) continue;
    batches.push({ folder: batch.folder, manifest: made.manifest });
    if (!batch.profile.confirmed) notConfirmed += 1;
  }
  check();
  return finish(plan, sink, batches, records, { packetsReused: reused, batchesNotConfirmed: notConfirmed });
}

/** `court_update.csv`, `court_update_totals.csv`, `cannot_file.csv` and `packets.csv` of the run, and the numbers. */
async function finish(
  plan: FilingPlan,
  sink: FilingSink,
  batches: FilingResult['batches'],
  records: readonly PacketRecord[],
  counted: Pick<FilingCounts, 'packetsReused' | 'batchesNotConfirmed'>,
): Promise<FilingResult> {
  // Records come in the order of the plan's packets.
  const of = (i: number): PacketRecord => records[i] as PacketRecord;
  const released = plan.packets.filter((_, i) => of(i).released);
  const orders = new Map(records.filter((each) => each.released).map(({ packet, orderFile }) => [packet, orderFile]));
  const held = plan.packets.flatMap((packet, i) =>
    of(i).released ? [] : heldBackLines(packet, faultWords(of(i).faults)),
  );
  const unfiled = [...plan.unfiled, ...held];
  const update = Buffer.from(courtUpdateCsv(released, orders));
  await sink.write('court_update.csv', update);
  await sink.write(
    'court_update_totals.csv',
    Buffer.from(courtUpdateTotalsCsv(released, createHash('sha256').update(update).digest('hex'))),
  );
  await sink.write('cannot_file.csv', Buffer.from(cannotFileCsv(unfiled)));
  await sink.write('packets.csv', Buffer.from(packetsCsv(records)));
  return { batches, packets: records, counts: { ...countsOf(batches, records, released, unfiled), ...counted } };
}

function packetsCsv(packets: readonly PacketRecord[]): string {
  const header = [
    'packet',
    'courthouse',
    'prosecuting_agency',
    'folder',
    'released',
    'lines',
    'cases',
    'defendants',
    'pages',
    'file',
    'file_pages',
    'bytes',
    'sha256',
    'fault',
  ];
  const rows = packets.flatMap((record) => {
    const own = [
      record.packet,
      record.courthouse,
      record.agency,
      record.folder,
      record.released ? 'yes' : 'no',
      ...[record.lines, record.cases, record.people, record.pages].map(String),
    ];
    if (!record.released) return [[...own, '', '', '', '', faultWords(record.faults)]];
    return record.files.map((file) => [...own, file.path, String(file.pages), String(file.bytes), file.sha256, '']);
  });
  return [header, ...rows].map((cells) => csvRow(cells.map(safeCell))).join('');
}

function countsOf(
  batches: FilingResult['batches'],
  packets: readonly PacketRecord[],
  released: readonly Packet[],
  unfiled: readonly UnfiledLine[],
): Omit<FilingCounts, 'packetsReused' | 'batchesNotConfirmed'> {
  const byRelief: Partial<Record<GrantableRelief, number>> = {};
  const cases = new Set<string>();
  const people = new Set<string>();
  let lines = 0;
  for (const packet of released) {
    lines += packet.lines.length;
    for (const line of packet.lines) {
      byRelief[line.relief] = (byRelief[line.relief] ?? 0) + 1;
      cases.add(`${line.courtOfRecord}\n${caseNumberOfRecord(line)}`);
      people.add(line.person);
    }
  }
  const unfiledByReason: Partial<Record<UnfiledReason, number>> = {};
  for (const { reason } of unfiled) unfiledByReason[reason] = (unfiledByReason[reason] ?? 0) + 1;
  const sum = (of: (totals: BatchManifest['totals']) => number): number =>
    batches.reduce((all, { manifest }) => all + of(manifest.totals), 0);
  return {
    batches: batches.length,
    packets: released.length,
    packetsHeldBack: packets.length - released.length,
    files: sum(({ files }) => files),
    pages: sum(({ pages }) => pages),
    linesFiled: lines,
    linesInBatches: sum((totals) => totals.lines),
    packetsInBatches: sum((totals) => totals.packets),
    linesUnfiled: unfiled.length,
    casesFiled: cases.size,
    peopleFiled: people.size,
    byRelief,
    unfiledByReason,
  };
}

import { createHash } from 'node:crypto';
import { csvRow, safeCell } from '@clearway/spreadsheets';
import { cannotFileCsv, heldBackLines } from './court-data/cannot-file';
import { courtUpdateCsv, courtUpdateTotalsCsv } from './court-data/court-update';
import { drawPacket, type DrawnPacket, type PacketFault } from './draw-packet';
import { DrawingCancelledError } from './errors';
import { type FilingPlan, type GrantableRelief, type Packet, type UnfiledLine, type UnfiledReason } from './filing/filing-plan';
import { type FilingOptions } from './filing/filing-options';

/** Takes finished files; a path is given once. */
export interface FilingSink {
  write(path: string, bytes: Uint8Array): void | Promise<void>;
}

export interface DrawingControl {
  readonly signal?: AbortSignal;
  /** Lines drawn so far and in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What became of a packet. */
export interface PacketRecord {
  readonly packet: string;
  readonly courthouse: string;
  readonly agency: string;
  readonly folder: string;
  readonly released: boolean;
  readonly lines: number;
  readonly cases: number;
  readonly people: number;
  readonly pages: number;
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: number; readonly pages: number }[];
  readonly faults: readonly PacketFault[];
}

/** Numbers of a filing, for the tie-out: `linesFiled + linesUnfiled` is every conviction with relief to file. */
export interface FilingCounts {
  readonly packets: number;
  readonly packetsHeldBack: number;
  readonly files: number;
  readonly pages: number;
  readonly linesFiled: number;
  readonly linesUnfiled: number;
  /** Distinct court and case number among the lines filed. */
  readonly casesFiled: number;
  readonly peopleFiled: number;
  readonly byRelief: Readonly<Partial<Record<GrantableRelief, number>>>;
  readonly unfiledByReason: Readonly<Partial<Record<UnfiledReason, number>>>;
}

export interface FilingResult {
  readonly packets: readonly PacketRecord[];
  readonly counts: FilingCounts;
}

/** Collects drawn packets, in any order, and writes the data files that belong to those that were released. */
export class FilingLedger {
  private readonly records = new Map<string, PacketRecord>();
  private readonly faulty = new Map<string, readonly PacketFault[]>();

  constructor(private readonly plan: FilingPlan) {}

  note(drawn: DrawnPacket): void {
    const { packet } = drawn;
    const files = drawn.released ? drawn.files.map(({ path, sha256, bytes, pages }) => ({ path, sha256, bytes: bytes.length, pages })) : [];
    const faults = drawn.released ? [] : drawn.faults;
    if (!drawn.released) this.faulty.set(packet.id, faults);
    this.records.set(packet.id, {
      packet: packet.id,
      courthouse: packet.courthouse.name,
      agency: packet.agency,
      folder: packet.folder,
      released: drawn.released,
      lines: packet.lines.length,
      cases: new Set(packet.lines.map((line) => line.caseNumber)).size,
      people: new Set(packet.lines.map((line) => line.person)).size,
      pages: files.reduce((sum, file) => sum + file.pages, 0),
      files,
      faults,
    });
  }

  /** `court_update.csv`, `court_update_totals.csv`, `cannot_file.csv` and `packets.csv`, and the numbers. */
  async finish(sink: FilingSink): Promise<FilingResult> {
    const released = this.plan.packets.filter(({ id }) => this.records.get(id)?.released === true);
    const unfiled = [...this.plan.unfiled, ...this.plan.packets.flatMap((packet) => this.linesHeldBack(packet))];
    const update = Buffer.from(courtUpdateCsv(released));
    const packets = this.plan.packets.map(({ id }) => this.records.get(id)).filter((record) => record !== undefined);
    await sink.write('court_update.csv', update);
    await sink.write('court_update_totals.csv', Buffer.from(courtUpdateTotalsCsv(released, createHash('sha256').update(update).digest('hex'))));
    await sink.write('cannot_file.csv', Buffer.from(cannotFileCsv(unfiled)));
    await sink.write('packets.csv', Buffer.from(packetsCsv(packets)));
    return { packets, counts: countsOf(packets, released, unfiled) };
  }

  private linesHeldBack(packet: Packet): readonly UnfiledLine[] {
    const faults = this.faulty.get(packet.id);
    return faults === undefined ? [] : heldBackLines(packet, faultWords(faults));
  }
}

/**
 * Draws every packet of a plan, reads it back and hands it to the sink, one packet at a time; a packet that differs from what was
 * meant is left out with its reason, and the others go on. Ends with the data files. Makes the same files in the
 * same order every time.
 * @throws DrawingCancelledError when `signal` is aborted.
 */
export async function drawFilings(plan: FilingPlan, options: FilingOptions, sink: FilingSink, control: DrawingControl = {}): Promise<FilingResult> {
  const ledger = new FilingLedger(plan);
  const total = plan.packets.reduce((sum, packet) => sum + packet.lines.length, 0);
  const check = (): void => {
    if (control.signal?.aborted) throw new DrawingCancelledError();
  };
  let done = 0;
  let sincePause = 0;
  for (const packet of plan.packets) {
    check();
    const drawn = drawPacket(packet, options, { check });
    ledger.note(drawn);
    if (drawn.released) for (const file of drawn.files) await sink.write(file.path, file.bytes);
    done += packet.lines.length;
    sincePause += packet.lines.length + 10;
    control.onProgress?.(done, total);
    if (sincePause > 500) {
      sincePause = 0;
      await new Promise((resume) => setImmediate(resume));
    }
  }
  check();
  return ledger.finish(sink);
}

function faultWords(faults: readonly PacketFault[]): string {
  return faults.map(({ paper, kind, page, detail }) => [paper, kind, page > 0 ? `page ${page}` : '', detail].filter((part) => part !== '').join(' ')).join('; ');
}

function packetsCsv(packets: readonly PacketRecord[]): string {
  const header = ['packet', 'courthouse', 'prosecuting_agency', 'folder', 'released', 'lines', 'cases', 'defendants', 'pages', 'file', 'file_pages', 'bytes', 'sha256', 'fault'];
  const rows = packets.flatMap((record) => {
    const own = [record.packet, record.courthouse, record.agency, record.folder, record.released ? 'yes' : 'no', ...[record.lines, record.cases, record.people, record.pages].map(String)];
    if (!record.released) return [[...own, '', '', '', '', faultWords(record.faults)]];
    return record.files.map((file) => [...own, file.path, String(file.pages), String(file.bytes), file.sha256, '']);
  });
  return [header, ...rows].map((cells) => csvRow(cells.map(safeCell))).join('');
}

function countsOf(packets: readonly PacketRecord[], released: readonly Packet[], unfiled: readonly UnfiledLine[]): FilingCounts {
  const lines = released.flatMap((packet) => packet.lines);
  const byRelief: Partial<Record<GrantableRelief, number>> = {};
  for (const { relief } of lines) byRelief[relief] = (byRelief[relief] ?? 0) + 1;
  const unfiledByReason: Partial<Record<UnfiledReason, number>> = {};
  for (const { reason } of unfiled) unfiledByReason[reason] = (unfiledByReason[reason] ?? 0) + 1;
  return {
    packets: released.length,
    packetsHeldBack: packets.length - released.length,
    files: packets.reduce((sum, { files }) => sum + files.length, 0),
    pages: packets.reduce((sum, { pages }) => sum + pages, 0),
    linesFiled: lines.length,
    linesUnfiled: unfiled.length,
    casesFiled: new Set(released.flatMap((packet) => packet.lines.map((line) => `${packet.courthouse.name}\n${line.caseNumber}`))).size,
    peopleFiled: new Set(lines.map((line) => line.person)).size,
    byRelief,
    unfiledByReason,
  };
}

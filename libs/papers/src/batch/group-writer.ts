import { type BatchFile } from '@clearway/court-exchange';
import { type FilingBatch, type Packet } from '../filing/filing-plan';
import { type DrawJobResult } from '../hands/draw-job';
import { type LinePlace, type PaperFile, type ReleasedPacket } from '../packet/packet-drawing';
import { byPath, type PlacedPacket } from './placed-packet';
import { type DrawGroup } from './batch-groups';
import { type IndexRow } from '../values/paper-given';
import { firstLines, shownName } from './batch-index';
import { type EarlierFiles, type FoundFiles } from './earlier-batches';
import { type FilingSink } from './filing-sink';
import { formVolumeName } from './form-volumes';
import { packetRecord, type PacketRecord } from './packet-record';

export interface GroupOutcome {
  readonly records: readonly PacketRecord[];
  readonly reused: number;
}

/** A packet's files as they are written, wherever they come from. */
interface ReadyPacket {
  readonly packet: Packet;
  readonly listSha256: string;
  readonly files: readonly BatchFile[];
  /** Where each case of the packet is found. */
  readonly places: readonly LinePlace[];
  readonly pages: number;
}

/** Writes the files of groups of packets one after the other, and keeps what index and manifest need. */
export class GroupWriter {
  readonly placed: PlacedPacket[] = [];
  readonly files: BatchFile[] = [];
  /** How many joined files there are by form; '' stands for Clearway's own papers. */
  private readonly joined = new Map<string, number>();

  constructor(
    private readonly batch: FilingBatch,
    private readonly sink: FilingSink,
    private readonly inputs: ReadonlyMap<string, string>,
    private readonly earlier: EarlierFiles,
    private readonly onPackets: (packets: readonly Packet[]) => void,
  ) {}

  /** @param draw draws packets whose earlier files turn out to be gone */
  async write(
    group: DrawGroup,
    found: ReadonlyMap<string, FoundFiles>,
    drawn: DrawJobResult | undefined,
    draw: (packets: readonly Packet[]) => DrawJobResult,
  ): Promise<GroupOutcome> {
    if (group.how === 'volume') {
      const [before] = found.values();
      const taken = before && (await this.takeVolumes(group.packets, before));
      const records = taken ?? (await this.writeVolumes(group.packets, drawn ?? draw(group.packets)));
      this.onPackets(group.packets);
      return { records, reused: taken?.length ?? 0 };
    }
    const records: PacketRecord[] = [];
    let reused = 0;
    for (const packet of group.packets) {
      const before = found.get(packet.id);
      const taken = before && (await this.takePacket(packet, before));
      if (taken) {
        records.push(taken);
        reused += 1;
      } else records.push(await this.writePacket(packet, before ? draw([packet]) : (drawn as DrawJobResult)));
      this.onPackets([packet]);
    }
    return { records, reused };
  }

  private async writePacket(packet: Packet, { drawn }: DrawJobResult): Promise<PacketRecord> {
    const result = drawn.find((each) => each.packet.id === packet.id);
    if (!result?.released)
      return packetRecord(packet, {
        released: false,
        pages: 0,
        files: [],
        orderFile: '',
        faults: result?.faults ?? [],
      });
    const files: BatchFile[] = [];
    for (const file of result.files) files.push(await this.put(file, [packet.id]));
    const order = orderOf(files);
    const places = packet.kind === 'bulk' ? placesOf(packet, result, this.batch) : [{ path: order, page: 1 }];
    return this.place({ packet, listSha256: result.listSha256, files, places, pages: pagesOf(files) }, order);
  }

  private async writeVolumes(
    packets: readonly Packet[],
    { drawn, volumes }: DrawJobResult,
  ): Promise<readonly PacketRecord[]> {
    const joined = new Map<string, { readonly file: BatchFile; readonly start: number; readonly pages: number }[]>();
    for (const volume of volumes) {
      const { form, bytes, sha256, pages, starts } = volume;
      const path = `${this.batch.folder}/${this.joinedName(form)}`;
      const kind = form === '' ? 'volume' : 'court-form';
      const file = await this.put({ path, kind, bytes, sha256, pages, public: true }, volume.packets);
      volume.packets.forEach((id, i) => {
        const start = starts[i] ?? 1;
        const own = { file, start, pages: (starts[i + 1] ?? pages + 1) - start };
        joined.set(id, [...(joined.get(id) ?? []), own]);
      });
    }
    const records: PacketRecord[] = [];
    for (const [i, packet] of packets.entries()) {
      const result = drawn[i];
      const places = joined.get(packet.id);
      const [first] = places ?? [];
      if (!result?.released || !places || !first) {
        const faults = result && !result.released ? result.faults : [];
        records.push(packetRecord(packet, { released: false, pages: 0, files: [], orderFile: '', faults }));
        continue;
      }
      const own: BatchFile[] = [];
      for (const file of result.files) own.push(await this.put(file, [packet.id]));
      const { file, start } = first;
      const ready = {
        packet,
        listSha256: result.listSha256,
        files: [...places.map((each) => each.file), ...own],
        places: packet.kind === 'bulk' ? placesOf(packet, result, this.batch) : [{ path: file.path, page: start }],
        pages: pagesOf(places) + pagesOf(own),
      };
      records.push(this.place(ready, file.path));
    }
    return records;
  }

  private async takePacket(packet: Packet, before: FoundFiles): Promise<PacketRecord | undefined> {
    const bytes = await this.earlier.read(before);
    const indexed = await this.earlier.indexed(before, packet.id);
    if (!bytes || !indexed) return undefined;
    const moved = new Map<string, string>();
    const files: BatchFile[] = [];
    for (const [i, file] of before.files.entries()) {
      const folder = file.public ? packet.folder : confidentialFolder(packet, this.batch);
      const path = `${folder}/${nameOf(file.path)}`;
      files.push(await this.put({ ...file, path, bytes: bytes[i] ?? new Uint8Array() }, [packet.id]));
      moved.set(file.path, path.slice(this.batch.folder.length + 1));
    }
    const places = indexed.map(({ path, page }) => ({ path: moved.get(path) ?? path, page }));
    const ready = { packet, listSha256: before.listSha256[0] ?? '', files, places, pages: pagesOf(files) };
    return this.place(ready, orderOf(files));
  }

  private async takeVolumes(
    packets: readonly Packet[],
    before: FoundFiles,
  ): Promise<readonly PacketRecord[] | undefined> {
    const bytes = await this.earlier.read(before);
    const indexed = await Promise.all(packets.map(({ id }) => this.earlier.indexed(before, id)));
    if (!bytes || indexed.includes(undefined)) return undefined;
    const byId = new Map(packets.map((packet) => [packet.id, packet]));
    const own = new Map<string, BatchFile[]>(packets.map(({ id }) => [id, []]));
    const moved = new Map<string, string>();
    for (const [i, file] of before.files.entries()) {
      const packet = byId.get(file.packets[0] ?? '') as Packet;
      const folder =
        file.kind === 'volume'
          ? this.batch.folder
          : file.public
            ? packet.folder
            : confidentialFolder(packet, this.batch);
      const path = `${folder}/${file.kind === 'volume' ? this.joinedName('') : nameOf(file.path)}`;
      const put = await this.put({ ...file, path, bytes: bytes[i] ?? new Uint8Array() }, file.packets);
      moved.set(file.path, put.path);
      for (const id of file.packets) own.get(id)?.push(put);
    }
    const starts = packets.map(({ id, kind }, i) => {
      const volume = own.get(id)?.find((file) => file.kind === 'volume');
      return { volume, page: kind === 'bulk' ? 1 : (indexed[i]?.[0]?.page ?? 1) };
    });
    return packets.map((packet, i) => {
      const [here, next] = [starts[i], starts[i + 1]];
      const end = next && next.volume === here?.volume ? next.page : (here?.volume?.pages ?? 0) + 1;
      const files = own.get(packet.id) ?? [];
      const places = (indexed[i] ?? []).map(({ path, page }) => ({ path: moved.get(path) ?? path, page }));
      const pages = pagesOf(files.filter(({ kind }) => kind !== 'volume')) + end - (here?.page ?? 1);
      return this.place({ packet, listSha256: before.listSha256[i] ?? '', files, places, pages }, orderOf(files));
    });
  }

  /** Name of the next joined file. */
  private joinedName(form: string): string {
    const number = (this.joined.get(form) ?? 0) + 1;
    this.joined.set(form, number);
    return form === '' ? volumeName(number) : formVolumeName(form, number);
  }

  private async put(
    { path, kind, bytes, sha256, pages, public: isPublic }: PaperFile,
    packets: readonly string[],
  ): Promise<BatchFile> {
    const { byteLength } = bytes;
    await this.sink.write(path, bytes);
    const file = {
      path: path.slice(this.batch.folder.length + 1),
      kind,
      sha256,
      bytes: byteLength,
      pages,
      public: isPublic,
      packets,
    };
    this.files.push(file);
    return file;
  }

  private place({ packet, listSha256, files, places, pages }: ReadyPacket, orderFile: string): PacketRecord {
    const { folder, profile } = this.batch;
    const cases = packet.kind === 'bulk' ? firstLines(packet.lines).map(([line]) => line) : packet.lines.slice(0, 1);
    const index = cases.map((line, i): IndexRow => {
      const place = places[i] ?? { path: orderFile, page: 1 };
      return {
        caseNumber: line.caseNumber,
        defendant: shownName(profile, line),
        packet: packet.id,
        file: place.path,
        page: place.page,
      };
    });
    const record = packetRecord(packet, {
      released: true,
      pages,
      files: [...files].sort(byPath).map(({ path, sha256, bytes, pages: count }) => ({
        path: `${folder}/${path}`,
        sha256,
        bytes,
        pages: count,
      })),
      orderFile: `${folder}/${orderFile}`,
      faults: [],
    });
    const { lines, cases: caseCount, people } = record;
    const inputs = this.inputs.get(packet.id) ?? '';
    this.placed.push({
      packet,
      entry: { packet: packet.id, lines, cases: caseCount, people, inputs, listSha256 },
      orderFile,
      index,
    });
    return record;
  }
}

/** The first line of each case of a bulk list, where it begins. */
function placesOf(packet: Packet, { places }: ReleasedPacket, { folder }: FilingBatch): readonly LinePlace[] {
  return firstLines(packet.lines).map(([, at]) => {
    const { path = '', page = 1 } = places[at] ?? {};
    return { path: path.slice(folder.length + 1), page };
  });
}

/** The file that the court signs: the order, alone, with the motion or in a volume; a form where there is no order. */
function orderOf(files: readonly BatchFile[]): string {
  for (const kind of ['order', 'motion-and-order', 'volume', 'court-form'] as const) {
    const found = files.find((file) => file.kind === kind);
    if (found) return found.path;
  }
  return files[0]?.path ?? '';
}

function confidentialFolder(packet: Packet, { folder }: FilingBatch): string {
  return `${folder}/confidential${packet.folder.slice(folder.length)}`;
}

function volumeName(number: number): string {
  return `volume_${String(number).padStart(3, '0')}.pdf`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function pagesOf(files: readonly { readonly pages: number }[]): number {
  return files.reduce((sum, { pages }) => sum + pages, 0);
}

import { createHash } from 'node:crypto';
import { type Packet } from '../filing/filing-plan';
import { drawVolume, type DrawnVolume } from '../paper/draw-paper';
import { type ComposedPacket, composePacket } from '../packet/draw-packet';
import { FileDrawer } from '../packet/draw-file';
import { type DrawnPacket, type PacketDrawing } from '../packet/packet-drawing';
import { faultOf, type PacketFault } from '../packet/packet-fault';
import { loadTemplates } from '../templates/load-templates';
import { type PaperWords } from '../templates/paper-words';
import { readBackVolume } from '../read-back/read-back';
import { drawFormVolumes } from './form-volumes';
import { type VolumeFile } from './volume-file';

export interface DrawnGroup {
  /** Files of a packet are those that stay by themselves. */
  readonly drawn: readonly DrawnPacket[];
  readonly volumes: readonly VolumeFile[];
}

const MOST = 768;
const FEWEST = 64;

/**
 * Cuts packets into groups that are drawn, and joined, together. Where a group ends depends on the packets around the place and
 * not on how many came before, so that a packet more or less changes one volume and not all that follow.
 */
export function volumeGroups(packets: readonly Packet[]): readonly (readonly Packet[])[] {
  const groups: Packet[][] = [];
  let group: Packet[] = [];
  for (const packet of packets) {
    group.push(packet);
    const ends = parseInt(packet.id.slice(0, 8), 16) % 256 === 0;
    if (group.length < MOST && !(ends && group.length >= FEWEST)) continue;
    groups.push(group);
    group = [];
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/**
 * Draws a group of packets as one volume, or as several where one would be larger than the court takes. A packet that cannot be
 * drawn, or differs when it is read back, is left out with its fault; the others go on.
 */
export function drawVolumes(packets: readonly Packet[], drawing: PacketDrawing): DrawnGroup {
  const composed = packets.map((packet) => composePacket(packet, drawing));
  const faults = new Map<string, PacketFault[]>();
  for (const { packet, faults: own } of composed) if (own.length > 0) faults.set(packet.id, [...own]);
  const sound = (): readonly ComposedPacket[] => composed.filter(({ packet }) => !faults.has(packet.id));
  let asked: readonly ComposedPacket[];
  let volumes: readonly VolumeFile[];
  // A packet that is refused for one paper stands in no joined file: they are made again without it.
  do {
    asked = sound();
    const forms = drawFormVolumes(
      asked,
      drawing,
      (packet, fault) => void faults.set(packet, [...(faults.get(packet) ?? []), fault]),
    );
    volumes = [...join(sound(), drawing, faults), ...forms];
  } while (sound().length < asked.length);
  const drawn = composed.map(({ packet, files, listSha256, places }): DrawnPacket => {
    const own = faults.get(packet.id);
    return own ? { released: false, packet, faults: own } : { released: true, packet, files, listSha256, places };
  });
  return { drawn, volumes };
}

function join(
  composed: readonly ComposedPacket[],
  drawing: PacketDrawing,
  faults: Map<string, PacketFault[]>,
): readonly VolumeFile[] {
  const [first] = composed;
  if (!first) return [];
  const title = titleOf(composed, loadTemplates(drawing.options.templates).words);
  const papers = composed.flatMap((each) => each.papers.map(({ paper }) => paper));
  if (papers.length === 0) return [];
  const owners = composed.flatMap((each) => each.papers.map(({ name }) => ({ packet: each.packet.id, name })));
  const refuse = (packet: string, fault: PacketFault): void =>
    void faults.set(packet, [...(faults.get(packet) ?? []), fault]);
  const others = (): readonly ComposedPacket[] => composed.filter(({ packet }) => !faults.has(packet.id));
  let drawn: DrawnVolume;
  try {
    drawn = drawVolume(papers, { title, date: drawing.options.asOf }, drawing.watch);
  } catch (error) {
    // Which packet it was shows when each is drawn by itself.
    for (const each of composed) for (const fault of faultsAlone(each, drawing)) refuse(each.packet.id, fault);
    if (others().length === composed.length) refuse(first.packet.id, faultOf('volume', error));
    return join(others(), drawing, faults);
  }
  const { limit } = new FileDrawer(drawing);
  if (drawn.bytes.length > limit) {
    if (composed.length === 1) {
      refuse(first.packet.id, { paper: 'volume', kind: 'over-size-limit', page: 0, detail: '' });
      return [];
    }
    const half = Math.ceil(composed.length / 2);
    return [...join(composed.slice(0, half), drawing, faults), ...join(composed.slice(half), drawing, faults)];
  }
  const differences = readBackVolume(papers, { title, language: 'en-US' }, drawn.bytes);
  for (const { kind, page, paper } of differences) {
    const owner = owners[paper];
    const wrong = owner ? [owner] : owners;
    for (const { packet, name } of wrong) refuse(packet, { paper: name, kind, page, detail: '' });
  }
  if (differences.length > 0) return join(others(), drawing, faults);
  return [volumeOf(composed, drawn)];
}

function volumeOf(composed: readonly ComposedPacket[], drawn: DrawnVolume): VolumeFile {
  const starts: number[] = [];
  let page = 1;
  let at = 0;
  for (const { papers } of composed) {
    starts.push(page);
    for (let i = 0; i < papers.length; i++) page += drawn.papers[at++]?.pages ?? 0;
  }
  return {
    form: '',
    packets: composed.map(({ packet }) => packet.id),
    starts,
    bytes: drawn.bytes,
    sha256: createHash('sha256').update(drawn.bytes).digest('hex'),
    pages: drawn.pages,
  };
}

function faultsAlone({ papers }: ComposedPacket, drawing: PacketDrawing): readonly PacketFault[] {
  const drawer = new FileDrawer(drawing);
  for (const { name, paper } of papers) drawer.paper(name, paper);
  return drawer.faults;
}

function titleOf(composed: readonly ComposedPacket[], words: PaperWords): string {
  const caseOf = (each: ComposedPacket | undefined, last: boolean): string => {
    const lines = each?.packet.lines ?? [];
    return (last ? lines[lines.length - 1] : lines[0])?.caseNumber ?? '';
  };
  const [first, last] = [caseOf(composed[0], false), caseOf(composed[composed.length - 1], true)];
  return `${words.plain('index', 'volume')} ${first} TO ${last}`;
}

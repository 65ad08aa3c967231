import { type BatchFileKind } from '@clearway/court-exchange';
import { type FilingOptions } from '../filing/filing-options';
import { type Packet } from '../filing/filing-plan';
import { type ConvictionList, publicPacket } from '../paper/conviction-list';
import { exhibitPaper } from '../paper/exhibit';
import { motionPaper } from '../paper/motion';
import { orderPaper } from '../paper/order';
import { type Paper } from '../paper/paper';
import { separatorPaper } from '../paper/separator';
import { FileDrawer } from './draw-file';
import { drawList } from './draw-list';
import { fillForms } from './fill-forms';
import { type DrawnPacket, type LinePlace, type PacketDrawing, type PaperFile } from './packet-drawing';
import { type PacketFault } from './packet-fault';

/** A paper of a packet that is drawn, alone or joined with others. */
export interface PacketPaper {
  /** File name within the packet. */
  readonly name: string;
  readonly kind: BatchFileKind;
  readonly paper: Paper;
}

/** A packet's papers before they are drawn, with the files that they name, which are finished. */
export interface ComposedPacket {
  readonly packet: Packet;
  readonly papers: readonly PacketPaper[];
  /** Exhibits and forms: files of their own in every way of delivery. */
  readonly files: readonly PaperFile[];
  readonly listSha256: string;
  readonly places: readonly LinePlace[];
  readonly faults: readonly PacketFault[];
}

type Maker = (packet: Packet, options: FilingOptions, list: ConvictionList) => Paper;

/** Clearway's own papers that stand for themselves, by the word of the profile. */
const MAKERS: Readonly<Record<string, { readonly name: string; readonly kind: BatchFileKind; readonly make?: Maker }>> =
  {
    motion: { name: 'motion.pdf', kind: 'motion', make: motionPaper },
    memorandum: { name: 'memorandum.pdf', kind: 'memorandum' },
    order: { name: 'order.pdf', kind: 'order', make: orderPaper },
    'proof of service': { name: 'proof_of_service.pdf', kind: 'proof-of-service' },
  };

/** The papers that every packet has, by file name, before their list is drawn: what they say and not what they name. */
export function papersOf(packet: Packet, options: FilingOptions): readonly (readonly [string, Paper])[] {
  const papers: (readonly [string, Paper])[] = [
    ['motion.pdf', motionPaper(packet, options)],
    ['order.pdf', orderPaper(packet, options)],
  ];
  if (packet.kind === 'bulk') papers.push(['exhibit_a.pdf', exhibitPaper(packet, options)]);
  return papers;
}

/** Draws the list of a packet and composes the papers that name it, in the order of the court's profile. */
export function composePacket(packet: Packet, drawing: PacketDrawing): ComposedPacket {
  const drawer = new FileDrawer(drawing);
  const { options, filing } = drawing;
  const { list, files, places } = drawList(packet, drawing, drawer);
  const shown = publicPacket(packet, filing);
  const papers: PacketPaper[] = [];
  if (filing.separators)
    papers.push({ name: 'separator.pdf', kind: 'separator', paper: separatorPaper(shown, options, filing) });
  for (const each of filing.papers) {
    if (typeof each !== 'string' || each === 'exhibit') continue;
    const maker = MAKERS[each];
    if (maker?.make) papers.push({ name: maker.name, kind: maker.kind, paper: maker.make(shown, options, list) });
    else drawer.faults.push({ paper: maker?.name ?? each, kind: 'paper-unavailable', page: 0, detail: '' });
  }
  const forms = fillForms(shown, drawing, list, drawer);
  return { packet, papers, files: [...files, ...forms], listSha256: list.sha256, places, faults: drawer.faults };
}

/**
 * Draws a packet's papers and reads each finished file back. Pure and synchronous, so that any thread can do it; the same
 * packet gives the same bytes.
 */
export function drawPacket(packet: Packet, drawing: PacketDrawing): DrawnPacket {
  const { papers, files: own, listSha256, places, faults } = composePacket(packet, drawing);
  const drawer = new FileDrawer(drawing);
  const files: PaperFile[] = [];
  const combined = drawing.filing.order === 'combined';
  for (const each of papers) {
    if (combined && each.kind === 'order') continue;
    const order = combined && each.kind === 'motion' ? papers.find(({ kind }) => kind === 'order') : undefined;
    const name = order ? 'motion_and_order.pdf' : each.name;
    const drawn = order
      ? drawer.joined(name, [each.paper, order.paper], each.paper.title)
      : drawer.paper(name, each.paper);
    if (drawn) files.push(drawer.file(packet.folder, name, order ? 'motion-and-order' : each.kind, drawn));
  }
  const all = [...faults, ...drawer.faults];
  if (all.length > 0) return { released: false, packet, faults: all };
  return { released: true, packet, files: [...files, ...own], listSha256, places };
}

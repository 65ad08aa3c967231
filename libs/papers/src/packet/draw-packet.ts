import { type BatchFileKind } from '@clearway/court-exchange';
import { type FilingOptions } from '../filing/filing-options';
import { type Packet } from '../filing/filing-plan';
import { separatorPaper } from '../paper/batch-papers';
import { givenOf, publicPacket } from '../paper/conviction-list';
import { exhibitPaper } from '../paper/exhibit';
import { motionPaper } from '../paper/motion';
import { orderPaper } from '../paper/order';
import { type Paper } from '../paper/paper';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type PaperId } from '../templates/paper-kinds';
import { type PaperGiven } from '../values/paper-given';
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
  /** Exhibits: files of their own in every way of delivery. */
  readonly files: readonly PaperFile[];
  readonly listSha256: string;
  /** What its papers, and its forms, are given beside the packet. */
  readonly given: PaperGiven;
  readonly places: readonly LinePlace[];
  readonly faults: readonly PacketFault[];
}

/** Clearway's own papers that stand for themselves, by the word of the profile. */
const OWN: Readonly<Record<string, { readonly name: string; readonly kind: BatchFileKind }>> = {
  motion: { name: 'motion.pdf', kind: 'motion' },
  memorandum: { name: 'memorandum.pdf', kind: 'memorandum' },
  order: { name: 'order.pdf', kind: 'order' },
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
  const given = givenOf(list, filing, packet.courthouse);
  const papers: PacketPaper[] = [];
  if (filing.separators)
    papers.push({
      name: 'separator.pdf',
      kind: 'separator',
      paper: separatorPaper(shown, options, { ...given, copies: filing.copies }),
    });
  const maker = new PaperMaker(loadTemplates(options.templates), shown, options, given);
  for (const each of filing.papers) {
    if (typeof each !== 'string' || each === 'exhibit') continue;
    const own = OWN[each];
    const id = own && templateOf(own.kind, shown, given, filing);
    if (!own || id === undefined) continue;
    if (id === 'motion-and-order')
      papers.push({ name: 'motion_and_order.pdf', kind: 'motion-and-order', paper: maker.make(id) });
    else if (id === 'proof-of-service') {
      const served = [...papers.filter(({ kind }) => kind !== 'separator').map(({ paper }) => paper.title), ...list.exhibit.map(({ title }) => title)];
      papers.push({ ...own, paper: new PaperMaker(loadTemplates(options.templates), shown, options, { ...given, served }).make(id) });
    } else papers.push({ ...own, paper: maker.make(id) });
  }
  return { packet, papers, files, listSha256: list.sha256, given, places, faults: drawer.faults };
}

/** The template of a paper; a court that wants motion and order in one paper gets the order of one case with its motion. */
function templateOf(kind: BatchFileKind, packet: Packet, given: PaperGiven, { order }: PacketDrawing['filing']): PaperId | undefined {
  const combined = order === 'combined' && packet.kind === 'case';
  switch (kind) {
    case 'motion':
      return combined
        ? 'motion-and-order'
        : packet.kind === 'case'
          ? 'motion-case'
          : (given.list?.ground ?? '') === ''
            ? 'motion-bulk'
            : 'motion-public';
    case 'order':
      return combined ? undefined : packet.kind === 'bulk' ? 'order-bulk' : 'order-case';
    case 'memorandum':
      return 'memorandum';
    default:
      return 'proof-of-service';
  }
}

/**
 * Draws a packet's papers and reads each finished file back. Pure and synchronous, so that any thread can do it; the same
 * packet gives the same bytes.
 */
export function drawPacket(packet: Packet, drawing: PacketDrawing): DrawnPacket {
  const { papers, files: own, listSha256, given, places, faults } = composePacket(packet, drawing);
  const drawer = new FileDrawer(drawing);
  const files: PaperFile[] = [];
  const combined = drawing.filing.order === 'combined' && packet.kind === 'bulk';
  for (const each of papers) {
    if (combined && each.kind === 'order') continue;
    const order = combined && each.kind === 'motion' ? papers.find(({ kind }) => kind === 'order') : undefined;
    const name = order ? 'motion_and_order.pdf' : each.name;
    const drawn = order
      ? drawer.joined(name, [each.paper, order.paper], each.paper.title)
      : drawer.paper(name, each.paper);
    if (drawn) files.push(drawer.file(packet.folder, name, order ? 'motion-and-order' : each.kind, drawn));
  }
  const forms = fillForms(publicPacket(packet, drawing.filing), drawing, given, drawer);
  const all = [...faults, ...drawer.faults];
  if (all.length > 0) return { released: false, packet, faults: all };
  return { released: true, packet, files: [...files, ...own, ...forms], listSha256, places };
}

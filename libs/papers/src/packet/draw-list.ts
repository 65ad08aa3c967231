import { createHash } from 'node:crypto';
import { type Packet } from '../filing/filing-plan';
import { holdsBack, publicPacket } from '../paper/conviction-list';
import { exhibitPaper, schedulePaper } from '../paper/exhibit';
import { caseListText } from '../paper/line-tables';
import { type Paper } from '../paper/paper';
import { loadTemplates } from '../templates/load-templates';
import { type GivenPart, type NamedFile, type NamedList, type PaperGiven } from '../values/paper-given';
import { type FileDrawer } from './draw-file';
import { type LinePlace, type PacketDrawing, type PaperFile } from './packet-drawing';
import { sealNumberOf } from './seal-number';

/** The list of a packet's convictions, finished and hashed before the papers that name it. */
export interface DrawnList {
  readonly list: NamedList;
  readonly files: readonly PaperFile[];
  readonly places: readonly LinePlace[];
}

/**
 * Draws the list of a packet: the exhibit, in parts where one file would be larger than the court takes; the complete one under seal
 * where the public one leaves something out; the order's schedule in parts where the order could not hold it.
 */
export function drawList(packet: Packet, drawing: PacketDrawing, drawer: FileDrawer): DrawnList {
  const { options, filing } = drawing;
  // A packet of one case has the list in its motion, unless its court wants an exhibit there too.
  const inExhibit = packet.kind === 'bulk' || (filing.mode === 'per-case' && filing.papers.includes('exhibit'));
  const sealed = holdsBack(filing);
  const shown = publicPacket(packet, filing);
  const open = inExhibit
    ? inParts(drawer, shown, packet.folder, 'exhibit_a', (part) => exhibitPaper(shown, options, { ...partOf(part), shown: filing.public }))
    : NOTHING;
  const seal = { ground: filing.confidential?.ground ?? '', number: sealNumberOf(packet) };
  const secretFolder = `${drawing.batchFolder}/confidential${packet.folder.slice(drawing.batchFolder.length)}`;
  const secret = sealed
    ? inParts(
        drawer,
        packet,
        secretFolder,
        'exhibit_a',
        (part) => exhibitPaper(packet, options, { ...partOf(part), seal }),
        false,
      )
    : NOTHING;
  // An order repeats the list, and more: what is nearly too large for an exhibit is too large for an order.
  const schedule =
    packet.kind === 'bulk' && filing.papers.includes('order') && isLarge(open.files, drawer.limit)
      ? inParts(
          drawer,
          shown,
          packet.folder,
          'order_schedule',
          (part) => schedulePaper(shown, options, part ?? whole(shown), { shown: filing.public }),
          true,
          Math.max(2, open.files.length),
        )
      : NOTHING;
  const exhibit = listed(sealed ? secret.files : open.files, 'Exhibit A');
  const list: NamedList = {
    sha256: exhibit.length === 0 ? sha256(caseListText(packet.lines, loadTemplates(options.templates).words)) : hashOfParts(exhibit),
    exhibit,
    schedule: listed(schedule.files, 'Schedule'),
    ground: sealed ? seal.ground : '',
  };
  return { list, files: [...open.files, ...secret.files, ...schedule.files], places: open.places };
}

/** The hash of a list in one file is the file's; of several, that of their hashes, one a line. */
export function hashOfParts(parts: readonly { readonly sha256: string }[]): string {
  const [first] = parts;
  if (first && parts.length === 1) return first.sha256;
  return sha256(parts.map((part) => `${part.sha256}\n`).join(''));
}

function isLarge(files: readonly PaperFile[], limit: number): boolean {
  return files.length > 1 || (files[0]?.bytes.length ?? 0) > limit * ORDER_ROOM;
}

/** What an exhibit may take of the limit for the order to stay below it. */
const ORDER_ROOM = 0.75;

interface Parts {
  readonly files: readonly PaperFile[];
  readonly places: readonly LinePlace[];
}
const NOTHING: Parts = { files: [], places: [] };
/** A part never comes out smaller than this share of the limit by more cutting; then something else is too large. */
const SMALLEST_PART_LINES = 1;

/** Draws a list, in as few parts as the size limit allows, cut evenly by lines. */
function inParts(
  drawer: FileDrawer,
  packet: Packet,
  folder: string,
  name: string,
  paperOf: (part: GivenPart | undefined) => Paper,
  isPublic = true,
  atLeast = 1,
): Parts {
  const kind = isPublic ? 'exhibit' : 'confidential-exhibit';
  const { lines } = packet;
  for (let parts = atLeast; ; ) {
    const size = Math.ceil(lines.length / parts);
    const count = Math.ceil(lines.length / size);
    const faults = drawer.faults.length;
    const files: PaperFile[] = [];
    const places: LinePlace[] = [];
    let largest = 0;
    for (let i = 0; i < count; i++) {
      const part =
        count === 1 ? undefined : { part: i + 1, parts: count, lines: lines.slice(i * size, (i + 1) * size) };
      const fileName = part ? `${name}_part_${part.part}_of_${count}.pdf` : `${name}.pdf`;
      const drawn = drawer.paper(fileName, paperOf(part));
      if (!drawn) return NOTHING;
      largest = Math.max(largest, drawn.bytes.length);
      if (largest > drawer.limit && size > SMALLEST_PART_LINES) break;
      files.push(drawer.file(folder, fileName, kind, drawn, isPublic));
      for (const page of drawn.rowPages) places.push({ path: `${folder}/${fileName}`, page });
    }
    if (largest <= drawer.limit || size <= SMALLEST_PART_LINES) return { files, places };
    drawer.faults.length = faults;
    parts = Math.max(count + 1, Math.ceil((count * largest * 1.05) / drawer.limit));
  }
}

function listed(files: readonly PaperFile[], title: string): readonly NamedFile[] {
  return files.map(({ path, sha256: hash, pages }, i) => ({
    title: files.length === 1 ? title : `${title}, part ${i + 1} of ${files.length}`,
    file: path.slice(path.lastIndexOf('/') + 1),
    sha256: hash,
    pages,
  }));
}

function partOf(part: GivenPart | undefined): PaperGiven {
  return part ? { part } : {};
}

function whole({ lines }: Packet): GivenPart {
  return { part: 1, parts: 1, lines };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

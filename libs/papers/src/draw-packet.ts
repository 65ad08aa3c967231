import { createHash } from 'node:crypto';
import { LayoutError, UnprintableTextError } from '@clearway/typesetting';
import { type Packet } from './filing/filing-plan';
import { type FilingOptions } from './filing/filing-options';
import { drawPaper, type DrawingWatch } from './paper/draw-paper';
import { exhibitPaper } from './paper/exhibit';
import { motionPaper } from './paper/motion';
import { orderPaper } from './paper/order';
import { type Paper } from './paper/paper';
import { readBack, type DifferenceKind } from './read-back/read-back';

export interface PaperFile {
  /** Below the run's outputs: `papers/los-angeles/los-angeles-county-district-attorney/motion.pdf`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly pages: number;
}

/** Why a packet is not released. Never holds a value of the paper. */
export interface PacketFault {
  /** File name within the packet. */
  readonly paper: string;
  readonly kind: DifferenceKind | 'unprintable-text' | 'layout-impossible';
  /** From 1; 0 where no page is meant. */
  readonly page: number;
  /** Characters without a font, `U+0378`. */
  readonly detail: string;
}

/** A packet with its files, or, when one of them differs from what was meant, without files and with the fault. */
export type DrawnPacket = { readonly released: true; readonly packet: Packet; readonly files: readonly PaperFile[] } | { readonly released: false; readonly packet: Packet; readonly faults: readonly PacketFault[] };

/** The papers of a packet by file name, in the order in which they are filed. */
export function papersOf(packet: Packet, options: FilingOptions): readonly (readonly [string, Paper])[] {
  const papers: (readonly [string, Paper])[] = [
    ['motion.pdf', motionPaper(packet, options)],
    ['order.pdf', orderPaper(packet, options)],
  ];
  if (packet.kind === 'bulk') papers.push(['exhibit_a.pdf', exhibitPaper(packet, options)]);
  return papers;
}

/**
 * Draws a packet's papers and reads each finished file back. Pure and synchronous, so that any thread can do it; the same
 * packet gives the same bytes. `draw` stands in for the drawing in tests of the read-back.
 */
export function drawPacket(packet: Packet, options: FilingOptions, watch: DrawingWatch = {}, draw: typeof drawPaper = drawPaper): DrawnPacket {
  const files: PaperFile[] = [];
  const faults: PacketFault[] = [];
  for (const [name, paper] of papersOf(packet, options)) {
    try {
      const { bytes, pages } = draw(paper, watch);
      for (const { kind, page } of readBack(paper, bytes)) faults.push({ paper: name, kind, page, detail: '' });
      files.push({ path: `${packet.folder}/${name}`, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages });
    } catch (error) {
      if (error instanceof UnprintableTextError) faults.push({ paper: name, kind: 'unprintable-text', page: 0, detail: error.characters.join(' ') });
      else if (error instanceof LayoutError) faults.push({ paper: name, kind: 'layout-impossible', page: 0, detail: '' });
      else throw error;
    }
  }
  return faults.length === 0 ? { released: true, packet, files } : { released: false, packet, faults };
}

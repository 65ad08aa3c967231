import { type BatchFileKind } from '@clearway/court-exchange';
import { type CourtFiling } from '../courts/court-profile';
import { type FilingOptions } from '../filing/filing-options';
import { type Packet } from '../filing/filing-plan';
import { type DrawingWatch, type drawPaper } from '../paper/draw-paper';
import { type FormSource } from './form-source';
import { type PacketFault } from './packet-fault';

/** Under what the papers of a packet are drawn. */
export interface PacketDrawing {
  readonly options: FilingOptions;
  readonly filing: CourtFiling;
  /** Folder of the batch: what is confidential stands below it, apart. */
  readonly batchFolder: string;
  readonly forms?: FormSource;
  readonly watch?: DrawingWatch;
  /** Stands in for the drawing in tests of the read-back. */
  readonly draw?: typeof drawPaper;
}

export interface PaperFile {
  /** Below the run's outputs: `papers/los-angeles/los-angeles-county-district-attorney/motion.pdf`. */
  readonly path: string;
  readonly kind: BatchFileKind;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly pages: number;
  /** False: goes to the court by its confidential route only. */
  readonly public: boolean;
}

/** A packet that was drawn and read back. */
export interface ReleasedPacket {
  readonly released: true;
  readonly packet: Packet;
  readonly files: readonly PaperFile[];
  readonly listSha256: string;
  /** Where each line stands in the first file of the list, in the order of the lines: file and page from 1. Empty in packets of one case. */
  readonly places: readonly LinePlace[];
}

export interface LinePlace {
  readonly path: string;
  readonly page: number;
}

/** A packet with its files, or, when one of them differs from what was meant, without files and with the fault. */
export type DrawnPacket =
  | ReleasedPacket
  | { readonly released: false; readonly packet: Packet; readonly faults: readonly PacketFault[] };

import { type BatchFileKind } from './codes';

/** One finished file of a batch. */
export interface BatchFile {
  /** Below the batch's folder, with forward slashes. */
  readonly path: string;
  readonly kind: BatchFileKind;
  /** Of the bytes, in hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Pages of a PDF; 0 for data. */
  readonly pages: number;
  /** False: handed over by the court's confidential route only, never filed publicly. */
  readonly public: boolean;
  /** Packets whose papers are in it, in order; none for files of the batch as a whole. */
  readonly packets: readonly string[];
}

/** The papers of one filing within a batch. */
export interface BatchPacket {
  readonly packet: string;
  readonly lines: number;
  readonly cases: number;
  readonly people: number;
  /**
   * SHA-256 of everything that its papers were drawn from: lines, policy, words, court profile, form editions, fonts, edition of
   * the drawing code. The same digest means the same bytes, so nothing is drawn again.
   */
  readonly inputs: string;
  /** SHA-256 of the list of convictions (exhibit or motion) that motion and order name in print. */
  readonly listSha256: string;
}

/** An edition of a court's form: a filing keeps the one on which it was made. */
export interface BatchForm {
  /** `CR-400`. */
  readonly form: string;
  /** `2017-07-01`. */
  readonly edition: string;
  /** Over the PDF and what its fields are mapped to, in hex. */
  readonly sha256: string;
}

/** Numbers that court and office compare before anything is loaded. */
export interface BatchTotals {
  readonly packets: number;
  readonly files: number;
  readonly pages: number;
  readonly lines: number;
  readonly cases: number;
  readonly people: number;
  readonly byRelief: Readonly<Record<string, number>>;
  readonly byCaseEffect: Readonly<Record<string, number>>;
}

/**
 * `manifest.json` of a batch: what is signed is what is filed is what the order names. Public: holds no name and no number of a
 * case. A batch is one court and one prosecuting agency.
 */
export interface BatchManifest {
  readonly format: 'clearway-batch-1';
  /** First 16 hex digits of a hash over court, agency, as-of date and packets' inputs: the same batch has the same id. */
  readonly batch: string;
  /** The released batch that this one corrects, or ''. */
  readonly corrects: string;
  readonly office: string;
  readonly county: string;
  readonly court: {
    readonly profile: string;
    readonly profileSha256: string;
    readonly name: string;
    readonly ori: string;
  };
  readonly agency: string;
  /** `2026-11-26`. */
  readonly asOf: string;
  readonly policy: { readonly name: string; readonly sha256: string };
  /** Courts' own forms that are filled in it; absent without any. */
  readonly forms?: readonly BatchForm[];
  readonly packets: readonly BatchPacket[];
  readonly files: readonly BatchFile[];
  readonly totals: BatchTotals;
}

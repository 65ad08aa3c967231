/** Packets joined in one file; it gets its number, and so its name, when all volumes of the batch are known. */
export interface VolumeFile {
  /** The court's form that all of its papers are, as it stands in file names; '' for Clearway's own papers. */
  readonly form: string;
  /** Ids, in order. */
  readonly packets: readonly string[];
  /** The page, from 1, on which each packet begins. */
  readonly starts: readonly number[];
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly pages: number;
}

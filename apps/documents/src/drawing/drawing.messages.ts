import { type RunSettings } from '@clearway/contracts';
import { type CaseFilesOfRun } from '@clearway/outputs';
import { type CaseFactsCounts, type PapersCounts, type ResultRows, type RunSourcesCounts, type TallyJson } from '@clearway/reports';
import { type FailureKind } from '@clearway/platform';

/** What the drawing thread is given. */
export interface DrawingTask {
  readonly settings: RunSettings;
  /** The original files, in the order of the run. */
  readonly inputs: readonly { readonly path: string; readonly name: string; readonly kind: RunSettings['inputs'][number]['kind'] }[];
  /** Blobs of decided people, in the order of the batches. */
  readonly decisions: readonly string[];
  /** JSON of the sealed population, and JSON lines that it names: questions who is who, and what was joined. */
  readonly population: string;
  readonly joining: { readonly asks: string; readonly joined: string; readonly notes: string | null } | null;
  /** What is known of cases beside the record. */
  readonly cases: CaseFilesOfRun;
  /** What courts had said of cases, as a book of filings. */
  readonly book: string | null;
  /** Folder of courts' forms; it may not be there. Read only where a court wants a form. */
  readonly forms: string;
  /** Threads that write the annotated results. */
  readonly threads: number;
  readonly outputDir: string;
  readonly workDir: string;
}

/** A file in the output folder. */
export interface WrittenFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What became of a packet, as far as it is announced. */
export interface AnnouncedPacket {
  readonly released: boolean;
  readonly files: readonly WrittenFile[];
}

/** What the thread tells when everything is written. */
export interface DrawnRun {
  readonly tally: TallyJson;
  readonly results: ResultRows;
  readonly papers: PapersCounts | null;
  readonly cases: CaseFactsCounts | null;
  /** Null where all inputs are files of the state. */
  readonly sources: RunSourcesCounts | null;
  readonly packets: readonly AnnouncedPacket[];
  /** Courts' own forms, in words. */
  readonly forms: readonly string[];
  readonly files: readonly WrittenFile[];
}

export type DrawingEvent =
  | { readonly kind: 'progress'; readonly what: 'people' | 'bytes' | 'lines'; readonly done: number; readonly total: number }
  | { readonly kind: 'drawn'; readonly drawn: DrawnRun }
  | { readonly kind: 'failed'; readonly code: string; readonly failure: FailureKind; readonly message: string };

import { type MemberPlace } from '@clearway/content-store';
import { type RunSettings } from '@clearway/contracts';
import { type Portion } from '@clearway/doj-bulk';
import { type FailureKind } from '@clearway/platform';
import { type ListedAs } from '@clearway/population';
import { type Coverage, type SourceFile } from '@clearway/record';
import { type JoiningCounts, type SourceCounts, type TallyJson } from '@clearway/reports';
import { type JoinState } from '@clearway/review';

/** What the reading thread is given. */
export interface ReadingTask {
  /** In the order of the run's inputs; `name` is what people call the file. */
  readonly inputs: readonly (Pick<RunSettings['inputs'][number], 'name' | 'sha256' | 'kind' | 'mapping'> & { readonly path: string })[];
  /** Lists of what already happened, with the texts of their mappings. */
  readonly done: readonly (RunSettings['done'][number] & { readonly path: string })[];
  /** File of what attorneys decided: also who is one person. Null without one. */
  readonly decisions: string | null;
  readonly county: string;
  /** `yyyymmdd`. */
  readonly asOf: number;
  readonly workDir: string;
  readonly scanThreads: number;
  readonly batchPersons: number;
  /** Batches that are stored already: they are counted, not packed again. */
  readonly stored: readonly number[];
}

/** People of a batch with the places of their histories in the blob. */
export interface BatchRead {
  readonly batch: number;
  readonly persons: number;
  readonly rows: number;
  /** Absent when the batch is stored already. */
  readonly content?: { readonly blob: Uint8Array; readonly people: readonly string[]; readonly places: readonly MemberPlace[] };
}

/** What is known when everything is read; JSON in the content store. Counties and counts, nobody's data. */
export interface PopulationCounts {
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly size: number;
    readonly header: boolean;
    readonly rowsRead: number;
    readonly rowsUsed: number;
    readonly rowsRejected: number;
    readonly emptyLines: number;
    readonly physicalLines: number;
    /** Lines after the header that are not empty, by a count of its own. */
    readonly filledLines: number;
    readonly continuationLines: number;
    readonly people: number;
    readonly counties: readonly string[];
    /** Where the file can be cut so that its parts are read apart: bytes and row numbers. */
    readonly portions: readonly Portion[];
    /** Absent of a file of the state. */
    readonly source?: SourceCounts;
    /** How the mapping of a court's export was found. */
    readonly mappedBy?: 'given' | 'shipped' | 'guessed';
  }[];
  readonly people: number;
  readonly scattered: number;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsRejected: number;
  readonly emptyLines: number;
  readonly rejectedBy: Readonly<Record<string, number>>;
  readonly rejectedOfNobody: number;
  readonly counties: readonly string[];
  /** The county asked for, as the file writes it. */
  readonly county: string;
  /** Absent where all inputs are files of the state. */
  readonly joining?: JoiningCounts;
  /** Years of which courts' exports have convictions. */
  readonly covered?: readonly Coverage[];
  /** Whose the records are that decisions name: number of the person by the record's id. */
  readonly decidedRecords?: Readonly<Record<string, number>>;
  /** What became of each decision about two records, by its id. */
  readonly joins?: Readonly<Record<string, JoinState>>;
}

/** What lies in the content store as the population of a sealed run. */
export interface SealedPopulation extends PopulationCounts {
  /** Rows, counts and people by file as the histories have them: the tie-out holds them against the reader's. */
  readonly histories: TallyJson;
  /** Hashes of JSON lines: questions who is who (`printAskedPair`), and records that were joined by likeness or decision. */
  readonly asks?: string;
  readonly joined?: string;
  /** Hash of JSON: whom the people of the lists of what already happened are found to be. */
  readonly listed?: string;
  /** Likewise what should be looked at in files. */
  readonly notes?: string;
}

export type ReadingEvent =
  | { readonly kind: 'indexing'; readonly done: number; readonly total: number }
  /** Who is who over the files: people who are read for it, then the share that is joined. */
  | { readonly kind: 'joining'; readonly unit: 'persons' | 'percent'; readonly done: number; readonly total: number }
  | { readonly kind: 'resolving'; readonly population: PopulationCounts; readonly rejectedRowsFile: string; readonly sourceFiles: readonly SourceFile[]; readonly asksFile?: string; readonly joinedFile?: string; readonly notesFile?: string; readonly listed: readonly ListedAs[] | null }
  | { readonly kind: 'batch'; readonly read: BatchRead }
  | { readonly kind: 'end'; readonly persons: number; readonly histories: TallyJson }
  | { readonly kind: 'failed'; readonly code: string; readonly failure: FailureKind; readonly message: string };

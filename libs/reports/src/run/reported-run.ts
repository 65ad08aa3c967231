import { type CalendarDate } from '@clearway/record';

/** What reading one input file counted. */
export interface FileCounts {
  /** Name of the file without its folder. */
  readonly name: string;
  /** SHA-256 of the bytes as they were given (of a `.gz`, the compressed ones), hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Physical lines, the header and empty ones included. */
  readonly lines: number;
  readonly emptyLines: number;
  /** Lines after the header that are not empty, by a count that knows nothing of fields and quotes. */
  readonly filledLines: number;
  /** Lines on which a record goes on that began on a line before (line breaks in quotes). */
  readonly continuationLines: number;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsRejected: number;
  /** People with a used row in this file. */
  readonly people: number;
  /** Absent of a file of the state. */
  readonly source?: SourceCounts;
}

/** What reading an input counted that is no file of the state. Its rows are rows of an export, or lines of a sheet that say something. */
export interface SourceCounts {
  readonly kind: 'court-extract' | 'rap-sheet';
  /** Defendants of an export, the one person of a sheet. */
  readonly histories: number;
  /** Rows that have a part in a history. */
  readonly rowsInHistories: number;
  /** Places where a history names a row: one row can be of several counts. */
  readonly namedRows: number;
  /** What should be looked at: rows of `source_notes.csv`. */
  readonly notes: number;
  /** Rows of an export that say that relief was granted. */
  readonly grants: number;
  /** Pages of a sheet that are pictures without text: nothing was taken from the file; absent where it was read. */
  readonly pictures?: readonly number[];
  /** How an export was read: name and SHA-256 of the mapping. */
  readonly mapping?: { readonly name: string; readonly sha256: string };
}

/** What bringing several sources together counted; a run of state files alone has none. */
export interface JoiningCounts {
  readonly records: number;
  readonly people: number;
  /** People of whom there is more than one record. */
  readonly peopleJoined: number;
  readonly joinedByNumber: number;
  readonly joinedByLikeness: number;
  readonly joinedByDecision: number;
  /** Pairs of records that somebody is asked about, and people whose history is incomplete until it is answered. */
  readonly asked: number;
  readonly peopleAsked: number;
  /** By the index of the file: records joined with another one, and questions about its records. */
  readonly byFile: readonly { readonly joined: number; readonly asked: number }[];
  /** Decisions about records that no file has. */
  readonly decisionsWaiting: number;
}

/** What the files about several sources have. */
export interface SourcesWritten {
  /** Rows of `source_results.csv`; by file those whose conviction stands there and in no state file. */
  readonly sourceResults: number;
  readonly ownByFile: readonly number[];
  /** Rows of `found_in_one_source.csv`, and of them convictions that no state file has, and that no extract has. */
  readonly foundInOne: number;
  readonly missingFromState: number;
  readonly missingFromCourts: number;
  /** Rows of `people_joined.csv` and `same_person.csv`. */
  readonly joins: number;
  readonly questions: number;
  /** Rows of `source_notes.csv`. */
  readonly notes: number;
}

/** Both. */
export interface RunSourcesCounts {
  readonly joining: JoiningCounts;
  readonly written: SourcesWritten;
}

/** Under what a run was decided; the same facts stand in every report. */
export interface ReportedRun {
  readonly county: string;
  readonly asOf: CalendarDate;
  readonly policy: { readonly name: string; readonly kind: string; readonly hash: string };
  readonly ruleSetHash: string;
  readonly files: readonly FileCounts[];
}

/** What the papers of a run counted; a run without papers has none. */
export interface PapersCounts {
  /** Convictions on `court_update.csv`, one row each. */
  readonly courtUpdateRows: number;
  /** Convictions on `cannot_file.csv` whose relief waits for something, one row each. */
  readonly cannotFileRows: number;
  /** Those of them that have a court and a case number: the name is missing or cannot be printed, or the packet was held back. */
  readonly cannotFileThoughCaseKnown: number;
  /** Distinct cases (court, case number, person) on the papers, and on `cannot_file.csv` where the case is known. */
  readonly cases: number;
  readonly packetsDrawn: number;
  /** Packets whose every value was read back from the finished pages and was the same. */
  readonly packetsReleased: number;
  readonly packetsWithheld: number;
  /** Batches, one for each court and prosecuting agency, and those of courts whose profile nobody has confirmed with the court. */
  readonly batches: number;
  readonly batchesNotConfirmed: number;
  /** As the manifests of the batches say. */
  readonly linesInBatches: number;
  readonly packetsInBatches: number;
  /** Distinct cases and people on the papers that were released. */
  readonly casesFiled: number;
  readonly peopleFiled: number;
  /** Files and pages of papers, without index and data. */
  readonly files: number;
  readonly pages: number;
  /** Rows of `cannot_file.csv` by their reason. */
  readonly unfiledByReason: Readonly<Record<string, number>>;
  /** Further rows of `cannot_file.csv`: the court has no record any more, so nothing waits. Absent when none. */
  readonly noRecordLocated?: number;
  /** Batches whose papers name no attorney (rule 2.111): the office has not said who signs. Absent when none. */
  readonly batchesWithoutAttorney?: number;
  /** Lines of the papers on `danger_list.csv`, by danger; a line can have several. */
  readonly dangers?: Readonly<Record<string, number>>;
  /** Notices of challenge, and the convictions that they name; absent where nothing is challenged. */
  readonly challenges?: {
    readonly notices: number;
    readonly noticesWithheld: number;
    readonly pages: number;
    readonly counts: number;
    readonly countsWithheld: number;
    readonly countsWithoutNotice: number;
  };
}

/** What became of facts files and decisions; a run without them has none. */
export interface CaseFactsCounts {
  readonly rows: number;
  readonly rowsUsed: number;
  /** Rows of `facts_unused.csv`. */
  readonly rowsUnused: number;
  readonly decisions: number;
  readonly decisionsApplied: number;
  readonly decisionsStale: number;
  readonly decisionsUnmatched: number;
  /** Rows of `public_defender.csv` that say challenged. */
  readonly challenged: number;
  /** Corrections of the record; absent without a corrections file. */
  readonly corrections?: CorrectionsCounts;
}

/** What became of the corrections in force: `inForce` is the others together. */
export interface CorrectionsCounts {
  readonly inForce: number;
  readonly used: number;
  /** The record says something else now than when they were made. */
  readonly stale: number;
  /** Of nobody in the files, or of no count that can be corrected. */
  readonly unmatched: number;
  /** That cannot be right: days to come, before the birth; absent where there is none. */
  readonly impossible?: number;
}

/** The names of `LettersCounts`, in its order. */
export const LETTERS_COUNTS = [
  'letters',
  'withAddress',
  'withoutAddress',
  'withoutName',
  'deceasedLeftOut',
  'heldBack',
  'inPart',
  'heldRows',
  'csvRows',
  'workbookRows',
  'contactRows',
  'contactRowsRepeated',
  'contactKeysUnknown',
  'contactKeysContradicted',
  'contactKeysShared',
] as const;

/**
 * What the letters of a run counted; a run without letters has none. `letters` is people with a row in the mail-merge
 * files, `withoutName` those of them whose name the record does not have, `deceasedLeftOut` people with relief whom the
 * record calls deceased, `heldBack` people all of whose relief is on no paper (they get no letter yet), `inPart` those of the
 * letters that speak of a part of the relief only; `heldRows`, `csvRows` and `workbookRows` are the rows written, the header not counted. Of a contact file:
 * keys that belong to nobody, that have two addresses, that two people share; the last two are not used.
 */
export type LettersCounts = Readonly<Record<(typeof LETTERS_COUNTS)[number], number>>;

/** Counts as they came out of a message or a database; what is not there is 0. */
export function lettersCountsOf(counts: Readonly<Record<string, number>>): LettersCounts {
  return Object.fromEntries(LETTERS_COUNTS.map((name) => [name, counts[name] ?? 0])) as LettersCounts;
}

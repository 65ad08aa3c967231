import { type Portion } from '@clearway/doj-bulk';
import { type FileCounts, type JoiningCounts, type SourceCounts, type TallyJson } from '@clearway/reports';
import { z } from 'zod';
import { type CoveredYears } from './sources/source-texts';

const Count = z.int().min(0);
const Numbers = z.record(z.string(), Count);

const Source = z.object({
  kind: z.enum(['court-extract', 'rap-sheet']),
  histories: Count,
  rowsInHistories: Count,
  namedRows: Count,
  notes: Count.default(0),
  grants: Count.default(0),
  pictures: z.array(Count).optional(),
  mapping: z.object({ name: z.string(), sha256: z.string() }).optional(),
});

const Joining = z.object({
  records: Count,
  people: Count,
  peopleJoined: Count,
  joinedByNumber: Count,
  joinedByLikeness: Count,
  joinedByDecision: Count,
  asked: Count,
  peopleAsked: Count,
  byFile: z.array(z.object({ joined: Count, asked: Count })),
  decisionsWaiting: Count,
});

const SPAN = { from: Count, to: Count };

const Population = z.object({
  files: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      bytes: Count,
      physicalLines: Count,
      emptyLines: Count,
      filledLines: Count,
      continuationLines: Count,
      rowsRead: Count,
      rowsUsed: Count,
      rowsRejected: Count,
      people: Count,
      portions: z.array(z.object({ start: Count, length: Count, row: Count, rows: Count })),
      source: Source.optional(),
    }),
  ),
  people: Count,
  county: z.string(),
  joining: Joining.optional(),
  covered: z.array(z.object({ county: z.string(), ...SPAN, courthouses: z.array(z.object({ courthouse: z.string(), ...SPAN })).optional(), unnamed: z.object(SPAN).optional() })).optional(),
  decidedRecords: Numbers.optional(),
  asks: z.string().optional(),
  listed: z.string().optional(),
  joined: z.string().optional(),
  notes: z.string().optional(),
  histories: z.object({ version: z.literal(1), asOf: Count, earliestConviction: Count, numbers: Numbers, tables: z.record(z.string(), Numbers) }),
});

/** What the reader told of a run's inputs, as far as outputs need it. */
export interface SealedPopulation {
  readonly files: readonly FileCounts[];
  /** How each file can be cut, in the order of the files. */
  readonly portions: readonly (readonly Portion[])[];
  readonly people: number;
  /** As the files write it. */
  readonly county: string;
  readonly histories: TallyJson;
  /** Absent where all inputs are files of the state. */
  readonly sources?: SealedSources;
}

/** What bringing several sources together gave, beside the histories. */
export interface SealedSources {
  readonly joining: JoiningCounts;
  readonly covered: readonly CoveredYears[];
  /** Number of the person whose record it is, by the id of each record that decisions name. */
  readonly decidedRecords: Readonly<Record<string, number>>;
  /** Content hashes of JSON lines: questions who is who, and what was joined by likeness or decision. */
  readonly asks: string;
  readonly joined: string;
  /** Content hash of JSON, `ListedAs[]`: whom the people of the lists are found to be; null without lists. */
  readonly listed: string | null;
  /** What should be looked at in the files, likewise; absent in what a version before this one sealed. */
  readonly notes?: string;
}

/** Reads the population that a sealed run carries; throws when it was written by another version. */
export function readSealedPopulation(json: unknown): SealedPopulation {
  const { files, people, county, histories, joining, covered = [], decidedRecords = {}, asks, joined, notes, listed = null } = Population.parse(json);
  return {
    files: files.map(({ physicalLines, portions: _, source, ...file }) => ({ ...file, lines: physicalLines, ...(source ? { source: sourceOf(source) } : {}) })),
    portions: files.map(({ portions }) => portions),
    people,
    county,
    histories: histories as unknown as TallyJson,
    ...(joining && asks !== undefined && joined !== undefined ? { sources: { joining, covered, decidedRecords, asks, joined, listed, ...(notes === undefined ? {} : { notes }) } } : {}),
  };
}

function sourceOf({ mapping, pictures, ...source }: z.infer<typeof Source>): SourceCounts {
  return { ...source, ...(pictures ? { pictures } : {}), ...(mapping ? { mapping } : {}) };
}

import { type OtherFile, type SeenQuestion, type Sources } from '@clearway/population';
import {
  type FileCounts,
  fileLabels,
  type JoiningCounts,
  type RunSourcesCounts,
  type SourcesWritten,
} from '@clearway/reports';
import { type AskedPair, pairId, printAskedPair, readAskedPairs, samePersonCsv } from '@clearway/review';
import { type DoneListCounts } from '../done-cases';
import { type OutputFolder } from '../output-folder';
import { peopleJoinedCsv } from './people-joined';
import { type SourceRowCounts } from './source-texts';
import { sourceNotesCsv, UnknownCodes } from './source-notes';
import { sourcesCsv } from './sources-csv';

/** What joining said, from wherever it is kept. */
export type JoinedOfRun = Pick<NonNullable<Sources['joined']>, 'joins' | 'questions' | 'notes'> & {
  readonly counts: JoiningCounts;
};

/** What a file that is no state file counted, as reports print it. `people`: those who have a row there. */
export function otherFileCounts(file: OtherFile, people: number): FileCounts {
  const { name, sha256, bytes, lines, read, used, rejected, kind, histories, rowsInHistories, namedRows, mapping } =
    file;
  const notes = Object.values(file.notes).reduce((sum, each) => sum + each, 0);
  return {
    name,
    sha256,
    bytes,
    lines,
    emptyLines: 0,
    filledLines: read,
    continuationLines: 0,
    rowsRead: read,
    rowsUsed: used,
    rowsRejected: rejected,
    people,
    source: {
      kind,
      histories,
      rowsInHistories,
      namedRows,
      notes,
      grants: file.grants,
      ...(file.pictures.length > 0 ? { pictures: file.pictures } : {}),
      ...(mapping ? { mapping: { name: mapping.mapping.mapping, sha256: mapping.sha256 } } : {}),
    },
  };
}

/** What a run with several sources counts of them, and the files beside the rows of people. */
export class RunSources {
  private written = { sourceResults: 0, foundInOne: 0, missingFromState: 0, missingFromCourts: 0 };
  private readonly own: number[];

  constructor(private readonly files: readonly FileCounts[]) {
    this.own = files.map(() => 0);
  }

  /** Once for each person's rows. */
  add({ own, ...counts }: SourceRowCounts): void {
    for (const key of ['sourceResults', 'foundInOne', 'missingFromState', 'missingFromCourts'] as const)
      this.written[key] += counts[key];
    for (const [file, count] of own) this.own[file] = (this.own[file] ?? 0) + count;
  }

  /** Writes `people_joined.csv`, `same_person.csv`, `source_notes.csv`, `unknown_codes.csv` and `sources.csv`. */
  async write(
    folder: OutputFolder,
    { joins, questions, notes, counts }: JoinedOfRun,
    lists: readonly DoneListCounts[] = [],
  ): Promise<RunSourcesCounts> {
    let joinRows = -1;
    let askedRows = -1;
    let noteRows = -1;
    await folder.write(
      'people_joined.csv',
      inPieces(peopleJoinedCsv(joins()), () => void joinRows++),
    );
    await folder.write(
      'same_person.csv',
      inPieces(samePersonCsv(askedPairsOf(questions())), () => void askedRows++),
    );
    const labels = fileLabels(this.files.map(({ name }) => name));
    const codes = new UnknownCodes(labels);
    await folder.write(
      'source_notes.csv',
      inPieces(sourceNotesCsv(codes.through(notes()), labels), () => void noteRows++),
    );
    await folder.write('unknown_codes.csv', codes.csv());
    await folder.write('sources.csv', sourcesCsv(this.files, counts, lists));
    const written: SourcesWritten = {
      ...this.written,
      ownByFile: this.own,
      joins: joinRows,
      questions: askedRows,
      notes: noteRows,
    };
    return { joining: counts, written };
  }
}

/** Questions who is who, as `same_person.csv` has them. */
export function* askedPairsOf(questions: Iterable<SeenQuestion>): Generator<AskedPair> {
  // As it is printed and read back: a weight is rounded once, also where the questions were kept in between.
  for (const question of questions)
    yield* readAskedPairs(printAskedPair({ ...question, id: pairId(question.records[0].id, question.records[1].id) }));
}

const PIECE = 1 << 16;

function* inPieces(rows: Iterable<string>, onRow: () => void): Generator<Uint8Array> {
  let held = '';
  for (const row of rows) {
    onRow();
    held += row;
    if (held.length < PIECE) continue;
    yield Buffer.from(held, 'utf8');
    held = '';
  }
  yield Buffer.from(held, 'utf8');
}

import { type FileAnnotation } from '@clearway/doj-bulk';
import { type AnnotationRun, annotationCsv, noteAnnotationCsv } from '@clearway/reports';
import { type DecidedPerson } from '@clearway/rules';
import { type OutputsRun } from './outputs-run';

/** What the annotations of a run have in common. */
export function annotationRun(run: OutputsRun): AnnotationRun {
  return { asOf: run.asOf, ruleSetHash: run.ruleSetHash, policyHash: run.policy.hash };
}

/**
 * What is appended to the rows of one person: the cells of each decided conviction at its row, and a note at rows that
 * only say which other charge their comment may hold. One for a row at most, not sorted.
 */
export function annotationsOf(person: DecidedPerson, run: AnnotationRun): FileAnnotation[] {
  const annotations = person.convictions.map((conviction) => ({
    file: conviction.row.file,
    row: conviction.row.row,
    csv: annotationCsv(person, conviction, run),
    decided: true,
  }));
  if (person.notes.length === 0) return annotations;
  const taken = new Set(annotations.map(({ file, row }) => `${file} ${row}`));
  const notes = person.notes
    .filter(({ row }) => !taken.has(`${row.file} ${row.row}`))
    .map(({ row, possibleOtherCharge }) => ({
      file: row.file,
      row: row.row,
      csv: noteAnnotationCsv(possibleOtherCharge),
      decided: false,
    }));
  return [...annotations, ...notes];
}

/** Order of the files, then of their rows: what `annotateFiles` wants. */
export function bySourcePosition(a: FileAnnotation, b: FileAnnotation): number {
  return a.file - b.file || a.row - b.row;
}

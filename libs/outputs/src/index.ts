export { annotationRun, annotationsOf, bySourcePosition } from './annotations';
export { closeBooks, type RunBooks } from './closing';
export { writeDecidedRun, type DecidedRun, type DecidedRunControl, type WrittenRun } from './decided-run';
export { DecidedTexts, type DecidedRows } from './decided-texts';
export { RunLetters } from './letters';
export { OutputFolder, type Content, type FinishedFile } from './output-folder';
export { RunPapers, type DrawnPapers } from './papers';
export { CLEARWAY_VERSION, outputsRun, reportedRun, type OutputChoices, type OutputsRun } from './outputs-run';
export { readSealedPopulation, type SealedPopulation } from './sealed-population';

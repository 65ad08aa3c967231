export { PdfReadError } from './errors';
export { readPdf, type ReadField, type ReadPage, type ReadPdf } from './read-pdf';
export { type ReadText, type TextProblem } from './page-text';
export { type ReadElement, type ReadStructure, type StructureProblem } from './structure';

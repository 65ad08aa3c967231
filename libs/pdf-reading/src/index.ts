export { PdfReadError } from './errors';
export { readPdf, type ReadField, type ReadPage, type ReadPdf } from './read-pdf';
export { type ReadText, type TextProblem } from './page-text';
export { type ReadElement, type ReadStructure, type StructureProblem } from './structure';
export { canonicalText, sameText } from './canonical-text';
export { bytesInMemory, type ByteSource } from './filled/byte-source';
export { FilledPdf, type DrawnLook, type FilledPage, type LiveWidget } from './filled/filled-pdf';
export { type PlayedMark, type PlayedText } from './filled/play-content';

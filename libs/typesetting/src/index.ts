export { LayoutError, UnprintableTextError } from './errors';
export { type TextStyle } from './fonts/catalogue';
export { breakLines } from './text/break-lines';
export { measure, shape, unprintableCharacters, type ShapedText } from './text/shape';
export { LETTER, PdfDocument, type DocumentInfo } from './pdf/pdf-document';
export { type Colour, type Page } from './pdf/page';
export { type FormFields } from './pdf/form-fields';
export { baselineDrop, Flow, type Alignment, type Margins, type ParagraphStyle } from './layout/flow';
export { drawTable, type Column, type TableStyle } from './layout/table';

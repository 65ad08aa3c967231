export { LayoutError, UnprintableTextError } from './errors';
export { type TextStyle } from './fonts/catalogue';
export { breakLines } from './text/break-lines';
export { measure, shape, unprintableCharacters, type ShapedText } from './text/shape';
export { LETTER, PdfDocument, type DocumentInfo } from './pdf/pdf-document';
export { type Colour, type Page } from './pdf/page';
export { type Choice, type FormFields } from './pdf/form-fields';
export {
  baselineDrop,
  Flow,
  listEntries,
  type Alignment,
  type Grid,
  type Margins,
  type ParagraphStyle,
} from './layout/flow';
export { type Artifact, type Role } from './tags/roles';
export { alternativeEntry, titleEntry, type Structure } from './tags/structure';
export { type StyledRun, type StyledText } from './text/styled';
export { type SharedDrawing } from './pdf/shared-drawing';
export { drawTable, tableHeight, type Column, type TableStyle } from './layout/table';
export { type Face } from './fonts/face';
export { Subset, writeBaseFont, type FontFile } from './pdf/embedded-fonts';
export { textOperators, type TextFonts } from './pdf/text-operators';

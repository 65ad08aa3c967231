export { RapSheetError, type RapSheetErrorCode } from './errors';
export { historyOf, type SheetSource } from './history/history-of';
export { type LineAccount, lineAccountOf } from './line-account';
export { readTextLines } from './lines/read-text-lines';
export { type SheetLine, type SheetText } from './lines/sheet-line';
export { readSheetFile } from './read-sheet-file';
export { readRapSheet } from './reading/read-rap-sheet';
export * from './rap-sheet';
export { NOTE_WORDS, PICTURE_WORDS, UNREAD_WORDS } from './words';

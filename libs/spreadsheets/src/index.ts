export * from './csv';
export { type Cell, type CellStyle, columnName, WorkbookError } from './workbook/cell';
export * from './workbook/workbook';
export * from './read-csv';
export * from './read-workbook/read-workbook';
export { visibleText } from './visible-text';

export * from './csv';
export { allOf, fillIn, rewritten, type Written } from './fill-in';
export { type Cell, type CellStyle, columnName, WorkbookError } from './workbook/cell';
export * from './workbook/workbook';
export * from './read-csv';
export * from './read-workbook/read-workbook';

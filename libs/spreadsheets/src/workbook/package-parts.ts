import { xmlText } from './cell';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A part of the package that does not depend on the rows: path and text. */
export interface PackagePart {
  readonly path: string;
  readonly text: string;
}

/** Every part of a workbook but its sheets. Nothing in it depends on a clock: the file has no creation date. */
export function packageParts(title: string, sheetNames: readonly string[]): readonly PackagePart[] {
  return [
    { path: '[Content_Types].xml', text: contentTypes(sheetNames.length) },
    { path: '_rels/.rels', text: rootRelationships() },
    { path: 'docProps/core.xml', text: coreProperties(title) },
    { path: 'xl/workbook.xml', text: workbookXml(sheetNames) },
    { path: 'xl/_rels/workbook.xml.rels', text: workbookRelationships(sheetNames.length) },
    { path: 'xl/styles.xml', text: stylesXml() },
  ];
}

/** Path of a sheet, from 0. */
export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/${sheetPath(i)}" ContentType="${TYPE}.worksheet+xml"/>`,
  ).join('');
  return (
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
    `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${overrides}</Types>`
  );
}

function rootRelationships(): string {
  return (
    `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
  );
}

function coreProperties(title: string): string {
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>Clearway</dc:creator></cp:coreProperties>`
  );
}

function workbookXml(sheetNames: readonly string[]): string {
  const sheets = sheetNames
    .map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}

function workbookRelationships(sheets: number): string {
  const each = Array.from(
    { length: sheets },
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  ).join('');
  return `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">${each}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

/** The cell formats stand in the order of `CELL_STYLES`; number format 49 is text, 3 is `#,##0`. */
function stylesXml(): string {
  const font = (size: number, extra = '', colour = 'FF1B2733'): string =>
    `<font>${extra}<sz val="${size}"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/></font>`;
  const fonts = [
    font(11),
    font(16, '<b/>'),
    font(11, '<b/>', 'FFFFFFFF'),
    font(11, '<b/>'),
    font(10, '<i/>', 'FF55606B'),
  ];
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E6B"/></patternFill></fill>',
  ];
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    '<border><left/><right/><top style="thin"><color rgb="FF1B2733"/></top><bottom/><diagonal/></border>',
  ];
  const top = '<alignment vertical="top"/>';
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const format = (numFmt: number, fontId: number, fill: number, border: number, alignment: string): string =>
    `<xf numFmtId="${numFmt}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
  const formats = [
    format(0, 0, 0, 0, top),
    format(0, 1, 0, 0, top),
    format(0, 2, 2, 0, wrapped),
    format(49, 0, 0, 0, top),
    format(3, 0, 0, 0, top),
    format(0, 3, 0, 1, top),
    format(3, 3, 0, 1, top),
    format(0, 4, 0, 0, top),
    format(0, 0, 0, 0, wrapped),
  ];
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="${fills.length}">${fills.join('')}</fills>` +
    `<borders count="${borders.length}">${borders.join('')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
}

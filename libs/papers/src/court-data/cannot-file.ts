import { printDate } from '@clearway/record';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';
import { caseNumberOfRecord, type FilingLine, type Packet, type UnfiledLine, type UnfiledReason } from '../filing/filing-plan';

export const CANNOT_FILE_COLUMNS = ['reason', 'detail', 'file', 'line', 'name', 'courthouse', 'case_number', 'count', 'section', 'conviction_date', 'relief', 'prosecuting_agency'] as const;

/**
 * Convictions with relief that are on no paper, with the reason and where they stand in the input (file and line from 1). No id of
 * the person: the list may be handed to the court or to a defender.
 */
export function cannotFileCsv(unfiled: readonly UnfiledLine[]): string {
  const rows = unfiled.map((line) => [
    line.reason,
    line.detail,
    line.file < 0 ? '' : String(line.file + 1),
    line.sourceLine < 1 ? '' : String(line.sourceLine),
    line.name,
    line.courthouse,
    line.caseNumber,
    line.count === 0 ? '' : String(line.count),
    line.citation,
    printDate(line.convictedOn),
    line.relief,
    line.agency,
  ]);
  // People open it in a spreadsheet program, which takes letters with accents for others without the mark.
  return `${BYTE_ORDER_MARK}${[CANNOT_FILE_COLUMNS, ...rows].map((cells) => csvRow(cells.map(safeCell))).join('')}`;
}

/** The lines of a packet that is not released. */
export function heldBackLines(packet: Packet, detail: string): readonly UnfiledLine[] {
  return packet.lines.map((line) => unfiledLine(packet, line, 'packet-held-back', detail));
}

/** The row of a line that was planned and is not filed. */
export function unfiledLine(packet: Packet, line: FilingLine, reason: UnfiledReason, detail: string): UnfiledLine {
  return {
    reason,
    detail,
    agency: packet.agency,
    courthouse: line.courtOfRecord,
    caseNumber: caseNumberOfRecord(line),
    person: line.person,
    name: line.name,
    key: line.key,
    count: line.count,
    citation: line.citation,
    convictedOn: line.convictedOn,
    relief: line.relief,
    file: line.file,
    sourceLine: line.sourceLine,
  };
}

import { type CourtFiling, type PublicContent } from '../courts/court-profile';
import { type FilingLine, type Packet } from '../filing/filing-plan';
import { textOf } from './paper';
import { caseTable } from './line-tables';

/** A finished file that motion and order name. */
export interface ListedFile {
  /** `Exhibit A`, `Exhibit A, part 1 of 3`, `Schedule, part 1 of 3`. */
  readonly title: string;
  /** Name of the file. */
  readonly file: string;
  /** SHA-256 in hex. */
  readonly sha256: string;
}

/**
 * The list of convictions of a packet. It is finished before motion and order, which name its SHA-256: what is signed is what is filed is
 * what the order names.
 */
export interface ConvictionList {
  /** Of the one file of the list; of its parts' hashes, one a line; or of the text of the motion's own table. */
  readonly sha256: string;
  /** The exhibit, whole or in parts; none where the list is the motion's own table. */
  readonly exhibit: readonly ListedFile[];
  /** The order's schedule in parts, where it is too large for the order itself. */
  readonly schedule: readonly ListedFile[];
  /** The ground on which the complete list is under seal; '' where it is public. */
  readonly ground: string;
}

/** What stands in a public paper in the place of what is under seal. */
export const UNDER_SEAL = '[under seal]';

/** Whether a court's public papers leave something out. */
export function holdsBack({ public: shown }: CourtFiling): boolean {
  return !(shown.names && shown.charges && shown.convictionDates);
}

/** A packet as public papers show it. */
export function publicPacket(packet: Packet, filing: CourtFiling): Packet {
  if (!holdsBack(filing)) return packet;
  return { ...packet, lines: packet.lines.map((line) => publicLine(line, filing.public)) };
}

function publicLine(line: FilingLine, shown: PublicContent): FilingLine {
  return {
    ...line,
    ...(shown.names ? {} : { name: UNDER_SEAL }),
    ...(shown.charges ? {} : { chargeText: UNDER_SEAL }),
    ...(shown.convictionDates ? {} : { convictedOn: 0 }),
  };
}

/** The text of the motion's own table, cell by cell, of which the hash is taken: tabs between cells, a line feed behind each row. */
export function listText(lines: readonly FilingLine[]): string {
  const table = caseTable(lines);
  if (table.kind !== 'table') return textOf(table).join('\n');
  const rows = [table.columns.map(({ title }) => title), ...table.rows];
  const { caseNumber, name } = lines[0] as FilingLine;
  return [[caseNumber, name], ...rows].map((cells) => `${cells.join('\t')}\n`).join('');
}

/** How motion and order speak of the list. */
export function listKind({ exhibit, ground }: ConvictionList): 'exhibit' | 'sealed' | 'table' {
  return ground !== '' ? 'sealed' : exhibit.length > 0 ? 'exhibit' : 'table';
}

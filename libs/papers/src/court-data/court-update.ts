import { printDate } from '@clearway/record';
import { csvRow, safeCell } from '@clearway/spreadsheets';
import { arrestToo } from './arrest-too';
import { type FilingLine, type GrantableRelief, type LineEffect, type Packet } from '../filing/filing-plan';
import { EFFECTS_ON_PAPER, ELECTED_WORDS, RELIEF_WORDS, RELIEFS_ON_PAPER } from '../words/relief-words';

export const COURT_UPDATE_COLUMNS = [
  'courthouse',
  'courthouse_ori',
  'case_number',
  'other_case_numbers',
  'defendant',
  'count',
  'section',
  'charge',
  'conviction_date',
  'relief',
  'statute',
  'case_effect',
  'arrest_too',
  'floor_only',
  'prosecuting_agency',
  'packet',
  'line',
  'order_file',
  'former_case_number',
  'court_of_record',
] as const;

interface Row {
  readonly packet: Packet;
  readonly line: FilingLine;
}

/**
 * The clerk's data file: one row per count of the released packets, sorted by courthouse, case number, defendant, count. Codes
 * of `relief` and `case_effect` are closed lists. No social security number, birth date or state identification number, and
 * no person id of Clearway either: it is made from the state's number, and who knows how could find the number by trying all.
 * `packet` and `line` name a row.
 * @param orders the file of each packet that the court signs
 */
export function courtUpdateCsv(packets: readonly Packet[], orders: ReadonlyMap<string, string> = new Map()): string {
  const rows = packets.flatMap((packet) => packet.lines.map((line): Row => ({ packet, line }))).sort(compareRows);
  const parts = [csvRow(COURT_UPDATE_COLUMNS)];
  for (const { packet, line } of rows) {
    parts.push(
      csvRow(
        [
          packet.courthouse.name,
          packet.courthouse.ori,
          line.caseNumber,
          line.otherCaseNumbers.join('; '),
          line.name,
          line.count === 0 ? '' : String(line.count),
          line.citation,
          line.chargeText,
          printDate(line.convictedOn),
          line.relief,
          line.authority === '' ? RELIEF_WORDS[line.relief].statute : ELECTED_WORDS.update,
          line.effect,
          arrestToo(line) ? 'yes' : 'no',
          line.floorOnly ? 'yes' : 'no',
          packet.agency,
          packet.id,
          String(line.line),
          orders.get(packet.id) ?? '',
          line.formerCaseNumber,
          line.courtOfRecord,
        ].map(safeCell),
      ),
    );
  }
  return parts.join('');
}

/** Control totals: one row per courthouse, then one for all, with the hash of the file that they belong to. */
export function courtUpdateTotalsCsv(packets: readonly Packet[], courtUpdateSha256: string): string {
  const header = ['courthouse', 'lines', 'cases', 'defendants', ...RELIEFS_ON_PAPER, ...EFFECTS_ON_PAPER, 'arrests', 'packets', 'court_update_sha256'];
  const byCourthouse = new Map<string, Packet[]>();
  for (const packet of packets) {
    const own = byCourthouse.get(packet.courthouse.name);
    if (own) own.push(packet);
    else byCourthouse.set(packet.courthouse.name, [packet]);
  }
  const rows = [...byCourthouse.keys()].sort().map((name) => totalsRow(name, byCourthouse.get(name) ?? [], ''));
  return [header, ...rows, totalsRow('ALL', packets, courtUpdateSha256)].map((cells) => csvRow(cells.map(safeCell))).join('');
}

function totalsRow(name: string, packets: readonly Packet[], sha256: string): readonly string[] {
  const cases = new Set<string>();
  const people = new Set<string>();
  const arrests = new Set<string>();
  const reliefs = new Map<GrantableRelief, number>();
  const effects = new Map<LineEffect, number>();
  let lines = 0;
  for (const { courthouse, lines: own } of packets) {
    lines += own.length;
    for (const line of own) {
      cases.add(`${courthouse.name}\n${line.caseNumber}`);
      people.add(line.person);
      if (arrestToo(line)) arrests.add(`${courthouse.name}\n${line.caseNumber}\n${line.person}`);
      reliefs.set(line.relief, (reliefs.get(line.relief) ?? 0) + 1);
      effects.set(line.effect, (effects.get(line.effect) ?? 0) + 1);
    }
  }
  const numbers = [lines, cases.size, people.size, ...RELIEFS_ON_PAPER.map((relief) => reliefs.get(relief) ?? 0), ...EFFECTS_ON_PAPER.map((effect) => effects.get(effect) ?? 0), arrests.size, packets.length];
  return [name, ...numbers.map(String), sha256];
}

function compareRows(a: Row, b: Row): number {
  return (
    compare(a.packet.courthouse.name, b.packet.courthouse.name) ||
    compare(a.line.caseNumber, b.line.caseNumber) ||
    compare(a.line.name, b.line.name) ||
    compare(a.line.person, b.line.person) ||
    compare(a.line.key, b.line.key)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { type BatchFile, type BatchTotals } from '@clearway/court-exchange';
import { csvRow, safeCell } from '@clearway/spreadsheets';
import { arrestToo } from '../court-data/arrest-too';
import { type Packet } from '../filing/filing-plan';

/** Files that hold papers: what is signed, filed and counted, without index and data. */
export function isPaper({ kind }: Pick<BatchFile, 'kind'>): boolean {
  return kind !== 'index' && kind !== 'court-update' && kind !== 'control-totals';
}

export function batchTotals(packets: readonly Packet[], files: readonly BatchFile[]): BatchTotals {
  const cases = new Set<string>();
  const people = new Set<string>();
  const byRelief: Record<string, number> = {};
  const byCaseEffect: Record<string, number> = {};
  let count = 0;
  for (const { lines } of packets) {
    count += lines.length;
    for (const { caseNumber, person, relief, effect } of lines) {
      cases.add(caseNumber);
      people.add(person);
      byRelief[relief] = (byRelief[relief] ?? 0) + 1;
      byCaseEffect[effect] = (byCaseEffect[effect] ?? 0) + 1;
    }
  }
  const papers = files.filter(isPaper);
  return {
    packets: packets.length,
    files: papers.length,
    pages: papers.reduce((sum, { pages }) => sum + pages, 0),
    lines: count,
    cases: cases.size,
    people: people.size,
    byRelief: inOrder(byRelief),
    byCaseEffect: inOrder(byCaseEffect),
  };
}

/** `control_totals.csv`: what court and office compare before anything is loaded, with the hash of the file that it belongs to. */
export function controlTotalsCsv(
  packets: readonly Packet[],
  totals: BatchTotals,
  copies: number,
  dataFileSha256: string,
): string {
  const { byRelief, byCaseEffect, ...numbers } = totals;
  const arrests = new Set<string>();
  for (const { lines } of packets)
    for (const line of lines) if (arrestToo(line)) arrests.add(`${line.caseNumber}\n${line.person}`);
  const rows: readonly (readonly [string, string | number])[] = [
    ['total', 'value'],
    ...Object.entries(numbers),
    ['copies', copies],
    ...Object.entries(byRelief).map(([relief, n]) => [`relief ${relief}`, n] as const),
    ...Object.entries(byCaseEffect).map(([effect, n]) => [`case effect ${effect}`, n] as const),
    ['arrests', arrests.size],
    ['court_update_sha256', dataFileSha256],
  ];
  return rows.map(([name, value]) => csvRow([safeCell(name), safeCell(String(value))])).join('');
}

function inOrder(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

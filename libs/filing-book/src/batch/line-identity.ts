import { createHash } from 'node:crypto';
import { type CourtUpdateRow, plainCaseNumber, plainName } from '@clearway/court-exchange';
import { canonicalJson } from '../events/chain';
import { type MadeLine } from '../events/event';

/**
 * The conviction that a row is about, whatever batch it stands in: court, the number in the state's record, defendant and count (where
 * the record has no count, section and date). Of what stands on the paper, never of a number of the state.
 */
export function lineKey(row: CourtUpdateRow): string {
  const number = plainCaseNumber(row.formerCaseNumber || row.caseNumber);
  const count = row.count > 0 ? String(row.count) : `${row.section} ${row.convictionDate}`;
  return digest(
    [
      'clearway line',
      row.matchKeys.courtOri || row.courthouseOri || plainName(row.courthouse),
      number,
      plainName(row.defendant),
      count,
    ].join('\n'),
  );
}

/** Everything that a row says but where it stands. */
export function rowDigest(row: CourtUpdateRow): string {
  return digest(canonicalJson(saidBy(row)));
}

/** The fields of a row that are said of the conviction: not its place in a batch. */
export function saidBy(row: CourtUpdateRow): Readonly<Record<string, unknown>> {
  const { packet: _packet, line: _line, ref: _ref, orderFile: _file, matchKeys, dispositionReason, ...said } = row;
  const keys = Object.fromEntries(Object.entries(matchKeys).map(([name, value]) => [`matchKeys.${name}`, value]));
  return {
    ...said,
    'dispositionReason.code': dispositionReason.code,
    'dispositionReason.words': dispositionReason.words,
    ...keys,
  };
}

/** The rows of a batch as its first event keeps them; two rows about one count are told apart by their order. */
export function madeLines(rows: readonly CourtUpdateRow[]): readonly MadeLine[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = lineKey(row);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return { ref: row.ref, key: times === 0 ? key : `${key}.${times}`, row: rowDigest(row), relief: row.relief };
  });
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 20);
}

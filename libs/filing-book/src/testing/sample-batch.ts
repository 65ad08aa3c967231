import { createHash } from 'node:crypto';
import { type BatchManifest, type CourtUpdateRow } from '@clearway/court-exchange';
import { batchMade } from '../batch/draft-made';
import { chainEvents, NOTHING_BEFORE } from '../events/chain';
import { type BookEvent, type DraftEvent } from '../events/event';

/** Rows of a bulk packet for tests: invented people, one count each. */
export function sampleRows(
  count: number,
  change: (i: number) => Partial<CourtUpdateRow> = () => ({}),
  packet = '3f9a01bc44de',
): readonly CourtUpdateRow[] {
  return Array.from(
    { length: count },
    (_, i): CourtUpdateRow => ({
      packet,
      line: i + 1,
      ref: `${packet}-${i + 1}`,
      courthouse: 'CASC COMPTON',
      courthouseOri: 'CA019115J',
      courthouseOfRecord: 'CASC COMPTON',
      caseNumber: `BA${100000 + i}`,
      formerCaseNumber: '',
      otherCaseNumbers: [],
      defendant: `PERSON, NUMBER ${i}`,
      count: 1,
      section: 'HS 11359',
      charge: 'POSSESS FOR SALE',
      convictionDate: '1998-03-12',
      relief: 'dismiss-and-seal',
      statute: 'HS 11361.8(e), (f)',
      dispositionReason: { code: 'hs-11361.8', words: 'dismissed under HS 11361.8(f)' },
      caseEffect: 'one-count',
      arrestToo: false,
      floorOnly: false,
      agency: 'LOS ANGELES COUNTY DISTRICT ATTORNEY',
      orderFile: 'order.pdf',
      ...change(i),
      matchKeys: {
        cii: `A${String(10000000 + i)}`,
        name: `PERSON,NUMBER ${i}`,
        otherNames: [],
        birthDate: '1970-01-01',
        arrestDate: '1998-01-01',
        arrestingOri: 'CA0190000',
        bookingNumber: '',
        courtOri: 'CA019115J',
        chargeCode: '',
        ...change(i).matchKeys,
      },
    }),
  );
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The manifest of a batch with these rows; its files are given. */
export function sampleManifest(
  batch: string,
  rows: readonly CourtUpdateRow[],
  change: Partial<BatchManifest> = {},
): BatchManifest {
  const counted = (values: readonly string[]): Record<string, number> =>
    Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((each) => each === value).length]));
  const packets = [...new Set(rows.map(({ packet }) => packet))];
  const files = change.files ?? [];
  return {
    format: 'clearway-batch-1',
    batch,
    corrects: '',
    office: 'la-da',
    county: 'LOS ANGELES',
    court: { profile: 'los-angeles-compton', profileSha256: 'ab'.repeat(32), name: 'CASC COMPTON', ori: 'CA019115J' },
    agency: 'LOS ANGELES COUNTY DISTRICT ATTORNEY',
    asOf: '2026-11-23',
    policy: { name: 'california-statute', sha256: 'cd'.repeat(32) },
    packets: packets.map((packet) => ({
      packet,
      lines: rows.filter((row) => row.packet === packet).length,
      cases: 1,
      people: 1,
      inputs: 'x',
      listSha256: 'ef'.repeat(32),
    })),
    files,
    totals: {
      packets: packets.length,
      files: files.length,
      pages: files.reduce((sum, { pages }) => sum + pages, 0),
      lines: rows.length,
      cases: rows.length,
      people: rows.length,
      byRelief: counted(rows.map(({ relief }) => relief)),
      byCaseEffect: counted(rows.map(({ caseEffect }) => caseEffect)),
    },
    ...change,
  };
}

/** `0000000000000001` for 1. */
export function batchId(number: number): string {
  return number.toString(16).padStart(16, '0');
}

/** The event with which such a batch comes into the book. */
export function made(number: number, rows: readonly CourtUpdateRow[], change: Partial<BatchManifest> = {}): DraftEvent {
  const manifest = sampleManifest(batchId(number), rows, change);
  return batchMade(
    manifest,
    sha256(JSON.stringify(manifest)),
    { format: 'clearway-court-update-1', batch: manifest.batch, rows },
    null,
  );
}

export function released(number: number, event: DraftEvent, on = '2026-12-01'): DraftEvent {
  const manifestSha256 = event.kind === 'batch-made' ? event.manifestSha256 : '';
  return {
    kind: 'batch-released',
    batch: batchId(number),
    manifestSha256,
    signedBy: 'Jane Roe',
    on,
    dangersRead: true,
  };
}

export function sent(number: number, on = '2026-12-02'): DraftEvent {
  return { kind: 'batch-sent', batch: batchId(number), on, how: 'by hand' };
}

export function receipt(
  number: number,
  lines: readonly (readonly [
    number,
    'granted' | 'denied' | 'not-found' | 'already-relieved' | 'destroyed' | 'mismatch',
    string?,
    string?,
  ])[],
  packet = '3f9a01bc44de',
): DraftEvent {
  return {
    kind: 'receipt-recorded',
    batch: batchId(number),
    fileSha256: sha256(JSON.stringify(lines)),
    lines: lines.map(([line, answer, on = '2026-12-10', caseNumber = '']) => ({
      ref: `${packet}-${line}`,
      answer,
      on,
      caseNumber,
      note: '',
    })),
  };
}

/** Drafts as a chain of events, one second apart. */
export function chained(drafts: readonly DraftEvent[]): readonly BookEvent[] {
  const events: BookEvent[] = [];
  drafts.forEach((draft, i) => {
    const at = new Date(Date.UTC(2026, 11, 1, 12, 0, i)).toISOString();
    events.push(
      ...chainEvents(events.at(-1)?.sha256 ?? NOTHING_BEFORE, [draft], { office: 'la-da', by: 'analyst', at }),
    );
  });
  return events;
}

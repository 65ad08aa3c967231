import { type BatchManifest, type CourtUpdateRow } from '@clearway/court-exchange';

const PACKET = '3f9a01bc44de';

/** Rows of a packet about invented people of one name, one count each. */
export function sampleRows(count: number, defendant: string): readonly CourtUpdateRow[] {
  return Array.from({ length: count }, (_, i) => ({
    packet: PACKET,
    line: i + 1,
    ref: `${PACKET}-${i + 1}`,
    courthouse: 'CASC COMPTON',
    courthouseOri: 'CA019115J',
    courthouseOfRecord: 'CASC COMPTON',
    caseNumber: `BA${100000 + i}`,
    formerCaseNumber: '',
    otherCaseNumbers: [],
    defendant,
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
    matchKeys: {
      cii: `A${10000000 + i}`,
      name: defendant,
      otherNames: [],
      birthDate: '1970-01-01',
      arrestDate: '1998-01-01',
      arrestingOri: 'CA0190000',
      bookingNumber: '',
      courtOri: 'CA019115J',
      chargeCode: '',
    },
  }));
}

/** The manifest of a batch with these rows and no file but its data file. */
export function sampleManifest(
  batch: string,
  rows: readonly CourtUpdateRow[],
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
): BatchManifest {
  const lines = rows.length;
  const [court, hash] = ['los-angeles-compton', 'ab'.repeat(32)];
  return {
    format: 'clearway-batch-1',
    batch,
    corrects: '',
    office: 'test-da',
    county: 'LOS ANGELES',
    court: { profile: court, profileSha256: hash, name: 'CASC COMPTON', ori: 'CA019115J' },
    agency: 'LOS ANGELES COUNTY DISTRICT ATTORNEY',
    asOf: '2026-11-23',
    policy: { name: 'california-statute', sha256: hash },
    packets: [{ packet: PACKET, lines, cases: lines, people: 1, inputs: 'x', listSha256: hash }],
    files: [
      {
        path: 'confidential/court_update.json',
        kind: 'court-update',
        sha256,
        bytes,
        pages: 0,
        public: false,
        packets: [],
      },
    ],
    totals: {
      packets: 1,
      files: 1,
      pages: 0,
      lines,
      cases: lines,
      people: 1,
      byRelief: { 'dismiss-and-seal': lines },
      byCaseEffect: { 'one-count': lines },
    },
  };
}

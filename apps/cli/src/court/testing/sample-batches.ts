import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BatchFileKind, type BatchManifest, type CourtUpdateRow, plainName } from '@clearway/court-exchange';
import { readCsv } from '@clearway/spreadsheets';
import { Flow, LETTER, PdfDocument } from '@clearway/typesetting';

export type Row = Readonly<Record<string, string>>;

/** Rows of a CSV by their heads. */
export function rowsOf(path: string): readonly Row[] {
  const [head, ...rows] = [...readCsv(readFileSync(path, 'utf8').replace('\uFEFF', ''))].map(({ fields }) => fields);
  return rows.map((fields) => Object.fromEntries((head ?? []).map((name, i) => [name, fields[i] ?? ''])));
}

/** Rows of `court_update.json` from what a run has written, with the state's own keys from the annotated results. */
export function rowsOfRun(results: string): readonly CourtUpdateRow[] {
  const people = rowsOf(join(results, 'Prop64_Results.csv'));
  return rowsOf(join(results, 'court_update.csv')).map((row): CourtUpdateRow => {
    const cell = (name: string): string => row[name] ?? '';
    const count = Number(cell('count'));
    const person = people.find(
      (each) =>
        plainName(each['PRI_NAME'] ?? '') === plainName(cell('defendant')) &&
        Number((each['Conviction'] ?? '').slice(-6, -3)) === count &&
        (each['Case Number'] ?? '').includes(cell('case_number')),
    );
    const order = (person?.['Conviction'] ?? ':').split(':')[1] ?? '';
    return {
      packet: cell('packet'),
      line: Number(cell('line')),
      ref: `${cell('packet')}-${cell('line')}`,
      courthouse: cell('courthouse'),
      courthouseOri: cell('courthouse_ori'),
      courthouseOfRecord: cell('court_of_record'),
      caseNumber: cell('case_number'),
      formerCaseNumber: '',
      otherCaseNumbers: cell('other_case_numbers') === '' ? [] : cell('other_case_numbers').split('; '),
      defendant: cell('defendant'),
      count,
      section: cell('section'),
      charge: cell('charge'),
      convictionDate: cell('conviction_date'),
      relief: cell('relief'),
      statute: cell('statute'),
      dispositionReason: { code: '11361.8', words: 'HS 11361.8' },
      caseEffect: cell('case_effect'),
      arrestToo: cell('arrest_too') === 'yes',
      floorOnly: cell('floor_only') === 'yes',
      agency: cell('prosecuting_agency'),
      orderFile: 'order.pdf',
      matchKeys: {
        cii: person?.['CII_NUMBER'] ?? '',
        name: person?.['PRI_NAME'] ?? '',
        otherNames: [],
        birthDate: '',
        arrestDate: '',
        arrestingOri: '',
        bookingNumber: '',
        courtOri: cell('courthouse_ori'),
        chargeCode: '',
        countOrder: order,
      },
    };
  });
}

/** One row of an invented batch. */
export function sampleRow(i: number): CourtUpdateRow {
  const packet = '3f9a01bc44de';
  return {
    packet,
    line: i + 1,
    ref: `${packet}-${i + 1}`,
    courthouse: 'CASC FRESNO',
    courthouseOri: 'CA010013J',
    courthouseOfRecord: 'CASC FRESNO',
    caseNumber: `F${1000 + i}`,
    formerCaseNumber: '',
    otherCaseNumbers: [],
    defendant: `PERSON, NUMBER ${i}`,
    count: 1,
    section: 'HS 11359',
    charge: '',
    convictionDate: '1998-03-12',
    relief: 'dismiss-and-seal',
    statute: '',
    dispositionReason: { code: '', words: '' },
    caseEffect: 'one-count',
    arrestToo: false,
    floorOnly: false,
    agency: 'FRESNO COUNTY DISTRICT ATTORNEY',
    orderFile: 'order.pdf',
    matchKeys: {
      cii: `A${i}`,
      name: '',
      otherNames: [],
      birthDate: '',
      arrestDate: '',
      arrestingOri: '',
      bookingNumber: '',
      courtOri: '',
      chargeCode: '',
    },
  };
}

function paper(title: string, ...texts: readonly string[]): Uint8Array {
  const document = new PdfDocument({ title, language: 'en-US', date: 20261123, author: 'Clearway', subject: title });
  const flow = new Flow(document, { top: 72, bottom: 72, left: 72, right: 300 }, LETTER);
  for (const text of [title, ...texts]) flow.paragraph(text, { size: 12, leading: 16 });
  return document.toBytes();
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes the folder of a batch as `clearway analyze --papers` does: one packet, its papers drawn and named by hash. */
export function writeBatch(
  folder: string,
  rows: readonly CourtUpdateRow[],
  change: Partial<BatchManifest> = {},
): BatchManifest {
  const [first] = rows;
  if (!first) throw new Error('a batch has lines');
  const batch = change.batch ?? sha256(JSON.stringify(rows)).slice(0, 16);
  const exhibit = paper('Exhibit A', ...rows.map(({ line, caseNumber }) => `${line} ${caseNumber}`));
  const listSha256 = sha256(exhibit);
  const packets = [first.packet];
  const files: (readonly [string, BatchFileKind, Uint8Array, boolean])[] = [
    ['motion.pdf', 'motion', paper('Motion', `Exhibit A, SHA-256 ${listSha256}`), true],
    ['order.pdf', 'order', paper('Order', `SHA-256 ${listSha256}`), true],
    ['exhibit_a.pdf', 'exhibit', exhibit, true],
    ['court_update.csv', 'court-update', Buffer.from('ref\n'), true],
    [
      'confidential/court_update.json',
      'court-update',
      Buffer.from(JSON.stringify({ format: 'clearway-court-update-1', batch, rows })),
      false,
    ],
  ];
  const counted = (values: readonly string[]): Record<string, number> =>
    Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((each) => each === value).length]));
  const pages = (path: string): number => (path.endsWith('exhibit_a.pdf') ? Math.ceil((rows.length + 1) / 40) : 1);
  const manifest: BatchManifest = {
    format: 'clearway-batch-1',
    batch,
    corrects: '',
    office: '',
    county: 'FRESNO',
    court: { profile: 'fresno', profileSha256: '', name: first.courthouse, ori: first.courthouseOri },
    agency: first.agency,
    asOf: '2026-11-23',
    policy: { name: 'california-statute', sha256: '' },
    packets: [
      { packet: first.packet, lines: rows.length, cases: rows.length, people: rows.length, inputs: '', listSha256 },
    ],
    files: files.map(([path, kind, bytes, isPublic]) => ({
      path,
      kind,
      sha256: sha256(bytes),
      bytes: bytes.length,
      pages: path.endsWith('.pdf') ? pages(path) : 0,
      public: isPublic,
      packets: path.endsWith('.pdf') ? packets : [],
    })),
    totals: {
      packets: 1,
      files: files.length,
      pages: 3,
      lines: rows.length,
      cases: rows.length,
      people: rows.length,
      byRelief: counted(rows.map(({ relief }) => relief)),
      byCaseEffect: counted(rows.map(({ caseEffect }) => caseEffect)),
    },
    ...change,
  };
  for (const [path, , bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

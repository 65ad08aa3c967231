import {
  type BatchFile,
  type BatchFileKind,
  type BatchForm,
  type BatchManifest,
  type CourtUpdateRow,
} from '@clearway/court-exchange';
import { parseCalendarDate, printDate } from '@clearway/record';
import { createHash } from 'node:crypto';
import { BatchIndexError } from '../errors';
import { type FilingOptions } from '../filing/filing-options';
import { type FilingBatch } from '../filing/filing-plan';
import { indexPaper } from '../paper/batch-papers';
import { drawPaper } from '../paper/draw-paper';
import { type IndexRow } from '../values/paper-given';
import { readBack } from '../read-back/read-back';
import { indexCsv } from './batch-index';
import { byPath, type PlacedPacket } from './placed-packet';
import { batchTotals, controlTotalsCsv } from './batch-totals';
import { courtDataFile, dataFileIsPublic } from './court-data-file';
import { type FilingSink, jsonList, writePieces } from './filing-sink';
import { updateRow } from './update-rows';

/** What stands beside the papers of a batch: index, data files, control totals, and the manifest, which is written last. */
export async function batchDocuments(
  batch: FilingBatch,
  options: FilingOptions,
  sink: FilingSink,
  placed: readonly PlacedPacket[],
  papers: readonly BatchFile[],
  { corrects, forms }: Pick<BatchManifest, 'corrects'> & { readonly forms: readonly BatchForm[] },
): Promise<BatchManifest> {
  const { profile, courthouse, agency, folder } = batch;
  const { filing } = profile;
  const id = batchId(batch, options, placed, corrects);
  const files: BatchFile[] = [...papers];
  const write = async (
    path: string,
    kind: BatchFileKind,
    pieces: Iterable<Uint8Array>,
    isPublic: boolean,
    pages = 0,
  ): Promise<string> => {
    const written = await writePieces(sink, `${folder}/${path}`, pieces);
    files.push({ path, kind, ...written, pages, public: isPublic, packets: [] });
    return written.sha256;
  };
  const rows = placed.flatMap(({ index }) => index);
  await write('index.csv', 'index', indexCsv(rows, filing.copies), true);
  const { bytes, pages } = drawIndex(batch, id, corrects, rows, placed, options);
  await write('index.pdf', 'index', [bytes], true, pages);
  const dataFile = await write(
    'court_update.csv',
    'court-update',
    courtDataFile(filing, updateRows(placed)),
    dataFileIsPublic(filing),
  );
  const head = { format: 'clearway-court-update-1', batch: id };
  await write('confidential/court_update.json', 'court-update', jsonList(head, 'rows', updateRows(placed)), false);
  const packets = placed.map(({ packet }) => packet);
  const totals = batchTotals(packets, papers);
  await write(
    'control_totals.csv',
    'control-totals',
    [Buffer.from(controlTotalsCsv(packets, totals, filing.copies, dataFile))],
    true,
  );
  const manifest: BatchManifest = {
    format: 'clearway-batch-1',
    batch: id,
    corrects,
    office: options.office ?? '',
    county: options.county,
    court: { profile: profile.id, profileSha256: profile.sha256, name: courthouse.name, ori: courthouse.ori },
    agency,
    asOf: printDate(options.asOf),
    policy: { name: options.policy.name, sha256: options.policy.hash },
    ...(forms.length === 0 ? {} : { forms }),
    packets: placed.map(({ entry }) => entry),
    files: files.sort(byPath),
    totals,
  };
  await sink.write(`${folder}/manifest.json`, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  return manifest;
}

function* updateRows(placed: readonly PlacedPacket[]): Generator<CourtUpdateRow> {
  for (const { packet, orderFile } of placed) for (const line of packet.lines) yield updateRow(packet, line, orderFile);
}

/** The same batch has the same id. */
function batchId(
  { profile, courthouse, agency }: FilingBatch,
  options: FilingOptions,
  placed: readonly PlacedPacket[],
  corrects: string,
): string {
  const hash = createHash('sha256').update(
    JSON.stringify([profile.id, courthouse.name, agency, options.asOf, corrects]),
  );
  for (const { entry } of placed) hash.update(`\n${entry.inputs}`);
  return hash.digest('hex').slice(0, 16);
}

function drawIndex(
  batch: FilingBatch,
  id: string,
  corrects: string,
  rows: readonly IndexRow[],
  placed: readonly PlacedPacket[],
  options: FilingOptions,
): { readonly bytes: Uint8Array; readonly pages: number } {
  const shown = { ...batch, packets: placed.map(({ packet }) => packet) };
  const { filing, confirmed } = batch.profile;
  const given = {
    batch: { id, packets: placed.length, corrects },
    shown: filing.public,
    copies: filing.copies,
    ...(confirmed ? { confirmed: { by: confirmed.by, on: parseCalendarDate(confirmed.on) } } : {}),
  };
  const paper = indexPaper(shown, rows, options, given);
  const drawn = drawPaper(paper);
  const [difference] = readBack(paper, drawn.bytes);
  if (difference) throw new BatchIndexError(difference.kind);
  return drawn;
}

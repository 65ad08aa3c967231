import { type BatchFile, type BatchManifest } from '@clearway/court-exchange';
import { decodeCsv, readCsv } from '@clearway/spreadsheets';
import { createHash } from 'node:crypto';
import { formOfVolume } from './form-volumes';
import { type LinePlace } from '../packet/packet-drawing';

/** A batch that was made before, and how its files are read. */
export interface EarlierBatch {
  readonly manifest: BatchManifest;
  /** Bytes of a file by its path within the batch; undefined when it is gone. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** Batches that were made before for a court and an agency, the newest first. */
export interface BatchStoreLookup {
  earlier(profile: string, agency: string): readonly EarlierBatch[];
}

/** What stands of a packet, or of a volume's packets, from before: files not yet read. */
export interface FoundFiles {
  readonly batch: EarlierBatch;
  readonly files: readonly BatchFile[];
  readonly listSha256: readonly string[];
}

/** Finds files that were made of the same inputs, so that nothing is drawn again. */
export class EarlierFiles {
  private readonly byInputs = new Map<
    string,
    { readonly batch: EarlierBatch; readonly packet: string; readonly listSha256: string }
  >();
  private readonly filesOf = new Map<EarlierBatch, ReadonlyMap<string, readonly BatchFile[]>>();
  private readonly indexes = new Map<EarlierBatch, Promise<ReadonlyMap<string, readonly LinePlace[]>>>();

  constructor(earlier: readonly EarlierBatch[]) {
    for (const batch of earlier) {
      const files = new Map<string, BatchFile[]>();
      for (const file of batch.manifest.files)
        for (const packet of file.packets) files.set(packet, [...(files.get(packet) ?? []), file]);
      this.filesOf.set(batch, files);
      for (const { packet, inputs, listSha256 } of batch.manifest.packets)
        if (!this.byInputs.has(inputs)) this.byInputs.set(inputs, { batch, packet, listSha256 });
    }
  }

  /** The files of one packet, where none of them holds another's papers. */
  ofPacket(inputs: string): FoundFiles | undefined {
    const found = this.byInputs.get(inputs);
    const files = found && this.filesOf.get(found.batch)?.get(found.packet);
    if (!found || !files || files.length === 0 || files.some(({ packets }) => packets.length > 1)) return undefined;
    if (files.some(({ kind, path }) => kind === 'volume' || formOfVolume(path) !== undefined)) return undefined;
    return { batch: found.batch, files, listSha256: [found.listSha256] };
  }

  /** The files of packets that are joined: their volumes hold these packets, all of them, in this order, and no other. */
  ofGroup(inputs: readonly string[]): FoundFiles | undefined {
    const found = inputs.map((each) => this.byInputs.get(each));
    const batch = found[0]?.batch;
    if (!batch || found.some((each) => each?.batch !== batch)) return undefined;
    const packets = found.map((each) => each?.packet ?? '');
    const files = [...new Set(packets.flatMap((each) => this.filesOf.get(batch)?.get(each) ?? []))];
    const joined = files.filter(({ kind }) => kind === 'volume').flatMap((file) => file.packets);
    if (joined.join() !== packets.join()) return undefined;
    // Where each packet stands in a joined file of forms is kept nowhere; filling it again costs little.
    if (files.some(({ path }) => formOfVolume(path) !== undefined)) return undefined;
    return { batch, files, listSha256: found.map((each) => each?.listSha256 ?? '') };
  }

  /** Bytes of the files, each as its manifest says; undefined when one is gone or is not what it was. */
  async read({ batch, files }: FoundFiles): Promise<readonly Uint8Array[] | undefined> {
    const all: Uint8Array[] = [];
    for (const { path, sha256 } of files) {
      const bytes = await batch.read(path);
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) return undefined;
      all.push(bytes);
    }
    return all;
  }

  /** Where the earlier index found the cases of a packet, in its order. */
  async indexed({ batch }: FoundFiles, packet: string): Promise<readonly LinePlace[] | undefined> {
    let index = this.indexes.get(batch);
    if (!index) this.indexes.set(batch, (index = readIndex(batch)));
    return (await index).get(packet);
  }
}

async function readIndex(batch: EarlierBatch): Promise<ReadonlyMap<string, readonly LinePlace[]>> {
  const rows = new Map<string, LinePlace[]>();
  const file = batch.manifest.files.find(({ path }) => path === 'index.csv');
  const bytes = file && (await batch.read(file.path));
  if (!file || !bytes || createHash('sha256').update(bytes).digest('hex') !== file.sha256) return rows;
  for (const { line, fields } of readCsv(decodeCsv(bytes))) {
    const [, , packet = '', path = '', page = ''] = fields;
    if (line === 1) continue;
    const own = rows.get(packet);
    if (own) own.push({ path, page: Number(page) });
    else rows.set(packet, [{ path, page: Number(page) }]);
  }
  return rows;
}

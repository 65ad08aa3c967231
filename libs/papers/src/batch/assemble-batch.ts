import { type BatchForm, type BatchManifest } from '@clearway/court-exchange';
import { type FilingOptions } from '../filing/filing-options';
import { type FilingBatch, type Packet } from '../filing/filing-plan';
import { type DrawJob, type DrawJobResult, runDrawJob } from '../hands/draw-job';
import { type DrawingHands, OneHand } from '../hands/drawing-hands';
import { type DrawingWatch } from '../paper/draw-paper';
import { type FormSource, NO_FORMS } from '../packet/form-source';
import { type PacketFault } from '../packet/packet-fault';
import { batchDocuments } from './batch-documents';
import { type DrawGroup, drawGroups } from './batch-groups';
import { missingCodes } from './court-data-file';
import { type BatchStoreLookup, EarlierFiles, type FoundFiles } from './earlier-batches';
import { type FilingSink } from './filing-sink';
import { GroupWriter } from './group-writer';
import { packetInputs } from './packet-inputs';
import { packetRecord, type PacketRecord } from './packet-record';
import { updateRow } from './update-rows';

export interface AssembleOptions {
  /** Who draws; this thread when left out. */
  readonly hands?: DrawingHands;
  readonly watch?: DrawingWatch;
  /** Batches made before: what was made of the same inputs is taken from them and not drawn again. */
  readonly earlier?: BatchStoreLookup;
  /** The released batch that this one corrects. */
  readonly corrects?: string;
  readonly forms?: FormSource;
  /** Told of the lines of a packet, or of the packets of a volume, when their files are written. */
  readonly onLines?: (lines: number) => void;
}

export interface AssembledBatch {
  /** Absent where every packet was held back: then nothing is handed over. */
  readonly manifest?: BatchManifest;
  /** Of every packet, in the court's order. */
  readonly packets: readonly PacketRecord[];
  /** Packets whose files were taken from an earlier batch. */
  readonly reused: number;
}

/**
 * Draws, or takes from before, the packets of one court and agency, in the court's order; writes their files, index, the court's data file,
 * the confidential one, control totals and at last `manifest.json` into the batch's folder. A packet that cannot be drawn or differs
 * when it is read back is left out with its fault. The same batch gives the same bytes, whatever draws and whatever is taken from before.
 */
export async function assembleBatch(
  batch: FilingBatch,
  options: FilingOptions,
  sink: FilingSink,
  control: AssembleOptions = {},
): Promise<AssembledBatch> {
  const { filing } = batch.profile;
  const { watch = {}, forms, hands = new OneHand(forms) } = control;
  const earlier = new EarlierFiles(control.earlier?.earlier(batch.profile.id, batch.agency) ?? []);
  const records = new Map<string, PacketRecord>();
  const drawable = batch.packets.filter((packet) => {
    const faults = codeFaults(packet, batch);
    if (faults.length > 0) records.set(packet.id, heldBack(packet, faults));
    return faults.length === 0;
  });
  const inputs = new Map(drawable.map((packet) => [packet.id, packetInputs(packet, options, filing, forms)]));
  const writer = new GroupWriter(batch, sink, inputs, earlier, (packets) => {
    control.onLines?.(packets.reduce((sum, { lines }) => sum + lines.length, 0));
    watch.check?.();
  });
  const groups = [...drawGroups(drawable, filing)].map((group) => ({ group, found: lookUp(group, inputs, earlier) }));
  const jobOf = (group: DrawGroup, packets: readonly Packet[]): DrawJob => ({
    options,
    filing,
    batchFolder: batch.folder,
    how: group.how,
    packets: packets.map(withoutMatchKeys(batch)),
  });
  function* jobs(): Generator<DrawJob> {
    for (const { group, found } of groups) {
      const missing = group.packets.filter(({ id }) => !found.has(id));
      if (missing.length > 0) yield jobOf(group, missing);
    }
  }
  const results = hands.draw(jobs(), watch)[Symbol.asyncIterator]();
  let reused = 0;
  try {
    for (const { group, found } of groups) {
      watch.check?.();
      const drawn = found.size < group.packets.length ? ((await results.next()).value as DrawJobResult) : undefined;
      // What is gone from the earlier batch, or was changed, is drawn after all.
      const draw = (packets: readonly Packet[]): DrawJobResult => runDrawJob(jobOf(group, packets), watch, forms);
      const outcome = await writer.write(group, found, drawn, draw);
      reused += outcome.reused;
      for (const record of outcome.records) records.set(record.packet, record);
    }
  } finally {
    await results.return?.();
  }
  const packets = batch.packets.map(({ id }) => records.get(id) as PacketRecord);
  if (writer.placed.length === 0) return { packets, reused };
  const manifest = await batchDocuments(batch, options, sink, writer.placed, writer.files, {
    corrects: control.corrects ?? batch.corrects ?? '',
    forms: formsIn(batch, forms),
  });
  return { manifest, packets, reused };
}

function lookUp(
  group: DrawGroup,
  inputs: ReadonlyMap<string, string>,
  earlier: EarlierFiles,
): ReadonlyMap<string, FoundFiles> {
  const inputsOf = ({ id }: Packet): string => inputs.get(id) ?? '';
  if (group.how === 'volume') {
    const found = earlier.ofGroup(group.packets.map(inputsOf));
    return new Map(found ? group.packets.map(({ id }) => [id, found]) : []);
  }
  return new Map(
    group.packets.flatMap((packet) => {
      const found = earlier.ofPacket(inputsOf(packet));
      return found ? [[packet.id, found] as const] : [];
    }),
  );
}

/** The editions on which a batch is filled. */
function formsIn({ profile }: FilingBatch, forms: FormSource = NO_FORMS): readonly BatchForm[] {
  return profile.filing.papers.flatMap((each) => {
    const found = typeof each === 'string' ? undefined : forms.edition(each.form);
    return found && !('refused' in found) ? [{ form: found.form, edition: found.edition, sha256: found.sha256 }] : [];
  });
}

function codeFaults(packet: Packet, { profile }: FilingBatch): readonly PacketFault[] {
  if (!profile.filing.dataFile) return [];
  const missing = new Set(packet.lines.flatMap((line) => missingCodes(profile.filing, updateRow(packet, line, ''))));
  return [...missing].map((detail) => ({ paper: 'court_update.csv', kind: 'court-code-missing', page: 0, detail }));
}

function heldBack(packet: Packet, faults: readonly PacketFault[]): PacketRecord {
  return packetRecord(packet, { released: false, pages: 0, files: [], orderFile: '', faults });
}

/** Whoever draws does not need what the state finds a record by, but for the number of a sealed list. */
function withoutMatchKeys({ profile }: FilingBatch): (packet: Packet) => Packet {
  if (profile.filing.confidential) return (packet) => packet;
  return (packet) => ({ ...packet, lines: packet.lines.map((line) => ({ ...line, matchKeys: NO_KEYS })) });
}

const NO_KEYS = {
  cii: '',
  birthDate: 0,
  arrestDate: 0,
  arrestingOri: '',
  bookingNumber: '',
  chargeCode: '',
  otherNames: [],
  courtOri: '',
};

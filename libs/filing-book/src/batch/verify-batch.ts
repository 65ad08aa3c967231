import { createHash } from 'node:crypto';
import { type BatchFile, type BatchManifest, type CourtUpdate } from '@clearway/court-exchange';
import { type FileChange } from '../events/event';

/** A file of the folder as it is. */
export interface LookedAtFile {
  readonly sha256: string;
  readonly bytes: number;
  /** Of a PDF, by a reader that shares nothing with the writer; undefined when it could not read the file. */
  readonly pdf?: { readonly pages: number; readonly text: string };
}

export interface VerifiedBatch {
  readonly changes: readonly FileChange[];
  /** Checks that were made, for the person: files, pages, printed hashes, rows. */
  readonly checked: {
    readonly files: number;
    readonly pages: number;
    readonly hashes: number;
    readonly rows: number;
    readonly formsNotRead: number;
  };
}

const PRINTS_HASH: ReadonlySet<string> = new Set(['motion', 'order', 'motion-and-order', 'volume']);
const MUST_PRINT: readonly (readonly string[])[] = [
  ['motion', 'motion-and-order', 'volume'],
  ['order', 'motion-and-order', 'volume'],
];
const EXHIBITS: ReadonlySet<string> = new Set(['exhibit', 'confidential-exhibit']);

/**
 * Compares a batch's folder with its manifest: every file's bytes and pages, files that nobody named, the hash of the list of
 * convictions where motion and order print it, that hash beside the exhibit's own, and the rows of the data file beside the totals.
 *
 * @param paths what stands in the folder, below it, without the manifest
 */
export async function verifyBatch(
  manifest: BatchManifest,
  update: CourtUpdate,
  paths: readonly string[],
  look: (path: string) => Promise<LookedAtFile | undefined>,
): Promise<VerifiedBatch> {
  const changes: FileChange[] = [];
  const checked = { files: 0, pages: 0, hashes: 0, rows: update.rows.length, formsNotRead: 0 };
  const lists = listsOf(manifest);
  for (const file of manifest.files) {
    const found = await look(file.path);
    if (!found) {
      changes.push({ path: file.path, kind: file.kind, what: 'missing' });
      continue;
    }
    checked.files += 1;
    const { path, kind } = file;
    if (found.sha256 !== file.sha256 || found.bytes !== file.bytes) changes.push({ path, kind, what: 'changed' });
    if (!path.toLowerCase().endsWith('.pdf')) continue;
    if (!found.pdf) {
      // A court's own form keeps what its maker put in: its bytes are checked, and the pages of one that cannot be read are not counted.
      if (kind === 'court-form') checked.formsNotRead += 1;
      else changes.push({ path, kind, what: 'unreadable' });
      continue;
    }
    checked.pages += found.pdf.pages;
    if (found.pdf.pages !== file.pages) changes.push({ path, kind, what: 'page-count' });
    if (PRINTS_HASH.has(kind)) notePrinted(file, found.pdf.text, lists);
  }
  for (const list of lists.values()) {
    for (const file of hashFaults(list)) changes.push({ path: file.path, kind: file.kind, what: 'list-hash' });
    checked.hashes += 1;
  }
  const named = new Set(manifest.files.map(({ path }) => path));
  for (const path of paths) if (!named.has(path)) changes.push({ path, kind: 'unknown', what: 'added' });
  if (!rowsAgree(manifest, update))
    changes.push({ path: 'confidential/court_update.json', kind: 'court-update', what: 'rows' });
  return { changes, checked };
}

/** The hashes that papers of a packet print, and the files that are its list. */
interface PacketList {
  readonly listSha256: string;
  /** Of a list in several files: papers may print these instead of the hash of all. */
  readonly parts: readonly string[];
  readonly files: readonly BatchFile[];
  /** Paths of the papers that print the hash. */
  readonly printedOn: Set<string>;
}

function listsOf({ packets, files }: BatchManifest): ReadonlyMap<string, PacketList> {
  const own = new Map<string, BatchFile[]>(packets.map(({ packet }) => [packet, []]));
  for (const file of files) for (const packet of file.packets) own.get(packet)?.push(file);
  return new Map(
    packets.map(({ packet, listSha256 }) => {
      const ofPacket = own.get(packet) ?? [];
      const parts =
        (['confidential-exhibit', 'exhibit'] as const)
          .map((kind) => inOrder(ofPacket.filter((file) => file.kind === kind && !isSchedule(file))))
          .find((found) => found.length > 0) ?? [];
      return [
        packet,
        {
          listSha256,
          parts: parts.length > 1 ? parts.map(({ sha256 }) => sha256) : [],
          files: ofPacket,
          printedOn: new Set<string>(),
        },
      ];
    }),
  );
}

/** The order's own copy of the list, where the order could not hold it. */
function isSchedule({ path }: BatchFile): boolean {
  return /(?:^|\/)order_schedule[^/]*$/.test(path);
}

/** `..._part_2_of_12` before `..._part_10_of_12`. */
function inOrder(files: readonly BatchFile[]): readonly BatchFile[] {
  const part = ({ path }: BatchFile): number => Number(/_part_(\d+)_of_/.exec(path)?.[1] ?? 0);
  return [...files].sort((a, b) => part(a) - part(b));
}

/** The hash of a list in one file is the file's; of several, that of their hashes, one a line. */
function hashOfParts(files: readonly BatchFile[]): string {
  const [first] = files;
  if (first && files.length === 1) return first.sha256;
  return createHash('sha256')
    .update(files.map(({ sha256 }) => `${sha256}\n`).join(''))
    .digest('hex');
}

/** Notes for which packets a file prints the hash of the list; lines of print may break it. */
function notePrinted({ path, packets }: BatchFile, text: string, lists: ReadonlyMap<string, PacketList>): void {
  const plain = text.replace(/\s+/g, '').toLowerCase();
  for (const packet of packets) {
    const list = lists.get(packet);
    if (!list) continue;
    if (plain.includes(list.listSha256) || (list.parts.length > 0 && list.parts.every((part) => plain.includes(part))))
      list.printedOn.add(path);
  }
}

/** Files of a packet that should print the hash of its list, or be the list, and are not. */
function hashFaults({ files, listSha256, printedOn }: PacketList): readonly BatchFile[] {
  const faults = new Set<BatchFile>();
  for (const kinds of MUST_PRINT) {
    const papers = files.filter(({ kind }) => kinds.includes(kind));
    // A paper that goes over several volumes prints the hash on one of them.
    if (papers.length > 0 && !papers.some(({ path }) => printedOn.has(path)))
      for (const paper of papers) faults.add(paper);
  }
  const exhibits = files.filter((file) => EXHIBITS.has(file.kind) && !isSchedule(file));
  const lists = [...EXHIBITS]
    .map((kind) => inOrder(exhibits.filter((file) => file.kind === kind)))
    .filter((found) => found.length > 0);
  if (exhibits.length > 0 && !lists.some((found) => hashOfParts(found) === listSha256))
    for (const exhibit of exhibits) faults.add(exhibit);
  return [...faults];
}

function rowsAgree(manifest: BatchManifest, update: CourtUpdate): boolean {
  const perPacket = counted(update.rows.map(({ packet }) => packet));
  const agrees = (counts: Readonly<Record<string, number>>, values: readonly string[]): boolean => {
    const found = counted(values);
    return (
      Object.entries(counts).filter(([, count]) => count > 0).length === found.size &&
      [...found].every(([name, count]) => counts[name] === count)
    );
  };
  return (
    update.batch === manifest.batch &&
    update.rows.length === manifest.totals.lines &&
    new Set(update.rows.map(({ ref }) => ref)).size === update.rows.length &&
    update.rows.every(({ ref, packet, line }) => ref === `${packet}-${line}`) &&
    manifest.packets.length === perPacket.size &&
    manifest.packets.every(({ packet, lines }) => perPacket.get(packet) === lines) &&
    agrees(
      manifest.totals.byRelief,
      update.rows.map(({ relief }) => relief),
    ) &&
    agrees(
      manifest.totals.byCaseEffect,
      update.rows.map(({ caseEffect }) => caseEffect),
    )
  );
}

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

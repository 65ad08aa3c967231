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
  readonly checked: { readonly files: number; readonly pages: number; readonly hashes: number; readonly rows: number };
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
  const checked = { files: 0, pages: 0, hashes: 0, rows: update.rows.length };
  const printed = new Map<string, Set<string>>();
  const listOf = new Map(manifest.packets.map(({ packet, listSha256 }) => [packet, listSha256]));
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
      changes.push({ path, kind, what: 'unreadable' });
      continue;
    }
    checked.pages += found.pdf.pages;
    if (found.pdf.pages !== file.pages) changes.push({ path, kind, what: 'page-count' });
    if (PRINTS_HASH.has(kind)) notePrinted(file, found.pdf.text, listOf, printed);
  }
  for (const { packet, listSha256 } of manifest.packets) {
    for (const file of hashFaults(manifest.files, packet, listSha256, printed))
      changes.push({ path: file.path, kind: file.kind, what: 'list-hash' });
    checked.hashes += 1;
  }
  const named = new Set(manifest.files.map(({ path }) => path));
  for (const path of paths) if (!named.has(path)) changes.push({ path, kind: 'unknown', what: 'added' });
  if (!rowsAgree(manifest, update))
    changes.push({ path: 'confidential/court_update.json', kind: 'court-update', what: 'rows' });
  return { changes, checked };
}

/** Notes for which packets a file prints the hash of the list; lines of print may break it. */
function notePrinted(
  { path, packets }: BatchFile,
  text: string,
  listOf: ReadonlyMap<string, string>,
  printed: Map<string, Set<string>>,
): void {
  const plain = text.replace(/\s+/g, '').toLowerCase();
  for (const packet of packets) {
    const hash = listOf.get(packet);
    if (hash !== undefined && plain.includes(hash)) printed.set(packet, (printed.get(packet) ?? new Set()).add(path));
  }
}

/** Files of a packet that should print the hash of its list, or be the list, and are not. */
function hashFaults(
  files: readonly BatchFile[],
  packet: string,
  listSha256: string,
  printed: ReadonlyMap<string, ReadonlySet<string>>,
): readonly BatchFile[] {
  const own = files.filter(({ packets }) => packets.includes(packet));
  const has = printed.get(packet) ?? new Set<string>();
  const faults = new Set<BatchFile>();
  for (const kinds of MUST_PRINT) {
    const papers = own.filter(({ kind }) => kinds.includes(kind));
    // A paper that goes over several volumes prints the hash on one of them.
    if (papers.length > 0 && !papers.some(({ path }) => has.has(path))) for (const paper of papers) faults.add(paper);
  }
  const exhibits = own.filter(({ kind }) => EXHIBITS.has(kind));
  if (exhibits.length > 0 && !exhibits.some(({ sha256 }) => sha256 === listSha256))
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

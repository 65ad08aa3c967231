import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, chmod, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BatchManifest, type CourtUpdate, readCourtUpdate, readManifest } from '@clearway/court-exchange';
import { type LookedAtFile, type VerifiedBatch, verifyBatch } from '@clearway/filing-book';
import { readPdf } from '@clearway/pdf-reading';
import { CliError } from '../cli-error';
import { errorCodeOf } from '../exit-codes';
import { settle } from './book-folder';

const MANIFEST = 'manifest.json';
const UPDATE = 'confidential/court_update.json';

/** A batch's folder, as `clearway analyze --papers` writes it. */
export interface BatchFolder {
  readonly path: string;
  readonly manifest: BatchManifest;
  readonly manifestSha256: string;
  readonly update: CourtUpdate;
}

/** Reads manifest and data file. Throws a BatchFileError, or a CliError where the folder is none of a batch. */
export async function readBatchFolder(path: string): Promise<BatchFolder> {
  const bytes = await readFile(join(path, MANIFEST)).catch((error: unknown) => {
    if (!['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error))) throw error;
    throw new CliError(
      'batch.no-manifest',
      `${path}: no manifest.json stands there. Name the folder of a batch, papers/COURTHOUSE/AGENCY of a run.`,
    );
  });
  const manifest = readManifest(bytes.toString('utf8'), join(path, MANIFEST));
  const update = await readFile(join(path, UPDATE), 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) !== 'ENOENT') throw error;
    throw new CliError(
      'batch.no-data-file',
      `${path}: ${UPDATE} is missing. Take the whole folder from the run; the court does not get this file, the office needs it.`,
    );
  });
  return { path, manifest, manifestSha256: sha256(bytes), update: readCourtUpdate(update, join(path, UPDATE)) };
}

/** Folders of batches in and below a folder, sorted by path. */
export async function findBatchFolders(path: string): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    if (entries.some((entry) => entry.isFile() && entry.name === MANIFEST)) return void found.push(folder);
    for (const entry of entries)
      if (entry.isDirectory() && !entry.name.startsWith('.')) await walk(join(folder, entry.name));
  };
  await walk(path);
  return found.sort();
}

/** Compares a folder with its manifest; PDFs are read by the reader that shares nothing with the writer. */
export async function verifyFolder(
  folder: BatchFolder,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<VerifiedBatch> {
  let done = 0;
  const paths = (await filesBelow(folder.path)).filter((path) => path !== MANIFEST);
  return verifyBatch(folder.manifest, folder.update, paths, async (path) => {
    signal.throwIfAborted();
    onProgress(++done, folder.manifest.files.length);
    return lookAt(join(folder.path, path));
  });
}

/** Copies what the manifest names into a folder of the book, readable by its owner only; a copy that stands there is kept. */
export async function copyBatch(folder: BatchFolder, target: string): Promise<void> {
  if (await exists(join(target, MANIFEST))) return;
  const unfinished = join(dirname(target), `.unfinished-${folder.manifest.batch}`);
  await rm(unfinished, { recursive: true, force: true });
  for (const path of [MANIFEST, UPDATE, ...folder.manifest.files.map((file) => file.path)]) {
    const to = join(unfinished, path);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyFile(join(folder.path, path), to);
    await chmod(to, 0o600);
  }
  await settle(unfinished, target);
}

/** Paths of all files below a folder, with forward slashes, sorted. */
async function filesBelow(folder: string, prefix = ''): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)));
    else found.push(path);
  }
  return found.sort();
}

async function lookAt(path: string): Promise<LookedAtFile | undefined> {
  if (!(await exists(path))) return undefined;
  if (!path.toLowerCase().endsWith('.pdf')) {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of createReadStream(path)) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
    return { sha256: hash.digest('hex'), bytes };
  }
  const bytes = await readFile(path);
  const found = { sha256: sha256(bytes), bytes: bytes.length };
  try {
    const { pages } = readPdf(bytes);
    return {
      ...found,
      pdf: { pages: pages.length, text: pages.map(({ texts }) => texts.map(({ text }) => text).join(' ')).join(' ') },
    };
  } catch {
    // Whatever the reader stumbles over, the court's may as well.
    return found;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    (error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error))) return false;
      throw error;
    },
  );
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

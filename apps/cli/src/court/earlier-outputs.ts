import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BatchManifest } from '@clearway/court-exchange';
import { type BatchStoreLookup, type EarlierBatch } from '@clearway/papers';

const UNSAFE = /(^|[\\/])\.\.?([\\/]|$)|^[\\/]|\\/;

/**
 * The batches that an earlier run left in an output folder: what was made of the same inputs is taken from there and not drawn again.
 * Whatever cannot be read is as if it were not there.
 */
export async function earlierOutputs(out: string): Promise<BatchStoreLookup> {
  const batches: EarlierBatch[] = [];
  const papers = join(out, 'papers');
  for (const court of await namesIn(papers)) {
    for (const agency of await namesIn(join(papers, court))) {
      const folder = join(papers, court, agency);
      const manifest = await manifestIn(folder);
      if (manifest) batches.push({ manifest, read: (path) => readWithin(folder, path) });
    }
  }
  return {
    earlier: (profile, agency) =>
      batches.filter(({ manifest }) => manifest.court.profile === profile && manifest.agency === agency),
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}

async function manifestIn(folder: string): Promise<BatchManifest | undefined> {
  try {
    const read = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Partial<BatchManifest>;
    const whole = read.format === 'clearway-batch-1' && Array.isArray(read.files) && Array.isArray(read.packets);
    return whole && read.court !== undefined ? (read as BatchManifest) : undefined;
  } catch {
    return undefined;
  }
}

async function readWithin(folder: string, path: string): Promise<Uint8Array | undefined> {
  if (UNSAFE.test(path)) return undefined;
  return readFile(join(folder, path)).catch(() => undefined);
}

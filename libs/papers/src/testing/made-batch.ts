import { createHash } from 'node:crypto';
import { assembleBatch, type AssembledBatch, type AssembleOptions } from '../batch/assemble-batch';
import { CourtBook, shippedCourts } from '../courts/court-book';
import { planFilings } from '../filing/filing-planner';
import { type FilingBatch, type PlanMode } from '../filing/filing-plan';
import { collectFiles } from './collect-files';
import { SAMPLE_OPTIONS, samplePeople } from './sample-filing';
import { type SampleConviction } from './sample-people';

/** A batch of Compton under the profiles of Clearway with some of their settings replaced. */
export function batchOf(
  count: number,
  settings: Readonly<Record<string, string>> = {},
  mode: PlanMode = 'court',
  change?: (i: number) => SampleConviction,
): FilingBatch {
  const own = shippedCourts()
    .filter(({ file }) => file === 'los-angeles.yaml')
    .map(({ file, text }) => ({
      file,
      text: Object.entries(settings).reduce((all, [from, to]) => {
        if (!all.includes(from)) throw new Error(`no "${from}" in the profile`);
        return all.replace(from, to);
      }, text),
    }));
  const [batch] = planFilings(samplePeople(count, change), mode, {
    county: 'LOS ANGELES',
    courts: CourtBook.of(own),
  }).batches;
  return batch as FilingBatch;
}

export interface Made extends AssembledBatch {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly text: (path: string) => string;
}

export async function make(batch: FilingBatch, control: AssembleOptions = {}): Promise<Made> {
  const { files, sink } = collectFiles();
  const made = await assembleBatch(batch, SAMPLE_OPTIONS, sink, control);
  const within = new Map([...files].map(([path, bytes]) => [path.slice(batch.folder.length + 1), bytes]));
  return { ...made, files: within, text: (path) => Buffer.from(within.get(path) ?? '').toString() };
}

/** Settings of a profile to replace: packets of one case, and these joined. */
export const PER_CASE = { 'mode: bulk': 'mode: per-case' };
export const VOLUMES = {
  ...PER_CASE,
  'papers: [motion, order, exhibit]': 'papers: [motion, order]',
  'delivery: files': 'delivery: volumes',
};

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

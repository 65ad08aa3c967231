import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  drawFilings,
  type DrawingHands,
  drawingThreads,
  type FilingResult,
  type FilingSink,
  SAMPLE_OPTIONS,
  samplePlan,
  type SamplePlan,
} from '@clearway/papers';
import { measure } from '../measure';
import { type BenchContext, type BenchRow, type Measured } from '../rows';

const THREADS = 2;
const WARM = 60;
/** The convictions of Los Angeles. */
const LOS_ANGELES = 66_000;

/** Clearway's own papers, as a run writes them: drawn by two threads, read back, hashed, with index and data files. */
export const PAPER_ROWS: readonly BenchRow[] = [
  row('paper-bulk', 'motion, order, Exhibit A in bulk', 6_600, 660, { mode: 'bulk', courthouses: 8 }),
  row('paper-case', 'motion and order for each case', 3_300, 330, { mode: 'per-case', courthouses: 8 }),
  row('paper-case-volumes', 'the same in volumes', 3_300, 330, {
    mode: 'per-case',
    courthouses: 8,
    delivery: 'volumes',
  }),
  {
    ...row('los-angeles-bulk', 'Los Angeles as one bulk filing', LOS_ANGELES, 1_320, { mode: 'bulk' }),
    wantedSeconds: 20,
  },
  {
    ...row('los-angeles-case', 'Los Angeles for each case', LOS_ANGELES, 660, { mode: 'per-case', courthouses: 8 }),
    wantedSeconds: 240,
  },
];

function row(id: string, name: string, filings: number, quickFilings: number, plan: SamplePlan): BenchRow {
  return { id, name, filings, quickFilings, run: (context) => draw(context, plan) };
}

/** `filings` of the context are convictions. */
async function draw({ filings: convictions, folder }: BenchContext, of: SamplePlan): Promise<Measured> {
  const hands = drawingThreads(THREADS);
  try {
    await drawn(WARM, of, hands, join(folder, 'warm'));
    const plan = samplePlan(convictions, of);
    let result: FilingResult | undefined;
    let bytes = 0;
    const measured = await measure(0, async () => {
      const { sink, written } = sinkTo(join(folder, 'papers'));
      result = await drawFilings(plan, SAMPLE_OPTIONS, sink, { hands });
      return (bytes = written());
    });
    const { packets, packetsHeldBack, linesFiled } = (result as FilingResult).counts;
    if (packetsHeldBack > 0 || linesFiled !== convictions) throw new Error('papers were held back');
    return { ...measured, filings: packets, lines: linesFiled, bytesPerFiling: bytes / packets };
  } finally {
    await hands.close?.();
  }
}

async function drawn(convictions: number, of: SamplePlan, hands: DrawingHands, folder: string): Promise<void> {
  await drawFilings(samplePlan(convictions, of), SAMPLE_OPTIONS, sinkTo(folder).sink, { hands });
}

/** Writes as a run does and counts the bytes. */
function sinkTo(folder: string): { readonly sink: FilingSink; readonly written: () => number } {
  let bytes = 0;
  const write = (path: string, content: Uint8Array | Iterable<Uint8Array>): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const pieces = content instanceof Uint8Array ? [content] : content;
    let flag = 'w';
    for (const piece of pieces) {
      writeFileSync(file, piece, { flag });
      flag = 'a';
      bytes += piece.byteLength;
    }
  };
  return { sink: { write }, written: () => bytes };
}

import { fillFormBatch, openForm, syntheticForm, syntheticValues } from '@clearway/court-forms';
import { type PlanMode } from '../../filing/filing-plan';
import { planFilings } from '../../filing/filing-planner';
import { papersOf } from '../../packet/draw-packet';
import { drawPaper, drawVolume } from '../../paper/draw-paper';
import { type Paper } from '../../paper/paper';
import { SAMPLE_OPTIONS, samplePeople } from '../sample-filing';
import { samplePapers } from '../sample-papers';

/** A file that is looked at. */
export interface PicturedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Pages that have a picture, from 1. */
  readonly shown: readonly number[];
}

/** One of every kind of paper, and those with one count and forty. */
const KINDS = [
  'motion-bulk',
  'motion-one-count',
  'motion-forty-counts',
  'motion-grounds',
  'motion-public',
  'motion-case-public',
  'motion-and-order',
  'order-bulk',
  'order-one-count',
  'order-forty-counts',
  'order-with-schedules',
  'memorandum-everything',
  'exhibit-bulk',
  'exhibit-public',
  'exhibit-part',
  'exhibit-last-part',
  'exhibit-sealed',
  'schedule',
  'separator',
  'index',
  'notice-of-challenge',
  'proof-of-service',
] as const;

const MANY = 3000;

/** Every file that is looked at: each kind of paper, names that are long or not Latin, 3,000 cases, a volume, a filled form. */
export async function picturedFiles(): Promise<readonly PicturedFile[]> {
  const samples = samplePapers();
  const kinds = KINDS.map((name) => drawn(name, samples[name] as Paper));
  const [namesMotion, namesOrder, namesExhibit] = papers(36, 'bulk') as [Paper, Paper, Paper];
  const [, manyOrder, manyExhibit] = papers(MANY, 'bulk') as [Paper, Paper, Paper];
  const rightToLeft = papersOfCase(1)[0] as Paper;
  const longName = papersOfCase(0)[1] as Paper;
  return [
    ...kinds,
    drawn('many-scripts-motion', namesMotion, [1]),
    drawn('many-scripts-order', namesOrder),
    drawn('many-scripts-exhibit', namesExhibit),
    drawn('right-to-left-motion', rightToLeft),
    drawn('long-name-order', longName),
    drawn('many-cases-order', manyOrder, 'ends'),
    drawn('many-cases-exhibit', manyExhibit, 'ends'),
    volume(samples),
    await filledForm(),
  ];
}

function drawn(name: string, paper: Paper, shown?: readonly number[] | 'ends'): PicturedFile {
  const { bytes, pages } = drawPaper(paper);
  const all = Array.from({ length: pages }, (_, i) => i + 1);
  return { name, bytes, pages, shown: shown === 'ends' ? [1, Math.ceil(pages / 2), pages] : (shown ?? all) };
}

function papers(people: number, mode: PlanMode): readonly Paper[] {
  return planFilings(samplePeople(people), mode).packets.flatMap((packet) =>
    papersOf(packet, SAMPLE_OPTIONS).map(([, paper]) => paper),
  );
}

/** Motion and order of the case of one of the sample names. */
function papersOfCase(which: number): readonly Paper[] {
  return papers(which + 1, 'per-case').slice(which * 2);
}

function volume(samples: Readonly<Record<string, Paper>>): PicturedFile {
  const parts = ['separator', 'motion-one-count', 'order-one-count'].map((name, i) => ({
    ...(samples[name] as Paper),
    fieldPrefix: `p${i}`,
  }));
  const { bytes, pages } = drawVolume(parts, { title: 'VOLUME 1', date: SAMPLE_OPTIONS.asOf });
  return { name: 'volume', bytes, pages, shown: [1, 2, pages] };
}

async function filledForm(): Promise<PicturedFile> {
  const { bytes, plan } = await syntheticForm({ tagged: true });
  const filling = { fieldPrefix: 'filing0', values: syntheticValues(0) };
  const info = { title: 'PETITION', date: SAMPLE_OPTIONS.asOf };
  const { file } = fillFormBatch(await openForm(bytes, plan), [filling], info);
  if (!file) throw new Error('the sample of a form is held back');
  return { name: 'filled-form', bytes: file.bytes, pages: 2, shown: [1, 2] };
}

import { papersOf } from '../packet/draw-packet';
import { type Packet, type PlanMode } from '../filing/filing-plan';
import { planFilings } from '../filing/filing-planner';
import { type Block, type Paper } from '../paper/paper';
import { SAMPLE_OPTIONS, samplePeople } from './sample-filing';
import { samplePerson } from './sample-people';

/** The papers of the first packet of so many people. */
export function papersFor(people: number, mode: PlanMode): readonly (readonly [string, Paper])[] {
  const [packet] = planFilings(samplePeople(people), mode).packets as [Packet];
  return papersOf(packet, SAMPLE_OPTIONS);
}

/** The papers of one case with so many counts, whose charges are long. */
export function papersOfCounts(counts: number): readonly (readonly [string, Paper])[] {
  const convictions = Array.from({ length: counts }, (_, i) => ({
    case: 'BA1',
    chargeText: 'TRANSPORT/SELL/GIVE AWAY MARIJUANA',
    authority: i % 3 === 0 ? 'Article 1 of the charter.' : '',
  }));
  const [packet] = planFilings([samplePerson('AAA', 'DOE,JOHN', convictions)], 'per-case').packets as [Packet];
  return papersOf(packet, SAMPLE_OPTIONS);
}

const SENTENCE =
  'The People ask for relief that the statute gives, and the court decides on the papers unless the applicant asks for a hearing.';

/** One paper with every kind of block. */
export const EVERY_BLOCK: readonly Block[] = [
  {
    kind: 'attorney',
    lines: [
      'Jane Q. Roe (State Bar No. 123456)',
      'Deputy District Attorney',
      '211 West Temple Street, Los Angeles, California 90012',
    ],
  },
  { kind: 'centred', text: 'SUPERIOR COURT OF CALIFORNIA', bold: true },
  {
    kind: 'caption',
    parties: [{ text: 'THE PEOPLE OF THE STATE OF CALIFORNIA,' }, { text: 'Plaintiff,', indent: 108 }],
    matter: [
      { text: 'Case No. BA123456-01', bold: true },
      { text: 'MEMORANDUM', bold: true },
    ],
  },
  { kind: 'heading', text: 'Argument' },
  { kind: 'paragraph', text: SENTENCE },
  { kind: 'heading', level: 2, text: 'The presumption' },
  {
    kind: 'paragraph',
    number: '1.',
    text: `${SENTENCE} People v. Banks holds so.`,
    runs: [
      { text: `${SENTENCE} `, style: 'regular' },
      { text: 'People v. Banks', style: 'italic' },
      { text: ' holds so.', style: 'regular' },
    ],
  },
  { kind: 'paragraph', number: '2.', text: SENTENCE },
  { kind: 'quote', text: `${SENTENCE} ${SENTENCE}` },
  { kind: 'heading', level: 3, text: 'What follows' },
  { kind: 'list', items: ['First, the count is dismissed.', { text: SENTENCE, number: '•' }] },
  {
    kind: 'table',
    columns: [
      { title: 'Line', width: 60, align: 'right' },
      { title: 'Name', width: 444 },
    ],
    rows: [
      ['1', 'DOE, JOHN'],
      ['2', ''],
    ],
  },
  { kind: 'paragraph', text: SENTENCE },
  {
    kind: 'signing',
    dated: 'Dated: November 23, 2026',
    closing: 'Respectfully submitted,',
    lines: ['Jane Q. Roe', 'Deputy District Attorney'],
  },
  { kind: 'page-break' },
  {
    kind: 'decision',
    decides: 'The motion is:',
    granted: 'GRANTED.',
    denied: 'DENIED.',
    tooltip: 'Decision of the court',
  },
  {
    kind: 'judge',
    dateLabel: 'Date',
    judgeLabel: 'JUDGE OF THE SUPERIOR COURT',
    dateTooltip: 'Date of the order',
    judgeTooltip: 'Signature of the judge',
  },
];

export function samplePaper(changes: Partial<Paper> = {}): Paper {
  return {
    title: 'MEMORANDUM',
    language: 'en-US',
    date: 20261123,
    layout: 'pleading',
    fieldPrefix: 'p1',
    blocks: EVERY_BLOCK,
    ...changes,
  };
}

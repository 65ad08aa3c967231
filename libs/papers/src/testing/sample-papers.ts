import { ChallengePlanner } from '../challenges/challenge-notice';
import { type Packet, type PlanMode } from '../filing/filing-plan';
import { planFilings } from '../filing/filing-planner';
import { indexPaper, separatorPaper } from '../paper/batch-papers';
import { exhibitPaper, schedulePaper } from '../paper/exhibit';
import { motionPaper } from '../paper/motion';
import { challengePaper } from '../paper/challenge-paper';
import { itemsOf, type Paper } from '../paper/paper';
import { loadTemplates } from '../templates/load-templates';
import { PaperMaker } from '../templates/make-paper';
import { type PaperId } from '../templates/paper-kinds';
import { type NamedList, type PaperGiven } from '../values/paper-given';
import { SAMPLE_OPTIONS } from './sample-filing';
import { type SampleConviction, samplePerson } from './sample-people';

const SHA256 = 'a1b2c3d4'.repeat(8);
const EXHIBIT = { title: 'Exhibit A', file: 'exhibit_a.pdf', sha256: SHA256, pages: 14 };
const LIST: NamedList = { sha256: SHA256, exhibit: [EXHIBIT], schedule: [], ground: '' };
const TABLE: NamedList = { ...LIST, exhibit: [] };
const SERVICE = [
  {
    name: 'Los Angeles County Public Defender',
    address: ['210 West Temple Street', 'Los Angeles, California 90012'],
    email: 'service@example.org',
  },
];
export const SAMPLE_COURT = {
  name: 'Compton Courthouse',
  address: ['200 West Compton Boulevard', 'Compton, California 90220'],
};
const AUTHORITY = 'Resolution 7 of the board, and Penal Code section 1385.';

/** The packet of invented convictions of one person. */
export function samplePacket(convictions: readonly SampleConviction[], mode: PlanMode = 'bulk'): Packet {
  const [packet] = planFilings([samplePerson('AAA', 'DOE,JOHN', convictions)], mode).packets;
  if (!packet) throw new Error('the sample has nothing to file');
  return packet;
}

function paper(id: PaperId, packet: Packet, given: PaperGiven = {}): Paper {
  return new PaperMaker(loadTemplates(), packet, SAMPLE_OPTIONS, given).make(id);
}

const one = samplePacket([{ case: 'BA1' }], 'per-case');
const forty = samplePacket(
  Array.from(
    { length: 40 },
    (_, i) =>
      ({
        case: 'BA1',
        count: i + 1,
        citation: i % 2 === 0 ? 'HS 11358' : 'HS 11360(a)',
        relief: i % 2 === 0 ? 'dismiss-and-seal' : 'redesignate-misdemeanor',
      }) as const,
  ),
  'per-case',
);
const bulk = samplePacket([
  { case: 'BA1' },
  { case: 'BA2', relief: 'redesignate-infraction' },
  { case: 'BA3', caseEffect: 'whole-case' },
]);
const grounds = samplePacket([
  { case: 'BA1', authority: AUTHORITY },
  { case: 'BA2' },
  { case: 'BA3', authority: AUTHORITY, relief: 'dismiss' },
]);
const floor = samplePacket(
  [{ case: 'BA1', relief: 'redesignate-misdemeanor', questions: [{ code: 'birth-date', answers: [] }] }],
  'per-case',
);
const serving = samplePacket([{ case: 'BA1', relief: 'dismiss-sentence' }], 'per-case');
const resentencing = samplePacket(
  [
    { case: 'BA1', relief: 'recall-and-resentence' },
    { case: 'BA1', count: 2, relief: 'redesignate-misdemeanor' },
  ],
  'per-case',
);
const HIDDEN: PaperGiven = {
  list: { ...LIST, ground: 'order of the court of January 5, 2026.' },
  shown: { names: false, charges: false, convictionDates: false },
};

const together = { courthouse: one.courthouse, agency: one.agency, packets: [one, floor] };
const INDEX_ROWS = [one, floor].map(({ id }, i) => ({
  caseNumber: `BA${i + 1}`,
  defendant: 'DOE, JOHN',
  packet: id,
  file: 'volume_1.pdf',
  page: i * 4 + 1,
}));

/** One paper of every kind, and those whose conditions differ, by a name for their golden text. */
export function samplePapers(): Readonly<Record<string, Paper>> {
  const [notice] = sampleChallenges();
  if (!notice) throw new Error('the sample has no challenge');
  return {
    'motion-one-count': paper('motion-case', one, { list: TABLE }),
    'order-one-count': paper('order-case', one, { list: TABLE }),
    'motion-forty-counts': paper('motion-case', forty),
    'order-forty-counts': paper('order-case', forty),
    'motion-bulk': paper('motion-bulk', bulk, { list: LIST, court: SAMPLE_COURT }),
    'order-bulk': paper('order-bulk', bulk, { list: LIST, court: SAMPLE_COURT }),
    'exhibit-bulk': paper('exhibit-a', bulk),
    'motion-grounds': paper('motion-bulk', grounds),
    'order-grounds': paper('order-bulk', grounds),
    'exhibit-grounds': paper('exhibit-a', grounds),
    'motion-floor-only': paper('motion-case', floor),
    'motion-serving': paper('motion-case', serving),
    'order-serving': paper('order-case', serving),
    'motion-resentencing': paper('motion-case', resentencing),
    'motion-and-order': paper('motion-and-order', resentencing, { list: TABLE }),
    'motion-and-order-bulk': paper('motion-and-order', grounds),
    'motion-case-public': paper(
      'motion-case',
      samplePacket(
        [
          {
            caseNumbers: [
              { number: 'BA1', from: 'OFN' },
              { number: 'BA2', from: 'OFN' },
            ],
          },
        ],
        'per-case',
      ),
      HIDDEN,
    ),
    'motion-public': paper('motion-public', bulk, HIDDEN),
    'exhibit-public': paper('exhibit-a', bulk, HIDDEN),
    'order-public': paper('order-case', one, HIDDEN),
    'memorandum-completed': paper('memorandum', bulk),
    'memorandum-serving': paper('memorandum', serving),
    'memorandum-everything': paper(
      'memorandum',
      samplePacket([
        { authority: AUTHORITY },
        { relief: 'recall-and-resentence' },
        { relief: 'redesignate-misdemeanor', citation: 'PC 32' },
      ]),
    ),
    'notice-of-challenge': challengePaper(notice, SAMPLE_OPTIONS, { service: SERVICE }),
    'proof-of-service': paper('proof-of-service', one, {
      service: SERVICE,
      served: ['MOTION, CASE NO. BA1', 'ORDER, CASE NO. BA1'],
    }),
    'proof-of-service-bulk': paper('proof-of-service', bulk, { served: ['MOTION'] }),
    separator: separatorPaper(one, SAMPLE_OPTIONS, {
      batch: { id: 'a1b2c3d4e5f60718', packets: 12 },
      packetNumber: 3,
      copies: 2,
      pages: 4,
      court: SAMPLE_COURT,
    }),
    'separator-bulk': separatorPaper(bulk, SAMPLE_OPTIONS, { packetNumber: 1 }),
    'exhibit-part': exhibitPaper(bulk, SAMPLE_OPTIONS, { part: { part: 1, parts: 2, lines: bulk.lines.slice(0, 2) } }),
    'exhibit-last-part': exhibitPaper(grounds, SAMPLE_OPTIONS, {
      part: { part: 2, parts: 2, lines: grounds.lines.slice(2) },
    }),
    'exhibit-sealed': exhibitPaper(one, SAMPLE_OPTIONS, {
      seal: { ground: 'order of the court of January 5, 2026', number: '4711' },
    }),
    schedule: schedulePaper(grounds, SAMPLE_OPTIONS, { part: 2, parts: 2, lines: grounds.lines.slice(2) }),
    'order-with-schedules': paper('order-bulk', grounds, {
      list: {
        ...LIST,
        schedule: [1, 2].map((part) => ({
          ...EXHIBIT,
          title: `Schedule, part ${part} of 2`,
          file: `order_schedule_part_${part}_of_2.pdf`,
        })),
      },
    }),
    'motion-case-with-exhibit': paper('motion-case', one, { list: LIST }),
    'order-case-with-exhibit': paper('order-case', one, { list: LIST }),
    'motion-replay': motionPaper(bulk, { ...SAMPLE_OPTIONS, policy: { ...SAMPLE_OPTIONS.policy, kind: 'replay' } }),
    'motion-other-numbers': motionPaper(
      samplePacket([
        {
          caseNumbers: [
            { number: 'BA1', from: 'OFN' },
            { number: 'BA2', from: 'OFN' },
          ],
        },
        { case: 'BA3' },
      ]),
      SAMPLE_OPTIONS,
    ),
    index: indexPaper(together, INDEX_ROWS, SAMPLE_OPTIONS, {
      batch: { id: 'a1b2c3d4e5f60718', packets: 2, corrects: '1807f6e5d4c3b2a1' },
      copies: 2,
      confirmed: { by: 'the clerk', on: 20261001 },
    }),
    'index-public': indexPaper(together, INDEX_ROWS, SAMPLE_OPTIONS, {
      batch: { id: 'a1b2c3d4e5f60718', packets: 2 },
      copies: 1,
      shown: { names: false, charges: true, convictionDates: true },
    }),
  };
}

/** The notices of an invented person two of whose convictions are challenged. */
export function sampleChallenges(): ReturnType<ChallengePlanner['finish']>['notices'] {
  const person = samplePerson('AAA', 'DOE,JOHN', [
    { case: 'BA1', standing: 'challenged' },
    { case: 'BA1', standing: 'challenged' },
    { case: 'BA1' },
  ]);
  const planner = new ChallengePlanner();
  const challenges = [
    { ground: 'c2-criteria', evidence: 'Report 12', kind: 'court-record', by: 'Jane Q. Roe', on: 20261101 },
    { ground: 'c1-public-safety', evidence: 'Report 13', kind: 'reliable-hearsay', by: 'Jane Q. Roe', on: 20261102 },
  ] as const;
  planner.add({
    ...person,
    otherNames: ['ROE,JOHN'],
    convictions: person.convictions.map((conviction, i) => {
      const challenge = challenges[i];
      return challenge ? { ...conviction, caseNote: { facts: { challenge }, sources: [] } } : conviction;
    }),
  });
  return planner.finish().notices;
}

/** A paper as text for people who compare: one line per block, runs that are not regular between marks. */
export function paperText(given: Paper): string {
  const rich = ({
    text,
    runs,
  }: {
    readonly text: string;
    readonly runs?: readonly { readonly text: string; readonly style: string }[];
  }): string =>
    runs
      ? runs
          .map((run) =>
            run.style === 'italic' ? `*${run.text}*` : run.style === 'bold' ? `**${run.text}**` : run.text,
          )
          .join('')
      : text;
  const lines = given.blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'attorney':
        return [...block.lines.map((line) => `attorney| ${line}`)];
      case 'centred':
        return [`centred | ${block.text}`];
      case 'caption':
        return [
          ...block.parties.map(({ text }) => `parties | ${text}`),
          ...block.matter.map(({ text }) => `matter  | ${text}`),
        ];
      case 'heading':
        return ['', `${'#'.repeat(block.level ?? 1)} ${rich(block)}`];
      case 'paragraph':
        return [`${block.number ?? '-'}${block.before ? ` (before ${block.before})` : ''} ${rich(block)}`];
      case 'list':
        return itemsOf(block).map((item) => `  • ${rich(item)}`);
      case 'quote':
        return [`  > ${rich(block)}`];
      case 'signing':
        return [`signing | ${[block.dated, block.closing, ...block.lines].join(' / ')}`];
      case 'decision':
        return [
          `decision| ${[block.decides, `[ ] ${block.granted}`, `[ ] ${block.denied}`, `(${block.tooltip})`].join(' / ')}`,
        ];
      case 'judge':
        return [
          `judge   | ${[block.dateLabel, block.judgeLabel, `(${block.dateTooltip}; ${block.judgeTooltip})`].join(' / ')}`,
        ];
      case 'sheet':
        return block.lines.map((line) => `sheet   | ${line}`);
      case 'page-break':
        return ['page-break'];
      case 'table':
        return [block.columns.map(({ title, width }) => `${title} ${width}`), ...block.rows].map(
          (cells) => `table   | ${cells.join(' | ')}`,
        );
    }
  });
  return `${given.title}\nlayout ${given.layout}\n${lines.join('\n')}\n`;
}

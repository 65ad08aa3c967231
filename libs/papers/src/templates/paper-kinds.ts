import { type PaperLayout } from '../paper/paper';
import { type ValueName } from '../values/vocabulary';

/** Blocks that a template names and code makes: what they hold is the filing's, their words are the template's. */
export const NAMED_BLOCKS = {
  /** Attorney, court, parties, number and title, by rule 2.111. */
  caption: { title: 'once', matter: 'any', list: 'once' },
  /** Every conviction of the filing, one row each. */
  table: {},
  /** The court grants or denies: a live choice. */
  decision: { decides: 'once', granted: 'once', denied: 'once' },
  /** Date and signature of the judge: live fields. */
  judge: { date: 'once', judge: 'once' },
  /** The prosecutor signs. */
  signature: { dated: 'once', closing: 'once' },
  /** Whoever serves the papers signs by hand: `line` is what stands below. */
  server: { dated: 'once', closing: 'once', line: 'any' },
  centred: { text: 'once' },
  /** Big lines on a page of their own. */
  sheet: { line: 'any' },
  /** The papers of a batch, one row each. */
  index: {},
  'page-break': {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, 'once' | 'any'>>>>;

export type NamedBlock = keyof typeof NAMED_BLOCKS;

/** What a paper has to have, whoever edits its words. */
export interface PaperKind {
  readonly means: string;
  readonly layouts: readonly PaperLayout[];
  /** Outside of any condition. */
  readonly blocks: readonly NamedBlock[];
  readonly values: readonly ValueName[];
}

const MOTION = ['requests', 'grounds', 'floorCounts', 'listFiles', 'agency', 'recordCourts'] as const;
const ORDER = ['requests', 'grounds', 'listFiles', 'agency', 'asOf'] as const;

/** Every paper that Clearway makes from words; the name is that of its template's file. */
export const PAPER_KINDS = {
  'motion-bulk': kind('motion for many cases, with Exhibit A', 'pleading', ['caption', 'signature'], [...MOTION]),
  'motion-case': kind(
    'motion for one case and defendant',
    'pleading',
    ['caption', 'table', 'signature'],
    [...MOTION, 'listSha256', 'caseNumber', 'effectLegend', 'groundMarks'],
  ),
  'motion-public': kind(
    'motion for many cases whose list is handed over by the confidential route',
    'pleading',
    ['caption', 'signature'],
    [...MOTION, 'confidentialGround'],
  ),
  'order-bulk': kind(
    'proposed order for many cases',
    'pleading',
    ['caption', 'decision', 'judge', 'table'],
    [...ORDER, 'scheduleFiles', 'effectLegend', 'groundMarks'],
  ),
  'order-case': kind(
    'proposed order for one case and defendant',
    'pleading',
    ['caption', 'decision', 'judge', 'table'],
    [...ORDER, 'listSha256', 'caseNumber', 'effectLegend', 'groundMarks'],
  ),
  'motion-and-order': kind(
    'motion and order for one case in one paper',
    'pleading',
    ['caption', 'table', 'signature', 'decision', 'judge'],
    [...MOTION, 'listSha256', 'caseNumber', 'effectLegend', 'groundMarks'],
  ),
  memorandum: kind('memorandum of points and authorities', 'pleading', ['caption', 'signature'], ['grounds']),
  'notice-of-challenge': kind(
    "notice of the office's challenge to relief of one person in one case",
    'pleading',
    ['caption', 'signature'],
    ['challenges', 'caseNumber', 'serviceList'],
  ),
  'proof-of-service': kind(
    'proof of service, to be completed by hand',
    'pleading',
    ['caption', 'server'],
    ['serviceList', 'servedPapers'],
  ),
  'exhibit-a': kind(
    'the list of convictions of a bulk motion',
    'exhibit',
    ['table'],
    ['reliefLegend', 'effectLegend', 'groundMarks', 'totals', 'sealed', 'sealNumber', 'parts'],
  ),
  schedule: kind(
    "a part of an order's schedule, where the order would be too large a file with all of it",
    'exhibit',
    ['table'],
    ['part', 'parts', 'effectLegend', 'groundMarks'],
  ),
  separator: kind('sheet before a packet', 'sheet', ['sheet'], ['packet']),
  index: kind('list of the papers of a batch', 'exhibit', ['index'], ['totals', 'batch', 'corrects', 'confirmedBy']),
} as const satisfies Readonly<Record<string, PaperKind>>;

export type PaperId = keyof typeof PAPER_KINDS;

export const PAPER_IDS = Object.keys(PAPER_KINDS) as readonly PaperId[];

export function paperKind(id: PaperId): PaperKind {
  return PAPER_KINDS[id];
}

function kind(
  means: string,
  layout: PaperLayout,
  blocks: readonly NamedBlock[],
  values: readonly ValueName[],
): PaperKind {
  return { means, layouts: layout === 'exhibit' ? ['exhibit', 'pleading'] : [layout], blocks, values };
}

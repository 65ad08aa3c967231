import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';
import { createHash } from 'node:crypto';
import { type FilingSink } from '../batch/filing-sink';
import { CourtBook } from '../courts/court-book';
import { type FilingOptions } from '../filing/filing-options';
import { courthousePlace } from '../filing/printed-values';
import { DistinctSlugs, slugOf } from '../filing/slug';
import { faultOf, faultWords, type PacketFault } from '../packet/packet-fault';
import { challengeId, challengePaper } from '../paper/challenge-paper';
import { drawPaper } from '../paper/draw-paper';
import { readBack } from '../read-back/read-back';
import { type ChallengeNotice, type ChallengePlan } from './challenge-notice';

export const CHALLENGES_COLUMNS = [
  'notice',
  'courthouse',
  'prosecuting_agency',
  'case_number',
  'defendant',
  'counts',
  'released',
  'file',
  'pages',
  'bytes',
  'sha256',
  'reason',
] as const;

/** Numbers of the notices of challenge; `counts` are convictions, and every challenged one is in one of the three. */
export interface ChallengeCounts {
  readonly notices: number;
  readonly noticesWithheld: number;
  readonly pages: number;
  readonly counts: number;
  readonly countsWithheld: number;
  /** Challenged convictions of which no notice can be made. */
  readonly countsWithoutNotice: number;
}

const FILE = 'notice_of_challenge.pdf';

/**
 * Draws a notice for each person and case whose relief the office challenges, reads it back, and hands it to the sink below
 * `challenges/COURT/AGENCY/CASE/`, apart from all papers that ask for relief; at last `challenges.csv`. A notice that differs when it is read
 * back is left out with its reason. Undefined, and nothing is written, where nothing is challenged.
 */
export async function drawChallenges(
  { notices, without }: ChallengePlan,
  options: FilingOptions,
  sink: FilingSink,
  courts: CourtBook = CourtBook.of(),
): Promise<ChallengeCounts | undefined> {
  if (notices.length + without.length === 0) return undefined;
  const taken = new Map<string, DistinctSlugs>();
  const rows: (readonly string[])[] = [];
  const sum = { notices: 0, noticesWithheld: 0, pages: 0, counts: 0, countsWithheld: 0 };
  for (const recorded of notices) {
    const { notice, slug, drawn, faults } = draw(recorded, options, courts);
    const { courthouse, agency, caseNumber, name, counts } = notice;
    const own = [challengeId(notice), courthouse.name, agency, caseNumber, name, String(counts.length)];
    if (!drawn || faults.length > 0) {
      sum.noticesWithheld += 1;
      sum.countsWithheld += counts.length;
      rows.push([...own, 'no', '', '', '', '', faultWords(faults)]);
      continue;
    }
    const folder = `challenges/${slug}/${slugOf(agency)}`;
    const slugs = taken.get(folder) ?? new DistinctSlugs();
    taken.set(folder, slugs);
    const path = `${folder}/${slugs.take(caseNumber)}/${FILE}`;
    await sink.write(path, drawn.bytes);
    sum.notices += 1;
    sum.counts += counts.length;
    sum.pages += drawn.pages;
    const sha256 = createHash('sha256').update(drawn.bytes).digest('hex');
    rows.push([...own, 'yes', path, String(drawn.pages), String(drawn.bytes.length), sha256, '']);
  }
  for (const { courthouse, agency, caseNumber, name, reason } of without)
    rows.push(['', courthouse, agency, caseNumber, name, '1', 'no', '', '', '', '', reason]);
  const csv = [CHALLENGES_COLUMNS, ...rows].map((cells) => csvRow(cells.map(safeCell))).join('');
  await sink.write('challenges.csv', Buffer.from(`${BYTE_ORDER_MARK}${csv}`));
  return { ...sum, countsWithoutNotice: without.length };
}

interface DrawnNotice {
  /** At today's courthouse. */
  readonly notice: ChallengeNotice;
  readonly slug: string;
  readonly drawn?: { readonly bytes: Uint8Array; readonly pages: number };
  readonly faults: readonly PacketFault[];
}

function draw(recorded: ChallengeNotice, options: FilingOptions, courts: CourtBook): DrawnNotice {
  const { name, ori } = recorded.courthouse;
  const { profile, known } = courts.find(options.county, name === ori.trim() ? '' : name, ori);
  const slug = known ? profile.id : slugOf(courthousePlace(name));
  const courthouse = { name: known ? profile.name : name, ori: profile.oris[0] ?? ori, slug, profile: profile.id };
  const notice = { ...recorded, courthouse };
  const { public: shown, service } = profile.filing;
  try {
    const court = { name: '', address: known ? profile.address : [] };
    const paper = challengePaper(notice, options, { shown, service, court });
    const drawn = drawPaper(paper);
    const faults = readBack(paper, drawn.bytes).map(({ kind, page }) => ({ paper: FILE, kind, page, detail: '' }));
    return { notice, slug, drawn, faults };
  } catch (error) {
    return { notice, slug, faults: [faultOf(FILE, error)] };
  }
}

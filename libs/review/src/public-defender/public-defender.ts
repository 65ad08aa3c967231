import { printDate } from '@clearway/record';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';
import { drawTable, Flow, LETTER, PdfDocument, unprintableCharacters } from '@clearway/typesetting';
import { type NoticeLine, sortNoticeLines } from './notice-lines';

const COLUMNS = [
  'what',
  'name',
  'courthouse',
  'case_number',
  'count',
  'section',
  'conviction_date',
  'ground_or_reason',
  'evidence',
  'evidence_kind',
  'challenged_by',
  'challenged_on',
  'relief_without_challenge',
];

/** `public_defender.csv`: whose relief is challenged and on which ground, then who was left out and why. */
export function publicDefenderCsv(lines: readonly NoticeLine[]): string {
  const rows = sortNoticeLines(lines).map((each) => [
    each.what,
    each.name,
    each.court,
    each.caseNumber,
    each.count,
    each.citation,
    each.convictedOn,
    each.why,
    each.evidence,
    each.evidenceKind,
    each.by,
    each.on,
    each.relief,
  ]);
  return BYTE_ORDER_MARK + [COLUMNS, ...rows].map((cells) => csvRow(cells.map(safeCell))).join('');
}

export interface NoticeRun {
  /** Upper case, as the files write it. */
  readonly county: string;
  readonly asOf: number;
}

const MARGINS = { top: 60, right: 60, bottom: 60, left: 60 };
const TEXT = { size: 11, leading: 15, spaceAfter: 8 };
const TABLE = { size: 9, leading: 11.5 };
/** Longer lists stand in the CSV file alone. */
const MOST_LEFT_OUT = 2000;

/** `Public_Defender.pdf`: the same as a letter with its lists, to be sent the same day. */
export function publicDefenderPdf(run: NoticeRun, lines: readonly NoticeLine[]): Uint8Array {
  const sorted = sortNoticeLines(lines);
  const challenged = sorted.filter(({ what }) => what === 'challenged');
  const leftOut = sorted.filter(({ what }) => what === 'left-out');
  const county = run.county.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (first) => first.toUpperCase());
  const title = `Notice to the Public Defender of ${county} County`;
  const document = new PdfDocument({
    title,
    language: 'en-US',
    date: run.asOf,
    author: 'Clearway',
    subject: 'Challenged relief, HS 11361.9(c)',
  });
  const flow = new Flow(document, MARGINS, LETTER);
  flow.paragraph(title, { style: 'bold', size: 16, leading: 22, spaceAfter: 4, role: 'H1' });
  flow.paragraph(`As of ${printDate(run.asOf)}`, TEXT);
  flow.paragraph(
    'Under Health and Safety Code section 11361.9(c) the prosecution tells the court and the public defender which cases it challenges. The public defender then makes a reasonable effort to notify each person whose relief is challenged. Only the convictions of the first list are challenged.',
    TEXT,
  );
  flow.paragraph(`1. Relief that is challenged (${challenged.length})`, {
    style: 'bold',
    ...TEXT,
    keepWithNext: 40,
    role: 'H2',
  });
  if (challenged.length === 0) flow.paragraph('None.', TEXT);
  else
    drawTable(
      flow,
      columns(flow, ['Person', 0.2], ['Court and case', 0.22], ['Conviction', 0.2], ['Ground and evidence', 0.38]),
      challenged.map((each) =>
        printable([
          each.name,
          `${each.court}, ${each.caseNumber}`,
          `${each.citation}, ${each.convictedOn}`,
          `${each.why}. Evidence (${each.evidenceKind}): ${each.evidence}. Challenged by ${each.by} on ${each.on}. Without the challenge: ${each.relief}.`,
        ]),
      ),
      TABLE,
    );
  flow.space(12);
  flow.paragraph(`2. Left out: nothing is filed, and nothing was granted before (${leftOut.length})`, {
    style: 'bold',
    ...TEXT,
    keepWithNext: 40,
    role: 'H2',
  });
  if (leftOut.length > 0)
    drawTable(flow, columns(flow, ['Why', 0.85], ['Convictions', 0.15]), countedReasons(leftOut), TABLE);
  else flow.paragraph('None.', TEXT);
  flow.space(12);
  if (leftOut.length > MOST_LEFT_OUT)
    flow.paragraph('The list of these is too long for paper and stands in public_defender.csv.', TEXT);
  else if (leftOut.length > 0)
    drawTable(
      flow,
      columns(flow, ['Person', 0.22], ['Court and case', 0.25], ['Conviction', 0.2], ['Why', 0.33]),
      leftOut.map((each) =>
        printable([each.name, `${each.court}, ${each.caseNumber}`, `${each.citation}, ${each.convictedOn}`, each.why]),
      ),
      TABLE,
    );
  return document.toBytes();
}

function columns(flow: Flow, ...parts: readonly (readonly [string, number])[]): { title: string; width: number }[] {
  return parts.map(([title, share]) => ({ title, width: flow.width * share }));
}

function countedReasons(lines: readonly NoticeLine[]): string[][] {
  const counts = new Map<string, number>();
  for (const { why } of lines) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([why, n]) => printable([why, String(n)]));
}

/** A character without a font becomes a question mark: the notice is a list, and the CSV file has the text as it is. */
function printable(texts: readonly string[]): string[] {
  const shown = (each: string): string => (unprintableCharacters(each).length === 0 ? each : '?');
  return texts.map((text) => (unprintableCharacters(text).length === 0 ? text : [...text].map(shown).join('')));
}

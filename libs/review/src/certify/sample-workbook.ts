import { createHash } from 'node:crypto';
import { type Cell, columnName, type Sheet, workbook } from '@clearway/spreadsheets';
import { type Sample } from './sample';

export const SAMPLE_HEADS = [
  'No.',
  'Stratum',
  'Name',
  'Subject ID',
  'Case number',
  'Citation',
  'Grade',
  'Date of conviction',
  'Outcome',
  'Filed at least',
  'Standing',
  'Reason',
  'Verdict',
  'Note',
  'Who',
  'When',
  'Code',
] as const;
export const STRATA_HEADS = ['Stratum', 'Determinations', 'Drawn', 'Sample'] as const;
export const VERDICTS = ['agree', 'disagree', 'cannot tell'] as const;
export type ReviewVerdict = (typeof VERDICTS)[number];

/** What is kept in one cell, so that no number of the sample has to be believed from cells that somebody may change. */
export interface SampleCode {
  readonly seed: string;
  readonly size: number;
  readonly by: readonly string[];
  readonly strata: readonly { readonly name: string; readonly size: number; readonly codes: readonly string[] }[];
}

export function sampleCodeOf({ seed, size, by, strata }: Sample): SampleCode {
  const codes = strata.map(({ name, size: of, drawn }) => ({
    name,
    size: of,
    codes: drawn.map(({ person, key }) => rowCode(seed, person, key)),
  }));
  return { seed, size, by, strata: codes };
}

function rowCode(seed: string, person: string, key: string): string {
  return createHash('sha256').update(`clearway/sampled/1\n${seed}\n${person}\n${key}`).digest('hex').slice(0, 12);
}

/** The longest text of a cell; a sample's code goes on in the cells below. */
const PIECE = 30_000;

export function printSampleCode(code: SampleCode): readonly string[] {
  const json = JSON.stringify(code);
  const text = `${createHash('sha256').update(json).digest('hex').slice(0, 8)} ${json}`;
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, i) => text.slice(i * PIECE, (i + 1) * PIECE));
}

export function readSampleCode(pieces: readonly string[]): SampleCode | undefined {
  const text = pieces.join('');
  const json = text.slice(9);
  if (createHash('sha256').update(json).digest('hex').slice(0, 8) !== text.slice(0, 8)) return undefined;
  return JSON.parse(json) as SampleCode;
}

const HELP = [
  'Look each conviction up in the case file and say whether the determination is right: agree, disagree or cannot tell.',
  'Decide without looking at other rows. Say in the note what is wrong. Every row needs a verdict: cannot tell counts as wrong.',
  'Then: clearway certify read FILE. It states the bound of error for the declaration.',
  'Do not take rows out and do not change the column Code or the sheet Strata.',
];

/** The workbook for the hand review of a sample. The same sample gives the same bytes. */
export function sampleWorkbook(sample: Sample): AsyncGenerator<Uint8Array> {
  const code = sampleCodeOf(sample);
  const rows = sample.strata.flatMap(({ drawn, name }, s) =>
    drawn.map((each, i) => ({ each, name, code: code.strata[s]?.codes[i] ?? '' })),
  );
  const verdict = columnName(SAMPLE_HEADS.indexOf('Verdict'));
  const help: Sheet = {
    name: 'Read me',
    columns: [{ width: 110, style: 'wrap' }],
    rows: [[{ text: 'Sample for hand review', style: 'title' }], ...HELP.map((line) => [line])],
  };
  const sheet: Sheet = {
    name: 'Sample',
    columns: [6, 44, 24, 12, 18, 16, 12, 14, 24, 24, 14, 44, 14, 40, 20, 14, 4].map((width) => ({
      width,
      style: 'wrap' as const,
    })),
    frozenRows: 1,
    hidden: [SAMPLE_HEADS.indexOf('Code')],
    rows: [
      head(SAMPLE_HEADS),
      ...rows.map(({ each, name, code: own }, i): Cell[] => [
        i + 1,
        name,
        each.name,
        each.subjectId,
        each.caseNumbers,
        each.citation,
        each.severity,
        each.convictedOn,
        each.outcome,
        each.floor,
        each.standing,
        each.reason,
        null,
        null,
        null,
        null,
        own,
      ]),
    ],
    choices: () => [
      {
        cells: `${verdict}2:${verdict}${rows.length + 1}`,
        from: 'Lists!$A$1:$C$1',
        message: 'agree, disagree or cannot tell',
      },
    ],
  };
  const printed = printSampleCode(code);
  const lines = Math.max(sample.strata.length, printed.length);
  const strata: Sheet = {
    name: 'Strata',
    columns: [{ width: 60, style: 'wrap' }, { width: 16, style: 'count' }, { width: 10, style: 'count' }, { width: 4 }],
    frozenRows: 1,
    hidden: [STRATA_HEADS.indexOf('Sample')],
    rows: [
      head(STRATA_HEADS),
      ...Array.from({ length: lines }, (_, i): Cell[] => {
        const stratum = sample.strata[i];
        return [stratum?.name ?? null, stratum?.size ?? null, stratum?.drawn.length ?? null, printed[i] ?? null];
      }),
    ],
  };
  return workbook('Sample', [help, sheet, strata, { name: 'Lists', columns: [{ width: 14 }], rows: [[...VERDICTS]] }]);
}

function head(heads: readonly string[]): Cell[] {
  return heads.map((text) => ({ text, style: 'head' as const }));
}

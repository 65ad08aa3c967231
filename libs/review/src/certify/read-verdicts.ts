import { readWorkbook } from '@clearway/spreadsheets';
import { ReturnedWorkbookError, type WorkbookProblem } from '../errors';
import { findSheet } from '../returned/returned-sheet';
import { readSampleCode, type ReviewVerdict, SAMPLE_HEADS, STRATA_HEADS, VERDICTS } from './sample-workbook';
import { overallBound, upperBound } from './upper-bound';

export interface CertifiedStratum {
  readonly name: string;
  readonly size: number;
  readonly drawn: number;
  readonly agree: number;
  readonly disagree: number;
  readonly cannotTell: number;
  /** Upper bound for the share of wrong determinations; exact where all were looked at. */
  readonly bound: number;
}

/** What the hand review of a sample says about all determinations. */
export interface Certificate {
  readonly seed: string;
  readonly confidence: number;
  readonly size: number;
  readonly drawn: number;
  readonly agree: number;
  readonly disagree: number;
  readonly cannotTell: number;
  readonly bound: number;
  /** The most determinations that may be wrong by the bound. */
  readonly atMostWrong: number;
  readonly strata: readonly CertifiedStratum[];
  /** A paragraph for the declaration. */
  readonly declaration: string;
}

const CONFIDENCE = 0.95;

/** Reads the verdicts of a returned sample. Throws a ReturnedWorkbookError when rows lack a verdict, are missing or were changed. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const book = readWorkbook(bytes);
  const problems: WorkbookProblem[] = [];
  const sheet = findSheet(book, SAMPLE_HEADS, problems);
  const strata = findSheet(book, STRATA_HEADS, problems);
  const code = strata && readSampleCode(strata.rows.map((row) => row.text('Sample')).filter((text) => text !== ''));
  if (!sheet || !strata || !code) {
    const cure =
      'the sheets of the sample are missing or were changed: use a workbook of clearway certify, and change only verdict, note, who and when';
    throw new ReturnedWorkbookError('certify.unusable', [{ sheet: strata?.name ?? '(any)', cell: 'A1', cure }]);
  }
  const verdicts = new Map<string, ReviewVerdict>();
  const expected = new Set(code.strata.flatMap(({ codes }) => codes));
  for (const row of sheet.rows) {
    const own = row.text('Code');
    if (own === '' && row.text('No.') === '') continue;
    const verdict = VERDICTS.find((each) => each === row.text('Verdict').toLowerCase());
    if (!expected.has(own))
      row.problem('Code', 'is no row of this sample; take the row from the workbook as it was drawn');
    else if (verdicts.has(own)) row.problem('Code', 'stands twice; keep one row');
    else if (!verdict) row.problem('Verdict', `write one of ${VERDICTS.join(', ')}`);
    else verdicts.set(own, verdict);
  }
  const missing = expected.size - verdicts.size;
  if (problems.length === 0 && missing > 0) {
    problems.push({
      sheet: sheet.name,
      cell: 'A1',
      cure: `${missing} row(s) of the sample were taken out; put them back: leaving out what is hard would make the bound too good`,
    });
  }
  if (problems.length > 0) throw new ReturnedWorkbookError('certify.unusable', problems);
  const certified = code.strata.map(({ name, size, codes }) =>
    certifiedStratum(
      name,
      size,
      codes.map((each) => verdicts.get(each) ?? 'cannot tell'),
    ),
  );
  return certificateOf(code.seed, code.size, certified);
}

function certifiedStratum(name: string, size: number, verdicts: readonly ReviewVerdict[]): CertifiedStratum {
  const of = (verdict: ReviewVerdict): number => verdicts.filter((each) => each === verdict).length;
  const drawn = verdicts.length;
  const wrong = of('disagree') + of('cannot tell');
  const bound = drawn === size ? wrong / size : upperBound(wrong, drawn, CONFIDENCE);
  return { name, size, drawn, agree: of('agree'), disagree: of('disagree'), cannotTell: of('cannot tell'), bound };
}

function certificateOf(seed: string, size: number, strata: readonly CertifiedStratum[]): Certificate {
  const sum = (what: 'drawn' | 'agree' | 'disagree' | 'cannotTell'): number =>
    strata.reduce((total, each) => total + each[what], 0);
  const checked = strata.map((each) => ({
    size: each.size,
    drawn: each.drawn,
    wrong: each.disagree + each.cannotTell,
  }));
  const drawn = sum('drawn');
  const wrong = sum('disagree') + sum('cannotTell');
  const bound = drawn === size ? wrong / size : overallBound(checked, CONFIDENCE);
  const numbers = {
    seed,
    confidence: CONFIDENCE,
    size,
    drawn,
    agree: sum('agree'),
    disagree: sum('disagree'),
    cannotTell: sum('cannotTell'),
    bound,
    atMostWrong: Math.min(size, Math.floor(bound * size + 1e-9)),
    strata,
  };
  return { ...numbers, declaration: declarationOf(numbers) };
}

/** The paragraph says what was done and what follows; it says nothing about anybody. */
function declarationOf({
  seed,
  size,
  drawn,
  agree,
  disagree,
  cannotTell,
  bound,
  atMostWrong,
  strata,
}: Omit<Certificate, 'declaration'>): string {
  const draw = `Of ${count(size)} determinations ${count(drawn)} were drawn at random (stratified by what was decided, ${strata.length} strata, at least one of each; seed ${seed}) and reviewed by hand against the case file.`;
  const found = `The reviewer agreed with ${count(agree)}, disagreed with ${count(disagree)}, and could not tell of ${count(cannotTell)}; each that could not be told is counted as wrong.`;
  if (drawn === size)
    return `${draw} ${found} All determinations were reviewed, so the share that is wrong is known: ${percent(bound)} percent.`;
  return `${draw} ${found} From this it follows with a confidence of 95 percent that no more than ${percent(bound)} percent of the ${count(size)} determinations (${count(atMostWrong)}) are wrong. The bound is exact (Clopper and Pearson, one side, joined over the strata); that the sample was drawn from a finite number of determinations, none of them twice, makes it more careful than it need be, never less.`;
}

/** Rounded up: a bound may not be told as less than it is. */
function percent(share: number): string {
  return (Math.ceil(share * 10_000 - 1e-9) / 100).toFixed(2);
}

function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

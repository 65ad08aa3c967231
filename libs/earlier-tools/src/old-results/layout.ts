import { OldResultsError } from './errors';

/** How a file of old results is laid out: who wrote it, and by what its rows are joined to the state's file. */
export interface OldLayout {
  readonly tool: 'desktop' | 'los-angeles' | 'clearway';
  /** `condensed` files have neither SUBJECT_ID nor CNT_ORDER. */
  readonly join: 'full' | 'condensed';
  readonly columns: readonly string[];
}

const DETERMINATION = ['Eligibility Determination', 'Eligibility Reason'];
const FULL = ['SUBJECT_ID', 'CNT_ORDER', 'CII_NUMBER', 'PRI_NAME'];

/** The columns by which a row of a condensed file is found again in the state's file, beside the person. */
export const CONDENSED_JOIN = [
  'STP_EVENT_DATE',
  'STP_ORI_DESCR',
  'STP_ORI_CNTY_NAME',
  'DISP_DATE',
  'OFN',
  'OFFENSE_DESCR',
  'DISP_DESCR',
  'CONV_STAT_DESCR',
  'COMMENT_TEXT',
] as const;
const CONDENSED = ['CII_NUMBER', 'PRI_NAME', 'PRI_DOB', ...CONDENSED_JOIN];
const KNOWN = new Set([...DETERMINATION, ...FULL, ...CONDENSED, 'Case Number', 'Outcome', 'RECORD_ID']);

/**
 * The layout of a file of results by its first record: the desktop tool's and the Los Angeles tool's full, condensed and Prop 64 files,
 * and Clearway's own. Throws an OldResultsError that lists what was found and what is missing.
 *
 * @param file name of the file, for the message
 */
export function recogniseLayout(file: string, header: readonly string[]): OldLayout {
  const columns = header.map((each) => each.replace(/^\uFEFF/, '').trim());
  const has = (names: readonly string[]): boolean => names.every((each) => columns.includes(each));
  const join = has(FULL) ? 'full' : has(CONDENSED) ? 'condensed' : undefined;
  if (join === undefined || !has(DETERMINATION)) throw unknownLayout(file, columns);
  const clearway = has(['Outcome', 'Floor', 'Standing', 'Rule Set']);
  const tool = clearway ? 'clearway' : has(['Occurred after 11/9/2016']) ? 'desktop' : 'los-angeles';
  return { tool, join, columns };
}

function unknownLayout(file: string, columns: readonly string[]): OldResultsError {
  const wanted = `A file of results has the columns ${DETERMINATION.join(' and ')}, and ${FULL.join(', ')} (a full file) or ${CONDENSED.join(', ')} (a condensed one)`;
  const missing = [...DETERMINATION, ...FULL].filter((each) => !columns.includes(each));
  const cure =
    columns.includes('RECORD_ID') && missing.length === DETERMINATION.length
      ? "This looks like the state's file itself: give it before --against, and after it what the earlier tool wrote."
      : 'Give All_Results, All_Results_Condensed, Prop64_Results or doj_results as the tool wrote it, with its header.';
  const found = isHeader(columns) ? `Found: ${listed(columns)}.` : 'Its first line is no line of column names.';
  return new OldResultsError(
    'old-results.layout',
    `${file}: these columns are not those of a file of results. ${found} ${wanted}. ${cure}`,
  );
}

const LISTED = 24;

function listed(columns: readonly string[]): string {
  const more = columns.length - LISTED;
  return more > 0 ? `${columns.slice(0, LISTED).join(', ')} and ${more} more` : columns.join(', ');
}

/** A first line of values must not be repeated in a message: it can be a person. */
function isHeader(columns: readonly string[]): boolean {
  if (columns.some((each) => KNOWN.has(each))) return true;
  return columns.every((each) => !/\d/.test(each) && !each.includes(',') && each.length <= 40) && columns.length > 3;
}

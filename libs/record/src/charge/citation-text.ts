/** Code letters as the state file and people write them. A pair of letters that is not here is a word of the description. */
const CODES: ReadonlySet<string> = new Set(
  'BP CC CI CP EC ED EL FA FC FG FN GC HN HS IC LC MV PC PR PU RT SH UI US VC WI'.split(' '),
);
/** The codes that are also read after a hyphen or in brackets, where two letters are more often a word. */
const COMMON_CODES: ReadonlySet<string> = new Set(['BP', 'HS', 'PC', 'VC', 'WI']);

/** Longest part of a field that is read; the state's fields are far shorter. */
const LONGEST = 2000;

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<![A-Z])H(?:EALTH|LTH|\.)? ?(?:&|\/|\+|AND\b)? ?S(?:AFETY|AFTY|AF|FTY)?\.?(?: ?C(?:ODE)?\.?)?(?![A-Z])/g, 'HS'],
  [/(?<![A-Z])(?:P\. ?C(?:\.|(?![A-Z]))|PEN(?:AL)?\.? ?C(?:ODE|\.)?(?![A-Z])|CPC(?![A-Z]))/g, 'PC'],
  [/(?<![A-Z])(?:V\. ?C(?:\.|(?![A-Z]))|VEH(?:ICLE)?\.? ?C(?:ODE|\.)?(?![A-Z])|CVC(?![A-Z]))/g, 'VC'],
  [/(?<![A-Z])(?:B ?& ?P|BPC|BUS(?:INESS|\.)? ?(?:&|AND) ?PROF(?:ESSIONS|\.)?)(?: ?C(?:ODE)?\.?)?(?![A-Z])/g, 'BP'],
  [/(?<![A-Z])(?:W ?& ?I|WIC|WELF(?:ARE|\.)? ?(?:&|AND) ?INST(?:ITUTIONS|\.)?)(?: ?C(?:ODE)?\.?)?(?![A-Z])/g, 'WI'],
  [/(?<![A-Z])(HS|PC|VC|BP|WI) CODE(?![A-Z])/g, '$1'],
  [/(?<![\dA-Z.])(\d{1,2}) ?U\.? ?S\.? ?C\.? ?(?:A\.?)? ?(?=\d)/g, 'US $1:'],
];
const SPELT_OUT = /[&+]|H\/S|[A-Z]\.|HSC|CPC|CVC|WIC|BPC|CODE|PEN|VEH|AND|USC|HEA|HLT|H S|SAF/;

export function isCode(letters: string): boolean {
  return CODES.has(letters);
}

export function isCommonCode(letters: string): boolean {
  return COMMON_CODES.has(letters);
}

/**
 * Upper case, single blanks, one kind of dash, one spelling for each code, so that the grammar of citations is small.
 * Lengths change: positions are of the result. Case and blanks around change nothing.
 */
export function normaliseCitationText(text: string): string {
  let upper = text.toUpperCase();
  if (/[^ -~]| {2}|^ | $|[\\_]/.test(upper)) upper = plain(upper);
  if (upper.length > LONGEST) upper = bounded(upper);
  if (!SPELT_OUT.test(upper)) return upper;
  for (const [pattern, code] of SPELLINGS) upper = upper.replace(pattern, code);
  return upper;
}

function plain(upper: string): string {
  return (
    upper
      // Letters whose lower case has another upper case (dotted I, sharp s) come out the same from either.
      .toLowerCase()
      .toUpperCase()
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\\/g, '/')
      .replace(/[\s\p{Cc}\p{Cf}_]+/gu, ' ')
      .trim()
  );
}

/** A text that is too long is cut where no number or word is cut in two. */
function bounded(upper: string): string {
  let end = LONGEST;
  while (end > 0 && /[A-Z\d.,]/.test(upper[end] ?? '')) end--;
  return upper.slice(0, end);
}

/**
 * Where a line may end, after Unicode's rules for line breaking (UAX 14) as far as papers need them, with the habits of
 * legal typing on top: a section sign or `No.` stays with its number, a number is never parted.
 */

const ASIAN = /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/;
/** Closing signs and small letters that must not begin a line; opening signs that must not end one. */
const NOT_FIRST =
  /[!),.:;?\]}\u2019\u201d\u2026\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u30fb\u30fc\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7]/;
const NOT_LAST = /[([{\u2018\u201c\u3008\u300a\u300c\u300e\u3010\u3014\uff08]/;
/** The blanks after which a line may go on; the no-break spaces are not among them. */
const BLANK = /[ \t\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/;
const LETTER = /\p{L}/u;
/** Words that stay with the number behind them. */
const WITH_NUMBER =
  /(?:^|[\s(\u201c])(?:§|§§|Nos?\.|[Ss]ubds?\.|[Ss]ections?|[Rr]ules?|[Ll]ines?|[Ee]xh(?:ibit|\.)|[Pp]ages?|[Vv]ol\.|Dept\.|p{1,2}\.)$/;
const NUMBER = /[\d(\p{Lu}]/u;

/** The places after which a line may end, as offsets into the text; the last one is its end. */
export function lineBreaks(text: string): readonly number[] {
  const breaks: number[] = [];
  for (let at = 1; at < text.length; at++) if (mayBreak(text, at)) breaks.push(at);
  if (text.length > 0) breaks.push(text.length);
  return breaks;
}

/** Whether a line may end before the character at `at`. */
function mayBreak(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (BLANK.test(after)) return false;
  if (BLANK.test(before)) return !keepsNumber(text, at);
  if (NOT_FIRST.test(after)) return false;
  if (ASIAN.test(after) || ASIAN.test(before)) return !NOT_LAST.test(before);
  if (before === '-' || before === '\u2010')
    return LETTER.test(after) && at >= 3 && LETTER.test(text.charAt(at - 2)) && LETTER.test(text.charAt(at - 3));
  if (before === '/' || before === ',' || before === ';') return LETTER.test(after) && LETTER.test(text.charAt(at - 2));
  return before === '\u2014' || before === '\u200b';
}

function keepsNumber(text: string, at: number): boolean {
  if (!NUMBER.test(text.charAt(at))) return false;
  return WITH_NUMBER.test(text.slice(Math.max(0, at - 12), at).trimEnd());
}

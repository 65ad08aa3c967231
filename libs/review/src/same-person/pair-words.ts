import { type Evidence, type EvidenceLine } from '@clearway/identity';
import { type AskedPair } from './asked-pair';

/** What the model found of two records: an `Evidence` of identity, or an `AskedPair`. */
export type Found = Pick<Evidence, 'lines' | 'odds' | 'guardWords'>;

const ASK_WORDS: Readonly<Record<AskedPair['why'], string>> = {
  weight: 'the evidence is not enough to say that they are one person',
  rival: 'one of them fits another person nearly as well',
  joined: 'the weights joined them',
  numbered: 'a number joined them',
  decided: 'a decision joined them',
  number: 'one CII stands on both records',
  contradicts: 'it fits one record of the person and contradicts another',
};

/** Why it is asked, and not decided by the weights. */
export function askWords({ why, guardWords }: Pick<AskedPair, 'why' | 'guardWords'>): string {
  return guardWords === '' ? ASK_WORDS[why] : `${ASK_WORDS[why]}; ${guardWords}`;
}

/**
 * Why two records were joined, or asked about, in plain words: a line for each field with its weight, then all together.
 *
 * @example ['the last names are the same (+9.1)', ..., 'all together +14.2: about 19,000 to 1 that they are one person']
 */
export function joinWords({ lines, odds, guardWords }: Found): readonly string[] {
  const before = odds - lines.reduce((sum, { weight }) => sum + weight, 0);
  return [
    ...lines.map(evidenceWords),
    `few pairs of records are one person, before anything is compared (${signedBits(before)})`,
    `all together ${signedBits(odds)}: ${oddsWords(odds)}`,
    ...(guardWords === '' ? [] : [guardWords]),
  ];
}

/** One field: its words and its weight in bits. */
export function evidenceWords({ words, weight }: EvidenceLine): string {
  return `${words} (${signedBits(weight)})`;
}

/** Bits with one digit and a sign: `+8.3`, `-2.0`. */
export function signedBits(bits: number): string {
  const text = Math.abs(bits).toFixed(1);
  return `${bits < 0 && text !== '0.0' ? '-' : '+'}${text}`;
}

/** Bits as odds: 10 are `about 1,000 to 1 that they are one person`. */
export function oddsWords(bits: number): string {
  if (Math.abs(bits) < 0.5) return 'as likely one person as two';
  const who = bits > 0 ? 'one person' : 'two people';
  const size = Math.abs(bits);
  if (size >= 30) return `more than 1,000,000,000 to 1 that they are ${who}`;
  return `about ${grouped(twoDigits(2 ** size))} to 1 that they are ${who}`;
}

/** Rounded to two digits: more would only look exact. */
function twoDigits(number: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(number)) - 1);
  return Math.round(number / unit) * unit;
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

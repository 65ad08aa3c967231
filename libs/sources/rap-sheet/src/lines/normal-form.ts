/** A misread that was put right, kept with what stood there. */
export interface LineRepair {
  /** Stable code of the repair: `count-label`. */
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** A line as it is read: upper case, plain blanks and dashes, labels put right. Letters with accents stay as they are. */
export interface NormalLine {
  readonly text: string;
  /** How many blanks stand before the text. */
  readonly indent: number;
  readonly repairs: readonly LineRepair[];
}

/**
 * What scanning does to labels and to a few words of the state, and nothing else: names, numbers and sections are never
 * touched. The accented letters here are misread plain ones (`CN\u00cd:` for `CNT:`).
 */
const REPAIRS: readonly (readonly [rule: string, misread: RegExp, right: string])[] = [
  ['count-label', /^C[HNM][TIL1\u00cd\u00cc]S?\s*[:;.]/, 'CNT:'],
  ['disposition-label', /^(\*?)\W?D\s?[I1]\s?S\s?P\s?[O0]\s*[:;]/, '$1DISPO:'],
  ['status-label', /^C[O0][NM]V\s*STAT[UI][S5]\s*[.:;]+/, 'CONV STATUS:'],
  ['court-label', /^[C[(\u2610\u25a1\u25af\u25fb]\s?[O0]UR[TI1]\s*[:;.]/, 'COURT:'],
  [
    'arrest-label',
    /^\W?\s?[A\u2610\u25a1\u25af\u25fb]?\s?RR[/I1L][DP]ET[/I1L]C[I\u00cd1L]TE(?:\s*[:;.])?/,
    'ARR/DET/CITE:',
  ],
  ['sentence-label', /^S[E3]N\s*[:;]/, 'SEN:'],
  ['comment-label', /^C[O0][MN]\s*[:;]/, 'COM:'],
  ['convicted', /(?<=DISPO:\s*)C\s?[O0]\s?[NM]\s?V\s?[I1]\s?C\s?T\s?E\s?D/, 'CONVICTED'],
  ['infraction', /\b[TIL1]NFRACT[I1][O0]N\b/, 'INFRACTION'],
  ['felony', /(?<=CONV STATUS:\s*)FEL[O0]NY/, 'FELONY'],
  ['misdemeanor', /(?<=CONV STATUS:\s*)M[I1L]SDEMEAN[O0]R/, 'MISDEMEANOR'],
  ['restitution', /\bRESIN\b/, 'RESTN'],
  ['fine-suspended', /\bFINESS\b/, 'FINE SS'],
];

/** The normal form of a line. */
export function normalLine(written: string): NormalLine {
  const plain = written
    .normalize('NFC')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase();
  let text = plain.trim();
  const repairs: LineRepair[] = [];
  for (const [rule, misread, right] of REPAIRS) {
    text = text.replace(misread, (from: string, mark: unknown) => {
      const to = right.replace('$1', typeof mark === 'string' ? mark : '');
      if (from !== to) repairs.push({ rule, from, to });
      return to;
    });
  }
  return { text, indent: plain.length - plain.trimStart().length, repairs };
}

import { type OffenceQualifier } from '../offence';

/** Sections of the Penal Code whose name ends with a letter: `288A PC` is section 288a, while `11357A HS` is 11357(a). */
export const LETTERED: Readonly<Record<string, RegExp>> = {
  '266': /^[a-k]$/,
  '273': /^(?:[ad-m]|ab)$/,
  '288': /^a$/,
  '337': /^[a-z]$/,
  '484': /^[a-j]$/,
  '487': /^[a-k]$/,
  '499': /^[a-d]$/,
  '529': /^a$/,
  '532': /^[a-f]$/,
  '537': /^[a-g]$/,
  '538': /^[a-h]$/,
  '593': /^[a-g]$/,
  '597': /^[a-z]$/,
  '640': /^[ab]$/,
  '647': /^a$/,
  '653': /^[a-z]$/,
};

/** `653(F)` is section 653f: these sections have no subdivisions of their own. */
export const WITHOUT_SUBDIVISIONS: ReadonlySet<string> = new Set(['266', '653']);

/**
 * Sections that stand for a qualifier when another section stands beside them. Penal Code 182.5 is the conspiracy of a
 * gang's members; 653f (soliciting) and 32 (accessory) are offences of their own and none of these.
 */
export const QUALIFIERS: Readonly<Record<string, OffenceQualifier>> = {
  '664': 'attempt',
  '182': 'conspiracy',
  '182.5': 'conspiracy',
};

const HEALTH_AND_SAFETY = [
  // Cannabis today, and until the recodification of 1972 (11530 possession, 11530.1 cultivation, 11530.5 possession for
  // sale, 11531 transport and sale, 11532 minors).
  ...['11357', '11358', '11359', '11360', '11361', '11362.1', '11362.2', '11362.3', '11362.4'],
  ...['11530', '11530.1', '11530.5', '11531', '11532'],
  // Their neighbours in the same division, which stand beside them in records.
  ...['11350', '11351', '11351.5', '11352', '11357.5', '11364', '11364.5', '11364.7', '11365', '11366', '11366.5'],
  ...['11366.7', '11366.8', '11377', '11378', '11379', '11379.6', '11550'],
];
const PENAL = ['4573', '4573.5', '4573.6', '4573.8', '4573.9'];

/** Sections that in a criminal record belong to one code: read also without its letters. */
const CODE_OF_BARE: ReadonlyMap<string, string> = new Map([
  ...HEALTH_AND_SAFETY.map((each) => [each, 'HS'] as const),
  ...PENAL.map((each) => [each, 'PC'] as const),
  ['23222', 'VC'],
]);

/** Sections too short to be read alone: their code is certain when another section stands beside them. */
const CODE_BESIDE_OTHERS: ReadonlyMap<string, string> = new Map(
  ['32', '182', '182.5', '186.22', '653', '664'].map((each) => [each, 'PC']),
);

/** The code of a section that stands alone without letters; empty when several codes have it. */
export function codeOfBare(section: string): string {
  return CODE_OF_BARE.get(section) ?? '';
}

/** The code of a section that stands beside others without letters of its own; empty when they must tell. */
export function codeBesideOthers(section: string): string {
  return CODE_OF_BARE.get(section) ?? CODE_BESIDE_OTHERS.get(section) ?? '';
}

/** No crime of the Health and Safety Code has so low a number: in `459/11357 HS` the letters are not those of 459. */
export function mayShareCode(section: string, code: string): boolean {
  return code !== 'HS' || Number.parseFloat(section) >= 1000;
}

/** `11357 M`, `11358 (F)`: of these sections no subdivision has such a letter, so it is the grade. */
export function isGradeMark(section: string, letter: string): boolean {
  return /^[FMI]$/.test(letter) && /^(?:1135[789]|1136[01]|1153[012])(?:\.|$)/.test(section);
}

/**
 * Sections whose own words punish the attempt, so that `ATT` in the description may be the whole offence: Penal Code
 * 664 applies only where no other provision does. For Health and Safety Code 11360: "attempts to import into this state
 * or transport". The other sections are from memory and only leave a reading open.
 */
const PUNISH_THE_ATTEMPT: Readonly<Record<string, ReadonlySet<string>>> = {
  HS: new Set(['11173', '11352', '11360', '11379', '11531']),
  PC: new Set(
    '67 68 69 71 95 107 109 136.1 137 148 217.1 236.1 288.3 455 470 475 476 524 530.5 4530 4532 18740 18745 18750 18755'.split(
      ' ',
    ),
  ),
  BP: new Set(['4324']),
};
/** Of these sections only attempts of some conduct: to import or to transport. */
const ONLY_TRANSPORT: ReadonlySet<string> = new Set(['11352', '11360', '11379', '11531']);

/** May `ATT` before these words be what the section itself punishes, and no attempt of Penal Code 664? */
export function mayPunishTheAttempt(code: string, section: string, words: string): boolean {
  if (!PUNISH_THE_ATTEMPT[code]?.has(section)) return false;
  return !ONLY_TRANSPORT.has(section) || /TRANS|TRNS|IMP/.test(words);
}

const PROCEDURE: Readonly<Record<string, RegExp>> = {
  PC: /^(?:17|851\.\d+|977|995|1000(?:\.\d+)?|1016|1018|1170(?:\.\d+)?|1192\.\d|1203(?:\.\d+)?|1210(?:\.\d)?|1385|1473\.\d|1538\.5|2900\.5|4019|4852\.\d+)$/,
  HS: /^(?:11361\.[5-9]|11362\.(?:5|7\d*|8\d*))$/,
};

/** Sections that say what a court does, and charge nobody: `DISMISSED PER 1203.4 PC`, `RELIEF PER 11361.8 HS`. */
export function isProcedure(code: string, section: string): boolean {
  return PROCEDURE[code]?.test(section) === true;
}

import { type Charge, isLongerNumber } from '@clearway/record';
import { type Conviction } from '../../person/convictions';

/**
 * A number of the four sections that is torn, cut off or scanned badly: `1135 7(B) HS`, `11 357 HS`, `1135? HS`, `1136O HS`. Digits of
 * a longer number are none.
 */
const TORN_NUMBER = /(?<![\dA-Z.])[1IL|][ ,]?[1IL|][ ,]?3[ ,]?(?:5[ ,]?[789]?|6[ ,]?[0O]?|[?*#X]+)(?![\d.])/;
/** A section with at most three digits is no crime of the Health and Safety Code, and may be the end of a torn number. */
const SHORTEST_OF_HS = 1200;

/** Words of drugs may stand for cannabis, whatever stands beside them. */
const DRUGS =
  /NARC|DRUG|CONTROL+ED? ?SUB|CONT(?:R|RLD)? ?SUB|\bC\/?S\b|\bDANG\w* (?:DRG|SUB)|HALLUC|\bPOT\b|\bWEED\b|\bTHC\b|\bMJ\b|\bMARI|\bCANN|\bHASH/;

/** Another offense, whatever the drug. */
const UNDER_THE_INFLUENCE = /\bDUI\b|\bDWI\b|DRIV|UNDER (?:THE )?INFL/;

/**
 * Words that name another offense for certain. A word that is not among them, or none that means anything (`ILLEGIBLE`), leaves the
 * charge open.
 */
const ANOTHER_OFFENCE = new RegExp(
  [
    'THEFT|LARCENY|SHOPLIFT|BURG|ROBB|STOLEN|EMBEZZ|FORG|FRAUD|CHECKS?\\b|CARJACK|VEHICLE|TRESPASS|VANDAL|GRAFFITI|ARSON',
    'ASSAULT|BATTER|MURDER|HOMICIDE|MANSLAUGHTER|KIDNAP|MAYHEM|TERROR|THREAT|STALK|CRUELTY|WEAPON|FIREARM|\\bGUN\\b|KNIFE|BRASS KNUCK',
    'RAPE|SEX|SODOMY|LEWD|INDECENT|PROSTITUT|PIMP|PANDER|CHILD|SPOUS|DOMESTIC|INCEST',
    'DRUNK|INTOX|SPEED|LICENSE|REGISTRATION|HIT (?:AND|&) RUN|RECKLESS|TRAFFIC',
    'ALCOHOL|LIQUOR|BEER|OPEN CONTAINER|COCAINE|HEROIN|METH|AMPHET|PCP\\b|PHENCYC|OPIUM|OPIATE|LSD\\b|ECSTASY|CRACK\\b',
    'CONTEMPT|FAIL(?:URE)? TO APPEAR|\\bFTA\\b|OBSTRUCT|RESIST|ESCAPE|PERJUR|BRIB|FALSE (?:ID|INFO|REPORT|NAME)|IMPERSONAT|PROBATION|PAROLE',
    'DISTURB|DISORDERLY|FIGHT|LOITER|GAMBL|BOOKMAK|ANIMAL|\\bFISH|\\bGAME\\b|LITTER|FIREWORKS|NUISANCE|LOCAL ORD|MUNICIPAL',
  ].join('|'),
);

const byCharge = new WeakMap<Charge, boolean>();

/**
 * A conviction whose charge cites no section that can be read, and that could be of cannabis: nobody may be left out because a text was
 * bad, so it gets a question. `PETTY THEFT`, `459 BURGLARY` and `21135900 PC` say what they are, and get none.
 */
export function isUnreadAndOpen({ charge, cannabis }: Conviction): boolean {
  if (cannabis.verdict !== 'no') return false;
  const known = byCharge.get(charge);
  if (known !== undefined) return known;
  const open = couldBeCannabis(charge);
  byCharge.set(charge, open);
  return open;
}

function couldBeCannabis(charge: Charge): boolean {
  const { offences, problem } = charge;
  if (
    problem === undefined &&
    !offences.every((each) => each.code === 'HS' && Number.parseFloat(each.section) < SHORTEST_OF_HS)
  )
    return false;
  const text = charge.text.toUpperCase();
  if (TORN_NUMBER.test(text)) return true;
  // A whole number without the letters of a code is another section: those of cannabis are read without them.
  if (problem === undefined || problem === 'no-code' || isLongerNumber(charge)) return false;
  if (UNDER_THE_INFLUENCE.test(text)) return false;
  return DRUGS.test(text) || !ANOTHER_OFFENCE.test(text);
}

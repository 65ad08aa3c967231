import { earliestDay, MISSING_DATE, type Charge, type Cycle, type Offence, type PartialDate } from '@clearway/record';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';
import { cannabisOf } from '../../person/cannabis';
import { type Conviction } from '../../person/convictions';
import { type OffenceKind } from '../situation';
import { isBeforeRecodification, predecessorKind, predecessorsOf } from './predecessors';
import { namesCannabisInWords } from './sections-in-words';

/** Pleas that stand for cannabis in a case of cannabis. */
const RELATED: Readonly<Record<string, ReadonlySet<string>>> = {
  HS: new Set(['11364', '11364.7', '11365', '11366', '11366.5', '11379.6']),
  VC: new Set(['23222']),
};
const IN_PRISON = new Set(['4573', '4573.5', '4573.6', '4573.8', '4573.9']);
/** Written without its object: a conspiracy or an attempt of a case of cannabis. */
const WITHOUT_OBJECT = new Set(['182', '664']);
const NAMES_CANNABIS = /MARIJ|CANNABIS|HASHISH/i;

/**
 * A conviction that the four sections do not cover but that somebody could take for one, so that nobody is left out
 * unseen: HS 11361, an accessory (PC 32), cannabis in prison, and pleas to lesser sections in a case of cannabis.
 * Undefined when it is none of these.
 */
export function nearMissOf(conviction: Conviction): OffenceKind | undefined {
  if (conviction.cannabis.verdict !== 'no' || !mayBeNearMiss(conviction.charge)) return undefined;
  let found: OffenceKind | undefined;
  for (const each of conviction.charge.offences) {
    if (isMinorInvolved(each, conviction)) return 'minor-involved';
    found ??= kindInCase(each, conviction);
  }
  return found;
}

const byCharge = new WeakMap<Charge, boolean>();

/** Asked of every conviction of a file: most charges are of sections that are never one, and are told so by the charge alone. */
function mayBeNearMiss(charge: Charge): boolean {
  const known = byCharge.get(charge);
  if (known !== undefined) return known;
  const may = charge.offences.some(
    (each) =>
      (each.code === 'HS' && (each.section === '11361' || each.section === '11532')) ||
      (each.code === 'PC' && (each.section === '32' || IN_PRISON.has(each.section))) ||
      RELATED[each.code]?.has(each.section) === true ||
      isWithoutObject(each),
  );
  byCharge.set(charge, may);
  return may;
}

/** HS 11361: a minor used, or sold to. HS 11532 was its predecessor; since 1995 that number is loitering. */
function isMinorInvolved({ code, section }: Offence, conviction: Conviction): boolean {
  if (code !== 'HS') return false;
  return section === '11361' || (section === '11532' && isBeforeRecodification(conviction));
}

function kindInCase(offence: Offence, conviction: Conviction): OffenceKind | undefined {
  if (offence.code === 'PC' && offence.section === '32') return ofCannabis(conviction) ? 'accessory' : undefined;
  if (offence.code === 'PC' && IN_PRISON.has(offence.section)) return ofCannabis(conviction) ? 'in-prison' : undefined;
  const related = RELATED[offence.code]?.has(offence.section) === true || isWithoutObject(offence);
  if (!related) return undefined;
  return ofCannabis(conviction) ? 'related' : undefined;
}

export function isWithoutObject({ code, section }: Offence): boolean {
  return code === 'PC' && WITHOUT_OBJECT.has(section);
}

/** The charge names cannabis, or another charge of the arrest does, by one of the four sections, an older number, or in words. */
function ofCannabis(conviction: Conviction): boolean {
  return NAMES_CANNABIS.test(conviction.charge.text) || hasCannabis(conviction.cycle);
}

/** A conviction that gets a row under the statute although no cannabis section is cited. */
export function isAskedByStatute(conviction: Conviction): boolean {
  return (
    nearMissOf(conviction) !== undefined || predecessorsOf(conviction).length > 0 || namesCannabisInWords(conviction)
  );
}

function isOfCannabis(charge: Charge, on: PartialDate): boolean {
  if (cannabisOf(charge).offences.length > 0 || NAMES_CANNABIS.test(charge.text)) return true;
  const old = charge.offences.some((each) => each.code === 'HS' && predecessorKind(each.section) !== undefined);
  return old && on !== MISSING_DATE && earliestDay(on) < parameter('recodification', AS_KNOWN_TODAY).value;
}

const cycles = new WeakMap<Cycle, boolean>();

function hasCannabis(cycle: Cycle): boolean {
  const known = cycles.get(cycle);
  if (known !== undefined) return known;
  const found = cycle.steps.some((step) =>
    step.counts.some(({ charged, convictedOf, disposedOf }) =>
      [charged, convictedOf, disposedOf].some((each) => each !== undefined && isOfCannabis(each, step.date)),
    ),
  );
  cycles.set(cycle, found);
  return found;
}

import {
  earliestDay,
  MISSING_DATE,
  readCharge,
  type Charge,
  type Cycle,
  type Offence,
  type PartialDate,
} from '@clearway/record';
import { CODE_LISTS } from '../../parameters/code-lists.generated';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';
import { cannabisOf } from '../../person/cannabis';
import { type Conviction } from '../../person/convictions';
import { type OffenceKind } from '../situation';
import { isBeforeRecodification, predecessorKind, predecessorsOf } from './predecessors';
import { isUnreadAndOpen } from './unread-charge';
import { namesCannabisInWords } from './sections-in-words';

/** Pleas that stand for cannabis in a case of cannabis, and cannabis in prison: as `california.related` lists them. */
const RELATED = listed(['plea-theory', 'not-named']);
const IN_PRISON = listed(['in-prison']);
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
      (each.code === 'PC' && each.section === '32') ||
      isListed(IN_PRISON, each) ||
      isListed(RELATED, each) ||
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
  if (isListed(IN_PRISON, offence)) return ofCannabis(conviction) ? 'in-prison' : undefined;
  const related = isListed(RELATED, offence) || isWithoutObject(offence);
  if (!related) return undefined;
  return ofCannabis(conviction) ? 'related' : undefined;
}

/** `HS 11364` of every entry of these groups: the whole section, whichever of its subdivisions is listed. */
function listed(groups: readonly string[]): ReadonlySet<string> {
  const list = CODE_LISTS.find((each) => each.list === 'california.related');
  const entries = (list?.entries ?? []).filter(
    (each) => typeof each === 'object' && 'group' in each && groups.includes(String(each.group)),
  );
  const cited = entries.flatMap((each) => readCharge(typeof each === 'string' ? each : each.offence).offences);
  return new Set(cited.map(({ code, section }) => `${code} ${section}`));
}

function isListed(sections: ReadonlySet<string>, { code, section }: Offence): boolean {
  return sections.has(`${code} ${section}`);
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
    nearMissOf(conviction) !== undefined ||
    predecessorsOf(conviction).length > 0 ||
    namesCannabisInWords(conviction) ||
    isUnreadAndOpen(conviction)
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

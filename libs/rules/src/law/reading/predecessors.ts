import { type Offence } from '@clearway/record';
import { type Conviction } from '../../person/convictions';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';
import { type OffenceKind } from '../situation';
import { offenceDateOf } from './offence-date';

const RECODIFICATION = parameter('recodification', AS_KNOWN_TODAY).value;

/** HS 11530 to 11532 became 11357 to 11361 in the recodification (Stats. 1972, ch. 1407). [K+] */
const PREDECESSORS: Readonly<Record<string, OffenceKind>> = {
  '11530': 'possession-before-1976',
  '11530.1': 'cultivation',
  '11530.5': 'possession-for-sale',
  '11531': 'sale-or-transport',
};

export const PREDECESSOR_SECTIONS: readonly string[] = Object.keys(PREDECESSORS);

export function predecessorKind(section: string): OffenceKind | undefined {
  return Object.hasOwn(PREDECESSORS, section) ? PREDECESSORS[section] : undefined;
}

/** Can the offence have been of the time of the old numbers? */
export function isBeforeRecodification(conviction: Conviction): boolean {
  return offenceDateOf(conviction).first < RECODIFICATION;
}

/** The offences of a conviction that are of a predecessor section, by number and by day. */
export function predecessorsOf(conviction: Conviction): readonly Offence[] {
  const { offences } = conviction.charge;
  if (!offences.some(isPredecessor) || !isBeforeRecodification(conviction)) return NONE;
  return offences.filter(isPredecessor);
}

const NONE: readonly Offence[] = [];

function isPredecessor({ code, section }: Offence): boolean {
  return code === 'HS' && predecessorKind(section) !== undefined;
}

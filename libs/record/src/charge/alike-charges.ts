import { type Charge, type Offence } from '../offence';

/**
 * Do two charges cite the same? `alike`: one of them leaves out a subdivision, or cites one of the several offences that the other
 * leaves open. A charge that cites nothing is like none.
 */
export function alikeCharges(one: Charge, other: Charge): 'same' | 'alike' | 'no' {
  const [few, many] = one.offences.length <= other.offences.length ? [one, other] : [other, one];
  if (few.offences.length === 0) return 'no';
  if (few.offences.length !== many.offences.length && few.offences.length > 1) return 'no';
  const left = [...many.offences];
  let same = few.offences.length === many.offences.length;
  for (const offence of few.offences) {
    const equal = left.findIndex((each) => alikeOffences(offence, each) === 'same');
    const at = equal >= 0 ? equal : left.findIndex((each) => alikeOffences(offence, each) === 'alike');
    if (at < 0) return 'no';
    if (equal < 0) same = false;
    left.splice(at, 1);
  }
  return same ? 'same' : 'alike';
}

/** Does the one say more than the other, where they are alike: a subdivision more, or an offence more that it leaves open? */
export function saysMore(one: Charge, other: Charge): boolean {
  if (one.offences.length !== other.offences.length) return one.offences.length > other.offences.length;
  const depth = ({ offences }: Charge): number => offences.reduce((sum, { path }) => sum + path.length, 0);
  return depth(one) > depth(other);
}

/** The same section in the same form, whatever the subdivision. */
export function sameSection(one: Charge, other: Charge): boolean {
  return one.offences.some((a) => other.offences.some((b) => a.code === b.code && a.section === b.section));
}

function alikeOffences(one: Offence, other: Offence): 'same' | 'alike' | 'no' {
  if (one.code !== other.code || one.section !== other.section) return 'no';
  if ([...one.qualifiers].sort().join() !== [...other.qualifiers].sort().join()) return 'no';
  const [short, long] = one.path.length <= other.path.length ? [one.path, other.path] : [other.path, one.path];
  if (!short.every((part, i) => part === long[i])) return 'no';
  return short.length === long.length ? 'same' : 'alike';
}

import { distance } from 'fastest-levenshtein';
import { levelCode } from '../model/model-source';
import { standForOneAnother } from '../names/nicknames';
import { areNeighboursSwapped } from '../names/slips';
import { type NameToken } from '../table/name-table';

const LAST = {
  same: levelCode('last', 'same'),
  sound: levelCode('last', 'sound'),
  close: levelCode('last', 'close'),
  part: levelCode('last', 'part'),
  different: levelCode('last', 'different'),
};
const FIRST = {
  same: levelCode('first', 'same'),
  nickname: levelCode('first', 'nickname'),
  sound: levelCode('first', 'sound'),
  close: levelCode('first', 'close'),
  initial: levelCode('first', 'initial'),
  different: levelCode('first', 'different'),
};

/** Two family names: the code of their level of `last`. */
export function compareLast(one: NameToken, other: NameToken): number {
  if (one.joined === other.joined) return LAST.same;
  const spelling = spellingOf(one, other);
  if (spelling === 'sound') return LAST.sound;
  if (spelling === 'close') return LAST.close;
  if (one.core.length + other.core.length > 2 && one.core.some((word) => word.length > 2 && other.core.includes(word)))
    return LAST.part;
  return one.core.join('') === other.core.join('') ? LAST.part : LAST.different;
}

/** Two given names: the code of their level of `first`. */
export function compareFirst(one: NameToken, other: NameToken): number {
  if (one.joined === other.joined) return FIRST.same;
  if (one.joined.length === 1 || other.joined.length === 1)
    return one.joined[0] === other.joined[0] ? FIRST.initial : FIRST.different;
  if (standForOneAnother(one.text, other.text)) return FIRST.nickname;
  const spelling = spellingOf(one, other);
  return spelling === 'sound' ? FIRST.sound : spelling === 'close' ? FIRST.close : FIRST.different;
}

/** `sound`: other spellings of one sound. `close`: a slip of one letter, two in a long name, two neighbours changed places. */
function spellingOf(one: NameToken, other: NameToken): 'sound' | 'close' | 'apart' {
  const [a, b] = [one.joined, other.joined];
  const longer = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > 3 || Math.min(a.length, b.length) < 3) return 'apart';
  const edits = distance(a, b);
  // Joana and Juan, Maria and Mario sound alike without their vowels and are different people: an end counts.
  if (one.sounds.at(-1) === other.sounds.at(-1) && edits <= Math.max(2, longer >> 1) && sameEnd(a, b)) return 'sound';
  if (edits === 1 && longer >= 4) return 'close';
  if (edits === 2 && (longer >= 8 || areNeighboursSwapped(a, b))) return 'close';
  return 'apart';
}

function sameEnd(a: string, b: string): boolean {
  return /[AO]$/.test(a) || /[AO]$/.test(b) ? a.at(-1) === b.at(-1) : true;
}

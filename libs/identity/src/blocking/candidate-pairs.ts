import { NumberColumn } from '../table/columns';
import { A_TURN, part } from '../turns';
import { type UnitTable } from '../table/unit-table';
import { KEY_MAKERS, type KeyMaker } from './block-keys';

export interface CandidatePairs {
  /** Each pair once, sorted: the lower unit times 2^26, plus the higher. */
  readonly pairs: Float64Array;
  /** Groups above the cap, of which not every pair was looked at. */
  readonly cappedBlocks: number;
}

/** The pairs of units worth comparing; gives the share that is done, now and then. Grows with the number of units: a group above the cap gives each unit `cap / 2` neighbours. */
export function* candidatePairs(units: UnitTable, cap: number): Generator<number, CandidatePairs> {
  const found = new NumberColumn(1 << 16);
  let cappedBlocks = 0;
  for (const [at, make] of KEY_MAKERS.entries())
    cappedBlocks += yield* part(pairsOfKey(units, make, cap, found), [
      at / KEY_MAKERS.length,
      (at + 1) / KEY_MAKERS.length,
    ]);
  const sorted = found.view().sort();
  let kept = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at] as number;
  }
  return { pairs: sorted.subarray(0, kept), cappedBlocks };
}

/** Keys and units packed into one number each and sorted: units of one key stand together. */
function* pairsOfKey(units: UnitTable, make: KeyMaker, cap: number, found: NumberColumn): Generator<number, number> {
  const unitBits = Math.max(1, Math.ceil(Math.log2(units.length + 1)));
  const size = 2 ** unitBits;
  const dropped = Math.max(0, unitBits + 32 - 53);
  const entries = new NumberColumn(1 << 16);
  for (let unit = 0; unit < units.length; unit++) {
    make(units, unit, (hash) => entries.push((hash >>> dropped) * size + unit));
    if (unit % A_TURN === 0) yield unit / units.length / 2;
  }
  const sorted = entries.view().sort();
  let capped = 0;
  let block: number[] = [];
  let key = -1;
  for (let at = 0; at <= sorted.length; at++) {
    const entry = at < sorted.length ? (sorted[at] as number) : -1;
    const entryKey = Math.floor(entry / size);
    if (entryKey !== key) {
      if (block.length > 1) capped += pairsOfBlock(units, block, cap, found);
      if (block.length > 0) block = [];
      key = entryKey;
    }
    const unit = entry - entryKey * size;
    if (block.at(-1) !== unit) block.push(unit);
    if (at % A_TURN === 0) yield 0.5 + at / sorted.length / 2;
  }
  return capped;
}

function pairsOfBlock(units: UnitTable, block: number[], cap: number, found: NumberColumn): number {
  const tooLarge = block.length > cap;
  const reach = tooLarge ? cap >> 1 : block.length;
  if (tooLarge) {
    const birth = (unit: number): number =>
      units.births.start(unit) < units.births.end(unit) ? units.births.item(units.births.start(unit)) : 0;
    block.sort((a, b) => birth(a) - birth(b) || a - b);
  }
  for (let i = 0; i < block.length; i++) {
    const one = block[i] as number;
    for (let j = i + 1; j < block.length && j <= i + reach; j++) {
      const other = block[j] as number;
      found.push(one < other ? one * 0x4000000 + other : other * 0x4000000 + one);
    }
  }
  return tooLarge ? 1 : 0;
}

import { hash } from 'node:crypto';
import { type TableRow } from '../../table/table-row';

/** Rows that were there before, by eight bytes of a hash: of two million rows two that differ are the same with a chance of 1 in 9 million. */
export class SeenRows {
  /** Two numbers a slot; both 0 is free. */
  private slots = new Uint32Array(1 << 12);
  private rows = 0;

  /** Is the row the same as one before, blanks around cells left out? From now on it is known. */
  isRepeated({ cells }: TableRow): boolean {
    const said = hash('sha1', cells.map(({ text }) => text.trim()).join('\0'), 'buffer');
    const isNew = this.put(said.readUInt32LE(0), said.readUInt32LE(4) || 1);
    if (isNew && ++this.rows * 3 > this.slots.length) this.grow();
    return !isNew;
  }

  private put(high: number, low: number): boolean {
    const { slots } = this;
    const mask = slots.length / 2 - 1;
    for (let slot = high & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 2;
      if (slots[at + 1] === 0) {
        slots[at] = high;
        slots[at + 1] = low;
        return true;
      }
      if (slots[at] === high && slots[at + 1] === low) return false;
    }
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Uint32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 2) if (before[at + 1] !== 0) this.put(before[at]!, before[at + 1]!);
  }
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, ALPHABET.indexOf(String.fromCharCode(code))));
const FREE = -1;

/** Finds entries by the ids of people (`personIdOf`), in memory that threads share: plain data. */
export interface PersonTableData {
  /** Three numbers for each entry. */
  readonly ids: Uint32Array;
  /** Entries by the hash of their id; a power of two. */
  readonly slots: Int32Array;
}

export class PersonTable {
  private readonly key = new Uint32Array(3);

  constructor(readonly data: PersonTableData) {}

  /** The ids of entries 0, 1, 2... Each stands there once. */
  static of(ids: readonly string[]): PersonTable {
    let capacity = 16;
    while (capacity < ids.length * 2) capacity *= 2;
    const table = new PersonTable({
      ids: new Uint32Array(new SharedArrayBuffer(ids.length * 12)),
      slots: new Int32Array(new SharedArrayBuffer(capacity * 4)).fill(FREE),
    });
    ids.forEach((id, entry) => table.put(id, entry));
    return table;
  }

  /** The entry of an id; -1 when there is none. */
  find(id: string): number {
    const { slots } = this.data;
    this.read(id);
    for (let at = this.key[0]! & (slots.length - 1); ; at = (at + 1) & (slots.length - 1)) {
      const entry = slots[at]!;
      if (entry === FREE || this.isAt(entry)) return entry;
    }
  }

  private put(id: string, entry: number): void {
    const { ids, slots } = this.data;
    this.read(id);
    ids.set(this.key, entry * 3);
    let at = this.key[0]! & (slots.length - 1);
    while (slots[at] !== FREE) at = (at + 1) & (slots.length - 1);
    slots[at] = entry;
  }

  private isAt(entry: number): boolean {
    const { ids } = this.data;
    return ids[entry * 3] === this.key[0] && ids[entry * 3 + 1] === this.key[1] && ids[entry * 3 + 2] === this.key[2];
  }

  /** 16 characters of five bits: 30, 30 and 20 bits. */
  private read(id: string): void {
    for (let part = 0; part < 3; part++) {
      let bits = 0;
      for (let at = part * 6; at < Math.min(part * 6 + 6, id.length); at++)
        bits = (bits << 5) | DIGITS[id.charCodeAt(at) & 127]!;
      this.key[part] = bits;
    }
  }
}

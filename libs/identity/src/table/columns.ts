/** A column of 32-bit whole numbers that grows. */
export class IntColumn {
  private items: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.items = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const grown = new Int32Array(this.items.length * 2);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length++] = value;
  }

  at(index: number): number {
    return this.items[index] as number;
  }

  set(index: number, value: number): void {
    this.items[index] = value;
  }
}

/** A column of numbers of 53 bits that grows. */
export class NumberColumn {
  private items: Float64Array;
  length = 0;

  constructor(capacity = 1024) {
    this.items = new Float64Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.items.length) {
      const grown = new Float64Array(this.items.length * 2);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.length++] = value;
  }

  at(index: number): number {
    return this.items[index] as number;
  }

  /** The values in use, in their own memory no longer than the column lives. */
  view(): Float64Array {
    return this.items.subarray(0, this.length);
  }
}

/** Lists of whole numbers behind one another: list `i` is `items[starts[i]]` up to `items[starts[i + 1]]`. */
export class Lists {
  private readonly starts = new IntColumn();
  private readonly items = new IntColumn();

  constructor() {
    this.starts.push(0);
  }

  get length(): number {
    return this.starts.length - 1;
  }

  add(value: number): void {
    this.items.push(value);
  }

  /** Ends the list; what is added next belongs to the next one. */
  close(): void {
    this.starts.push(this.items.length);
  }

  start(list: number): number {
    return this.starts.at(list);
  }

  end(list: number): number {
    return this.starts.at(list + 1);
  }

  item(at: number): number {
    return this.items.at(at);
  }
}

/** Each text once, as a number from 1; blank is 0. */
export class Interner {
  private readonly ids = new Map<string, number>();
  private readonly texts: string[] = [''];

  id(text: string): number {
    if (text === '') return 0;
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.ids.set(text, id);
    this.texts.push(text);
    return id;
  }

  text(id: number): string {
    return this.texts[id] ?? '';
  }

  get size(): number {
    return this.texts.length;
  }
}

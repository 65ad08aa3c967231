import { type PdfWriter } from './pdf-writer';

const LEAF = 48;
const BRANCH = 64;

/** The pages of a file as a tree: a node for each stretch of neighbours, so that no object grows with the file. */
export class PageTree {
  private node = 0;
  private kids: number[] = [];
  private branches: { readonly id: number; readonly count: number }[] = [];
  count = 0;

  constructor(
    private readonly writer: PdfWriter,
    private readonly root: number,
  ) {}

  /** The node that the next pages belong to. */
  parent(): number {
    if (this.kids.length >= LEAF) this.close();
    if (this.node === 0) this.node = this.writer.reserve();
    return this.node;
  }

  add(page: number): void {
    this.kids.push(page);
    this.count++;
  }

  finish(): void {
    this.close();
    this.writer.set(
      this.root,
      `<</Type/Pages/Count ${this.count}/Kids[${this.branches.map(({ id }) => `${id} 0 R`).join(' ')}]>>`,
    );
  }

  private close(): void {
    if (this.kids.length === 0) return;
    this.writer.set(
      this.node,
      `<</Type/Pages/Parent ${this.root} 0 R/Count ${this.kids.length}/Kids[${this.kids.map((id) => `${id} 0 R`).join(' ')}]>>`,
    );
    this.branches.push({ id: this.node, count: this.kids.length });
    this.node = 0;
    this.kids = [];
  }
}

/** A tree from ascending numbers to objects. */
export class NumberTree {
  private entries = '';
  private first = 0;
  private last = 0;
  private waiting = 0;
  private readonly leaves: string[] = [];
  /** The next number. */
  next = 0;

  constructor(
    private readonly writer: PdfWriter,
    private readonly root: number,
  ) {}

  /** Gives `value` the next number and returns it. */
  add(value: string): number {
    const key = this.next++;
    if (this.waiting === 0) this.first = key;
    this.last = key;
    this.entries += `${key} ${value} `;
    if (++this.waiting >= BRANCH * 4) this.close();
    return key;
  }

  finish(): void {
    this.close();
    this.writer.set(this.root, `<</Kids[${this.leaves.join(' ')}]>>`);
  }

  private close(): void {
    if (this.waiting === 0) return;
    this.leaves.push(`${this.writer.add(`<</Limits[${this.first} ${this.last}]/Nums[${this.entries}]>>`)} 0 R`);
    this.entries = '';
    this.waiting = 0;
  }
}

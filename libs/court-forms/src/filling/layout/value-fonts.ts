import { Subset, type Face, type FontFile, type TextFonts } from '@clearway/typesetting';
import { BASE_FONT } from '../master/loaded-form';

/** The fonts of the values of one file: the book face, and what other scripts need, which grows with the filings. */
export class ValueFonts implements TextFonts {
  readonly base = BASE_FONT;
  private readonly subsets = new Map<string, Subset>();

  constructor(
    private readonly file: FontFile,
    private readonly baseId: number,
  ) {}

  subset(face: Face): Subset {
    let subset = this.subsets.get(face.key);
    if (!subset) {
      subset = new Subset(face, `CwG${this.subsets.size + 1}`, this.file.reserve());
      this.subsets.set(face.key, subset);
    }
    return subset;
  }

  /** Writes the subsets and returns the entries of the `/Font` resources. */
  finish(): string {
    for (const subset of this.subsets.values()) subset.write(this.file);
    return `/${this.base} ${this.baseId} 0 R${[...this.subsets.values()].map(({ name, id }) => `/${name} ${id} 0 R`).join('')}`;
  }
}

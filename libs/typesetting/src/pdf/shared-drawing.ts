import { baseLiteral } from '../fonts/base-set';
import { type BaseRun, type ShapedText } from '../text/shape';
import { LayoutError } from '../errors';
import { type EmbeddedFonts } from './embedded-fonts';
import { type ObjectFile } from './object-file';
import { num } from './pdf-syntax';

/** What many pages have in common, such as the numbers of their lines: one form XObject, drawn by name. */
export class SharedDrawing {
  private readonly operators: string[] = [];
  private readonly used = new Set<BaseRun['style']>();

  constructor(
    private readonly id: number,
    private readonly fonts: EmbeddedFonts,
  ) {}

  /** A line of text of the base set with its baseline at `y`. */
  text(x: number, y: number, shaped: ShapedText, size: number): void {
    let at = x;
    for (const run of shaped.runs) {
      if (run.kind !== 'base') throw new LayoutError('a drawing that pages share holds a letter of another font');
      this.used.add(run.style);
      this.operators.push(
        `BT /${this.fonts.baseName(run.style)} ${num(size)} Tf ${num(at)} ${num(y)} Td (${baseLiteral(run.text)})Tj ET`,
      );
      at += (run.width * size) / 1000;
    }
  }

  line(x1: number, y1: number, x2: number, y2: number, width: number): void {
    this.operators.push(`${num(width)} w ${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S`);
  }

  /** Writes the drawing for a page of this size and returns its object number. */
  write(file: ObjectFile): number {
    const fonts = [...this.used]
      .map((style) => `/${this.fonts.baseName(style)} ${this.fonts.baseId(style)} 0 R`)
      .join('');
    return file.addText(
      this.operators.join('\n'),
      `/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<<${fonts}>>>>`,
      this.id,
    );
  }
}

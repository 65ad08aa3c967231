import { createHash } from 'node:crypto';
import { paints } from '../content/printed-content';
import { type ObjectCopier } from '../source/copy-objects';
import { type SourceWidget } from '../source/form-source';
import { type PdfSource } from '../source/pdf-source';
import { num } from '../writing/pdf-text';
import { type PdfWriter } from '../writing/pdf-writer';
import { type Box, type StateLook } from './loaded-form';

/** How fields look: the form's own appearances where it has them, else drawn plainly. */
export class FieldLooks {
  private readonly drawn = new Map<string, number>();

  constructor(
    private readonly source: PdfSource,
    private readonly copier: ObjectCopier,
    private readonly writer: PdfWriter,
  ) {}

  /** The form's own look of a state; undefined when it has none that paints anything. */
  ofState(widget: SourceWidget, state: string): StateLook | undefined {
    const { source } = this;
    const states = source.dictionaryAt(source.dictionaryAt(widget.dictionary, 'AP'), 'N');
    const stream = states?.entries().find(([key]) => key.decodeText() === state)?.[1];
    const content = source.content(stream);
    const look = source.stream(stream);
    if (!stream || !look || !paints(content)) return undefined;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = source.numbersAt(look.dict, 'BBox');
    const own = source.numbersAt(look.dict, 'Matrix');
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own.length === 6 ? own : [];
    const xs = [x1, x2].flatMap((x) => [y1, y2].map((y) => a * x + c * y + e));
    const ys = [x1, x2].flatMap((x) => [y1, y2].map((y) => b * x + d * y + f));
    const [left, bottom, right, top] = widget.box;
    const width = Math.max(...xs) - Math.min(...xs);
    const height = Math.max(...ys) - Math.min(...ys);
    if (width <= 0 || height <= 0) return undefined;
    const sx = (right - left) / width;
    const sy = (top - bottom) / height;
    const id = Number(/^\d+/.exec(this.copier.copy(stream))?.[0]);
    return {
      id,
      matrix: [sx, sy, left - Math.min(...xs) * sx, bottom - Math.min(...ys) * sy],
      sha256: createHash('sha256').update(content, 'latin1').digest('hex'),
    };
  }

  /** The border that a viewer would draw around a field, as page content; empty when there is none. */
  border({ dictionary, box }: SourceWidget): string {
    const colour = colourOperator(this.source.numbersAt(this.source.dictionaryAt(dictionary, 'MK'), 'BC'), [
      'G',
      'RG',
      'K',
    ]);
    const width =
      this.source.numberAt(this.source.dictionaryAt(dictionary, 'BS'), 'W') ??
      this.source.numbersAt(dictionary, 'Border')[2] ??
      1;
    if (colour === '' || width <= 0) return '';
    const [left, bottom, right, top] = box;
    return `${colour} ${num(width)} w ${num(left + width / 2)} ${num(bottom + width / 2)} ${num(right - left - width)} ${num(top - bottom - width)} re S\n`;
  }

  /** An empty field of this size: its background and border, and nothing else. */
  empty(widget: SourceWidget): number {
    const [left, bottom, right, top] = widget.box;
    const fill = colourOperator(this.source.numbersAt(this.source.dictionaryAt(widget.dictionary, 'MK'), 'BG'), [
      'g',
      'rg',
      'k',
    ]);
    const area = fill === '' ? '' : `${fill} 0 0 ${num(right - left)} ${num(top - bottom)} re f\n`;
    const border = this.border({ ...widget, box: [0, 0, right - left, top - bottom] });
    return this.draw(widget.box, `${area}${border}`);
  }

  /** A cross that fills the box. */
  cross(box: Box): number {
    return this.draw(box, crossPath([0, 0, box[2] - box[0], box[3] - box[1]]));
  }

  private draw([left, bottom, right, top]: Box, content: string): number {
    const key = `${num(right - left)} ${num(top - bottom)} ${content}`;
    const known = this.drawn.get(key);
    if (known !== undefined) return known;
    const id = this.writer.addStream(
      Buffer.from(content, 'latin1'),
      `/Type/XObject/Subtype/Form/BBox[0 0 ${num(right - left)} ${num(top - bottom)}]/Resources<<>>`,
    );
    this.drawn.set(key, id);
    return id;
  }
}

export function crossPath([left, bottom, right, top]: Box): string {
  const inset = Math.min(right - left, top - bottom) * 0.2;
  const [l, b, r, t] = [left + inset, bottom + inset, right - inset, top - inset].map(num);
  return `0 G 1.2 w ${l} ${b} m ${r} ${t} l ${l} ${t} m ${r} ${b} l S`;
}

function colourOperator(parts: readonly number[], operators: readonly [string, string, string]): string {
  const operator =
    parts.length === 1 ? operators[0] : parts.length === 3 ? operators[1] : parts.length === 4 ? operators[2] : '';
  return operator === '' ? '' : `${parts.map(num).join(' ')} ${operator}`;
}

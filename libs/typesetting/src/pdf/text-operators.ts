import { baseCode } from '../fonts/base-set';
import { type Face } from '../fonts/face';
import { type GlyphRun, type ShapedText } from '../text/shape';
import { type Subset } from './embedded-fonts';
import { num, utf16Hex } from './pdf-syntax';

/** The fonts of a file that is put together elsewhere, by their resource names. */
export interface TextFonts {
  /** Of the regular book face with the base set. */
  readonly base: string;
  subset(face: Face): Subset;
}

/**
 * A line of text as one text object, for content that is not a `Page`: black, its baseline at `x`, `y`, in points. It leaves
 * nothing behind but its own font.
 */
export function textOperators(x: number, y: number, shaped: ShapedText, size: number, fonts: TextFonts): string {
  const pen = new Pen();
  let at = x;
  let operators = 'BT';
  for (const run of shaped.runs) {
    if (run.kind === 'base') operators += `/${fonts.base} ${num(size)} Tf ${pen.move(at, y)}(${literal(run.text)})Tj`;
    else operators += glyphRun(pen, at, y, run, size, fonts.subset(run.face));
    at += (run.width * size) / 1000;
  }
  return `${operators} ET`;
}

/** Steps are relative to the start of the text before. */
class Pen {
  private x = 0;
  private y = 0;

  move(x: number, y: number): string {
    const toX = Math.round(x * 100) / 100;
    const toY = Math.round(y * 100) / 100;
    const step = `${num(Math.round((toX - this.x) * 100) / 100)} ${num(Math.round((toY - this.y) * 100) / 100)} Td`;
    this.x = toX;
    this.y = toY;
    return step;
  }
}

function glyphRun(pen: Pen, x: number, y: number, run: GlyphRun, size: number, subset: Subset): string {
  const { embolden } = run.face;
  let operators = `/${subset.name} ${num(size)} Tf`;
  if (embolden > 0) operators += ` 2 Tr ${num(embolden * size)} w`;
  if (run.reordered) operators += `/Span<</ActualText<FEFF${utf16Hex(run.text)}>>>BDC`;
  let from = x;
  let at = x;
  let pending = '';
  const flush = (): void => {
    if (pending !== '') operators += ` ${pen.move(from, y)}[<${pending}>]TJ`;
    pending = '';
    from = at;
  };
  for (const glyph of run.glyphs) {
    const code = subset.code(glyph).toString(16).toUpperCase().padStart(4, '0');
    const advance = (glyph.advance * size) / 1000;
    if (glyph.dx !== 0 || glyph.dy !== 0) {
      flush();
      operators += ` ${pen.move(at + (glyph.dx * size) / 1000, y + (glyph.dy * size) / 1000)}<${code}>Tj`;
      at += advance;
      from = at;
      continue;
    }
    const difference = subset.advance(glyph.id) - glyph.advance;
    pending += difference === 0 ? code : `${code}>${difference}<`;
    at += advance;
  }
  flush();
  if (run.reordered) operators += ' EMC';
  if (embolden > 0) operators += ' 0 Tr';
  return operators;
}

/** Text of the base set as the literal of a PDF string. */
function literal(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = baseCode(text.charCodeAt(i));
    out +=
      code === 0x28 || code === 0x29 || code === 0x5c ? `\\${String.fromCharCode(code)}` : String.fromCharCode(code);
  }
  return out;
}

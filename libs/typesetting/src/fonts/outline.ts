import { type Path } from 'fontkit';
import { LayoutError } from '../errors';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/**
 * Encodes an outline as a simple TrueType glyph without instructions. Going through the path and not through the source
 * font's tables gives the same small program for plain, variable and compressed fonts.
 */
export function encodeGlyph(path: Path): Uint8Array {
  const contours = contoursOf(path);
  if (contours.length === 0) return new Uint8Array(0);
  const points = contours.flat();
  const bytes: number[] = [];
  const int16 = (value: number): void => void bytes.push((value >> 8) & 0xff, value & 0xff);
  int16(contours.length);
  int16(Math.min(...points.map((p) => p.x)));
  int16(Math.min(...points.map((p) => p.y)));
  int16(Math.max(...points.map((p) => p.x)));
  int16(Math.max(...points.map((p) => p.y)));
  let end = -1;
  for (const contour of contours) int16((end += contour.length));
  int16(0);
  const xs: number[] = [];
  const ys: number[] = [];
  let previous = { x: 0, y: 0 };
  for (const point of points) {
    const x = coordinate(point.x - previous.x, xs);
    const y = coordinate(point.y - previous.y, ys);
    bytes.push((point.onCurve ? 1 : 0) | (x.short ? 2 : 0) | (y.short ? 4 : 0) | (x.same ? 16 : 0) | (y.same ? 32 : 0));
    previous = point;
  }
  while (bytes.push(...xs.splice(0, 4096)) && xs.length > 0);
  while (bytes.push(...ys.splice(0, 4096)) && ys.length > 0);
  while (bytes.length % 4 !== 0) bytes.push(0);
  return Uint8Array.from(bytes);
}

/** Writes one step of a coordinate and says how: one byte with its sign in the flag, nothing, or two bytes. */
function coordinate(step: number, to: number[]): { short: boolean; same: boolean } {
  if (step === 0) return { short: false, same: true };
  if (step > -256 && step < 256) {
    to.push(Math.abs(step));
    return { short: true, same: step > 0 };
  }
  to.push((step >> 8) & 0xff, step & 0xff);
  return { short: false, same: false };
}

function contoursOf(path: Path): Point[][] {
  const contours: Point[][] = [];
  let current: Point[] = [];
  const add = (x: number | undefined, y: number | undefined, onCurve: boolean): void => {
    current.push({ x: Math.round(x as number), y: Math.round(y as number), onCurve });
  };
  const close = (): void => {
    const first = current[0];
    const last = current[current.length - 1];
    if (first && last && current.length > 1 && last.onCurve && last.x === first.x && last.y === first.y) current.pop();
    if (current.length > 1) contours.push(current);
    current = [];
  };
  for (const { command, args } of path.commands) {
    if (command === 'moveTo') {
      close();
      add(args[0], args[1], true);
    } else if (command === 'lineTo') add(args[0], args[1], true);
    else if (command === 'quadraticCurveTo') {
      add(args[0], args[1], false);
      add(args[2], args[3], true);
    } else if (command === 'closePath') close();
    else throw new LayoutError('a font with cubic outlines cannot be embedded; use its TrueType edition');
  }
  close();
  return contours;
}

import { type GrayPicture } from './gray-picture';

export interface PictureDifference {
  /** Of all pixels, those that differ clearly. */
  readonly share: number;
  /** Pixels that differ in the largest group of them that stand together. */
  readonly largest: number;
  /** What differs in black on the page, which is faint. */
  readonly picture: GrayPicture;
}

/** Shades apart from which a pixel differs: less is the smoothing of another version of the renderer. */
const CLEARLY = 6;
/** Pixels so far apart stand together. */
const NEAR = 4;

/** How a page differs from what is stored. Pages of different size differ in everything. */
export function comparePictures(stored: GrayPicture, drawn: GrayPicture): PictureDifference {
  const { width, height } = drawn;
  if (stored.width !== width || stored.height !== height) return { share: 1, largest: width * height, picture: drawn };
  const differs = drawn.shades.map((shade, i) => (Math.abs(shade - (stored.shades[i] as number)) >= CLEARLY ? 1 : 0));
  const count = differs.reduce((sum, value) => sum + value, 0);
  const shades = drawn.shades.map((shade, i) => (differs[i] ? 0 : 12 + (shade >> 2)));
  return {
    share: count / differs.length,
    largest: largestGroup(differs, width, height),
    picture: { width, height, shades },
  };
}

function largestGroup(differs: Uint8Array, width: number, height: number): number {
  const seen = new Uint8Array(differs.length);
  let largest = 0;
  for (let start = 0; start < differs.length; start++) {
    if (!differs[start] || seen[start]) continue;
    const open = [start];
    seen[start] = 1;
    let size = 0;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      size++;
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let v = Math.max(0, y - NEAR); v <= Math.min(height - 1, y + NEAR); v++) {
        for (let u = Math.max(0, x - NEAR); u <= Math.min(width - 1, x + NEAR); u++) {
          const next = v * width + u;
          if (!differs[next] || seen[next]) continue;
          seen[next] = 1;
          open.push(next);
        }
      }
    }
    largest = Math.max(largest, size);
  }
  return largest;
}

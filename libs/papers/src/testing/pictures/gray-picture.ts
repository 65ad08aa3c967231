/** A picture of a page in sixteen shades: small to keep, and shades that differ by a hair between versions of a renderer fall together. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  /** A byte for each pixel, row by row from the top: 0 black to 15 white. */
  readonly shades: Uint8Array;
}

/** Reads what `pdftoppm -gray` writes. */
export function readPgm(bytes: Uint8Array): GrayPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
  if (!head) throw new Error('not a picture in gray with a byte for each pixel');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = bytes.subarray(head[0].length, head[0].length + width * height);
  if (pixels.length !== width * height) throw new Error('the picture is cut');
  return { width, height, shades: pixels.map((value) => value >> 4) };
}

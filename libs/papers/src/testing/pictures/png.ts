import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { type GrayPicture } from './gray-picture';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Writes a PNG with four bits a pixel; the same picture gives the same bytes under the same zlib. */
export function toPng({ width, height, shades }: GrayPicture): Buffer {
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * stride + 1 + (x >> 1);
      rows[at] = (rows[at] as number) | ((shades[y * width + x] as number) << (x % 2 === 0 ? 4 : 0));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 0, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads a PNG that `toPng` wrote. */
export function fromPng(bytes: Uint8Array): GrayPicture {
  const file = Buffer.from(bytes);
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
  }
  const rows = inflateSync(Buffer.concat(parts));
  const stride = 1 + Math.ceil(width / 2);
  if (rows.length !== stride * height || rows.some((value, i) => i % stride === 0 && value !== 0))
    throw new Error('a PNG that was not written here: write the stored pictures anew');
  const shades = new Uint8Array(width * height);
  for (let i = 0; i < shades.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    shades[i] = ((rows[y * stride + 1 + (x >> 1)] as number) >> (x % 2 === 0 ? 4 : 0)) & 15;
  }
  return { width, height, shades };
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

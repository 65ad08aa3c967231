import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';

/** The only clock; replaced in tests. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** UUID version 7 (RFC 9562): time first, so that ids made later sort later. */
export function uuidV7(milliseconds: number = Date.now(), random: Uint8Array = randomBytes(10)): string {
  const hex = milliseconds.toString(16).padStart(12, '0');
  const tail = Buffer.from(random.subarray(0, 10));
  tail[0] = 0x70 | ((tail[0] ?? 0) & 0x0f);
  tail[2] = 0x80 | ((tail[2] ?? 0) & 0x3f);
  const rest = tail.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8, 20)}`;
}

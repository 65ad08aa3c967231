import { constants, gunzipSync, gzipSync } from 'node:zlib';

/** Where one member stands in its blob. */
export interface MemberPlace {
  readonly offset: number;
  readonly length: number;
}

/**
 * A batch blob: gzip members one after another, one JSON value and a line feed in each. The whole is an ordinary `.gz`
 * of JSON lines; each member can be read alone by its range. Same values, same bytes.
 */
export function packMembers(values: readonly unknown[]): { readonly blob: Buffer; readonly places: MemberPlace[] } {
  const members: Buffer[] = [];
  const places: MemberPlace[] = [];
  let offset = 0;
  for (const value of values) {
    const member = packMember(value);
    members.push(member);
    places.push({ offset, length: member.length });
    offset += member.length;
  }
  return { blob: Buffer.concat(members, offset), places };
}

/** One member. Level 1: the bytes are read once or twice, and soon. */
export function packMember(value: unknown): Buffer {
  return gzipSync(`${JSON.stringify(value)}\n`, { level: constants.Z_BEST_SPEED, memLevel: 8 });
}

/** All values of a blob in order. */
export function unpackMembers(blob: Uint8Array): unknown[] {
  if (blob.byteLength === 0) return [];
  const text = gunzipSync(blob).toString('utf8');
  const values: unknown[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    values.push(JSON.parse(text.slice(from, end)));
    from = end + 1;
  }
  return values;
}

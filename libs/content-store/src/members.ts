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
  return packBytes(values.map((value) => `${JSON.stringify(value)}\n`));
}

/** The same of any bytes: the whole unpacks to all of them, a member to its own. */
export function packBytes(contents: readonly (string | Uint8Array)[]): {
  readonly blob: Buffer;
  readonly places: MemberPlace[];
} {
  const members: Buffer[] = [];
  const places: MemberPlace[] = [];
  let offset = 0;
  for (const content of contents) {
    const member = packMember(content);
    members.push(member);
    places.push({ offset, length: member.length });
    offset += member.length;
  }
  return { blob: Buffer.concat(members, offset), places };
}

/** One member. Level 1: the bytes are read once or twice, and soon. */
function packMember(content: string | Uint8Array): Buffer {
  return gzipSync(content, { level: constants.Z_BEST_SPEED, memLevel: 8 });
}

/** The bytes of all members of a blob. */
export function unpackBytes(blob: Uint8Array): Buffer {
  return blob.byteLength === 0 ? Buffer.alloc(0) : gunzipSync(blob);
}

/** All values of a blob in order. */
export function unpackMembers(blob: Uint8Array): unknown[] {
  const text = unpackBytes(blob).toString('utf8');
  const values: unknown[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    values.push(JSON.parse(text.slice(from, end)));
    from = end + 1;
  }
  return values;
}

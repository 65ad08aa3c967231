import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { hashingUnpacked } from './unpacked-hash';

const FILE = Buffer.from(randomBytes(300_000).toString('hex'));
const HASH = createHash('sha256').update(FILE).digest('hex');

async function through(
  bytes: Buffer,
  pieces: number,
): Promise<{ readonly told: string | undefined; readonly whole: boolean }> {
  const size = Math.ceil(bytes.length / pieces);
  async function* cut(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  let told: string | undefined = 'nothing';
  const out: Uint8Array[] = [];
  for await (const chunk of hashingUnpacked(cut(), (hash) => (told = hash))) out.push(chunk);
  return { told, whole: Buffer.concat(out).equals(bytes) };
}

describe(hashingUnpacked, () => {
  it.each([1, 7, 300])('tells what a packed file unpacks to (%i pieces)', async (pieces) => {
    expect(await through(gzipSync(FILE), pieces)).toEqual({ told: HASH, whole: true });
  });

  it('takes several members as one file', async () => {
    const members = Buffer.concat([gzipSync(FILE.subarray(0, 1000)), gzipSync(FILE.subarray(1000))]);
    expect(await through(members, 5)).toEqual({ told: HASH, whole: true });
  });

  it.each([
    ['is not packed', FILE],
    ['is cut off', gzipSync(FILE).subarray(0, 4000)],
    ['is damaged', Buffer.concat([gzipSync(FILE).subarray(0, 4000), randomBytes(400_000)])],
  ])('tells nothing of what %s, and passes it on', async (_what, bytes) => {
    expect(await through(bytes, 40)).toEqual({ told: undefined, whole: true });
  });
});

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGunzip } from 'node:zlib';

/**
 * Passes bytes on, and tells at their end the hash of what they unpack to: the same file with and without .gz is one file.
 * Undefined of what is not packed, and of what cannot be unpacked: whoever reads it says so.
 */
export async function* hashingUnpacked(
  source: AsyncIterable<Uint8Array>,
  tell: (sha256: string | undefined) => void,
): AsyncGenerator<Uint8Array> {
  let unpacked: Unpacked | undefined;
  let first = true;
  for await (const chunk of source) {
    if (first && chunk[0] === 0x1f && chunk[1] === 0x8b) unpacked = new Unpacked();
    first = false;
    await unpacked?.take(chunk);
    yield chunk;
  }
  tell(await unpacked?.end());
}

class Unpacked {
  private readonly hash = createHash('sha256');
  private readonly gunzip = createGunzip();
  private readonly ended: Promise<boolean>;
  private damaged = false;

  constructor() {
    this.gunzip.on('data', (bytes: Buffer) => this.hash.update(bytes));
    this.ended = new Promise((resolve) => {
      this.gunzip.once('end', () => resolve(true));
      this.gunzip.once('error', () => {
        this.damaged = true;
        this.gunzip.emit('drain');
        resolve(false);
      });
    });
  }

  async take(chunk: Uint8Array): Promise<void> {
    if (!this.damaged && !this.gunzip.write(chunk)) await once(this.gunzip, 'drain').catch(() => undefined);
  }

  async end(): Promise<string | undefined> {
    if (!this.damaged) this.gunzip.end();
    return (await this.ended) ? this.hash.digest('hex') : undefined;
  }
}

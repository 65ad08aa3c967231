import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ContentStore, canonicalJson, packMembers, unpackMembers } from './index';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the content store', () => {
  let folder: string;
  let store: ContentStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'content-'));
    store = new ContentStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps bytes under their hash, once, for the owner only', async () => {
    async function* chunks(): AsyncGenerator<Buffer> {
      yield Buffer.from('ab');
      yield Buffer.from('c');
    }
    expect(await store.put(chunks())).toEqual({ sha256: sha('abc'), bytes: 3, added: true });
    expect(await store.put(Buffer.from('abc'))).toMatchObject({ added: false });
    expect((await store.read(sha('abc'))).toString()).toBe('abc');
    expect((await store.readRange(sha('abc'), 1, 3)).toString()).toBe('bc');
    expect((await stat(store.pathOf(sha('abc')))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'new'))).toEqual([]);
  });

  it('leaves nothing behind when the bytes are not those announced, or the sender stops', async () => {
    await expect(store.put(Buffer.from('abc'), { expect: sha('x') })).rejects.toMatchObject({ code: 'content.hash-differs' });
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('ab');
      throw new Error('gone');
    }
    await expect(store.put(broken())).rejects.toThrow('gone');
    expect(await readdir(join(folder, 'new'))).toEqual([]);
    expect(await store.has(sha('abc'))).toBe(false);
  });

  it('sweeps what nobody pins', async () => {
    await store.put(Buffer.from('kept'), { pin: 'fresno-da/run-1' });
    await store.put(Buffer.from('loose'));
    const later = new Date(Date.now() + 60_000);
    expect(await store.sweep(later, 120_000)).toBe(0);
    expect(await store.sweep(later, 30_000)).toBe(1);
    expect(await store.has(sha('kept'))).toBe(true);
    await store.unpinAll('fresno-da/run-1');
    expect(await store.sweep(later, 30_000)).toBe(1);
    await expect(store.read(sha('kept'))).rejects.toMatchObject({ code: 'content.missing', kind: 'poison' });
  });

  it('refuses a run that the disk cannot hold', async () => {
    await expect(store.ensureFree(Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({ code: 'disk.full' });
    await expect(store.ensureFree(1)).resolves.toBeUndefined();
  });

  it('prints equal values equally', () => {
    expect(canonicalJson({ b: 1, a: [{ d: 1, c: 2 }] })).toBe('{"a":[{"c":2,"d":1}],"b":1}');
  });
});

describe('a batch blob', () => {
  it('can be read whole and member by member, and is the same bytes each time', () => {
    const values = [{ person: 'Ä\u2028' }, { person: 'b' }];
    const { blob, places } = packMembers(values);
    expect(unpackMembers(blob)).toEqual(values);
    const second = places[1] ?? { offset: 0, length: 0 };
    expect(unpackMembers(blob.subarray(second.offset, second.offset + second.length))).toEqual([values[1]]);
    expect(packMembers(values).blob.equals(blob)).toBe(true);
    expect(gunzipSync(blob).toString().split('\n')).toHaveLength(3);
    expect(unpackMembers(Buffer.alloc(0))).toEqual([]);
  });
});

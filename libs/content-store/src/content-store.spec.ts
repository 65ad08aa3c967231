import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ContentStore, canonicalJson, packMembers, unpackMembers } from './index';
import { Leaving } from './leaving';

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

  it('keeps what somebody takes in while another lets go of the same bytes', async () => {
    await store.put(Buffer.from('abc'), { pin: 'fresno-da/run-1' });
    let taken = false;
    let taking: Promise<unknown> = Promise.resolve();
    await new Leaving(join(folder, 'leaving')).while([sha('abc')], async () => {
      taking = new ContentStore(folder).put(Buffer.from('abc'), { pin: 'fresno-da/run-2' }).then(() => (taken = true));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(taken).toBe(false);
      await rm(store.pathOf(sha('abc')));
    });
    await taking;
    expect(await store.has(sha('abc'))).toBe(true);
    expect(await store.release('fresno-da/run-1')).toBe(0);
    expect(await readdir(join(folder, 'leaving'))).toEqual([]);
  });

  it('leaves nothing behind when the bytes are not those announced, or the sender stops', async () => {
    await expect(store.put(Buffer.from('abc'), { expect: sha('x') })).rejects.toMatchObject({
      code: 'content.hash-differs',
    });
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('ab');
      throw new Error('gone');
    }
    await expect(store.put(broken())).rejects.toThrow('gone');
    expect(await readdir(join(folder, 'new'))).toEqual([]);
    expect(await store.has(sha('abc'))).toBe(false);
  });

  it('takes in what was written in its own folder by moving it', async () => {
    const work = await store.workFolder('drawing-1');
    await writeFile(join(work, 'a'), 'abc', { mode: 0o644 });
    await writeFile(join(work, 'b'), 'abc');
    await writeFile(join(work, 'c'), 'other');
    const { ino } = await stat(join(work, 'a'));
    const finished = (name: string, text: string) => ({
      path: join(work, name),
      sha256: sha(text),
      bytes: text.length,
    });
    await store.adopt([finished('a', 'abc')], { pin: 'fresno-da/run-1' });
    const kept = await stat(store.pathOf(sha('abc')));
    expect([kept.ino, kept.mode & 0o777]).toEqual([ino, 0o600]);
    // Made again after a crash: what is there already stays, and all of it is pinned.
    await store.adopt([finished('b', 'abc'), finished('c', 'other')], { pin: 'fresno-da/run-1' });
    expect((await stat(store.pathOf(sha('abc')))).ino).toBe(ino);
    expect(await store.pinnedBy('fresno-da/run-1')).toEqual([sha('abc'), sha('other')].sort());
    expect(await readdir(work)).toEqual([]);
    expect(await readdir(await store.workFolder('drawing-1'))).toEqual([]);
  });

  it('does not take in a file that was cut short', async () => {
    const work = await store.workFolder('drawing-1');
    await writeFile(join(work, 'a'), 'ab');
    await expect(store.adopt([{ path: join(work, 'a'), sha256: sha('abc'), bytes: 3 }])).rejects.toMatchObject({
      code: 'content.size-differs',
      kind: 'bug',
    });
    expect(await store.has(sha('abc'))).toBe(false);
  });

  it('removes the work folder that a killed process left, with its run or after a while', async () => {
    await writeFile(join(await store.workFolder('drawing-run-1-0'), 'half'), 'ab');
    await store.workFolder('drawing-run-2-0');
    await store.release('fresno-da/run-1');
    expect(await readdir(join(folder, 'work'))).toEqual(['drawing-run-2-0']);
    const later = new Date(Date.now() + 60_000);
    expect([await store.sweep(later, 120_000), await store.sweep(later, 30_000)]).toEqual([0, 1]);
    expect(await readdir(join(folder, 'work'))).toEqual([]);
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

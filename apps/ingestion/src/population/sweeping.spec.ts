import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentStore } from '@clearway/content-store';
import { Clock, Log } from '@clearway/platform';
import { Sweeping } from './sweeping';

describe('sweeping the content store', () => {
  it('removes what nobody asked for in a day, and nothing that a run needs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clearway-sweep-'));
    const store = new ContentStore(folder);
    const clock = new Clock();
    const sweeping = new Sweeping(store, clock, new Log('ingestion', 'error'));
    const loose = await store.put(Buffer.from('loose'));
    const needed = await store.put(Buffer.from('needed'), { pin: 'test-da/run-1' });
    expect(await sweeping.sweep()).toBe(0);
    const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000);
    jest.spyOn(clock, 'now').mockReturnValue(tomorrow);
    expect(await sweeping.sweep()).toBe(1);
    expect([await store.has(loose.sha256), await store.has(needed.sha256)]).toEqual([false, true]);
    await rm(folder, { recursive: true, force: true });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkerPool } from './index';

const WORKER = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', (request) => {
  if (request === 'die') process.exit(3);
  if (request === 'refuse') return parentPort.postMessage({ failed: { code: 'test.refused', kind: 'refused', message: 'give another' } });
  setTimeout(() => parentPort.postMessage({ reply: { request, threadId } }), 20);
});`;

describe('a pool of worker threads', () => {
  let folder: string;
  let pool: WorkerPool<unknown, { readonly request: unknown; readonly threadId: number }>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-pool-'));
    writeFileSync(join(folder, 'echo.js'), WORKER);
  });
  beforeEach(() => (pool = new WorkerPool(folder, 'echo', 2)));
  afterEach(() => pool.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('answers each request, by no more threads than it has', async () => {
    const replies = await Promise.all([1, 2, 3, 4, 5].map((request) => pool.run(request)));
    expect(replies.map(({ request }) => request)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(replies.map(({ threadId }) => threadId)).size).toBeLessThanOrEqual(2);
  });

  it('passes a refusal on as what it is', async () => {
    await expect(pool.run('refuse')).rejects.toMatchObject({
      code: 'test.refused',
      kind: 'refused',
      message: 'give another',
    });
  });

  it('replaces a thread that died, and has its work tried again', async () => {
    await expect(pool.run('die')).rejects.toMatchObject({ code: 'worker.died', kind: 'transient' });
    expect((await pool.run('after')).request).toBe('after');
  });

  it('refuses work when it is closed', async () => {
    await pool.close();
    await expect(pool.run(1)).rejects.toMatchObject({ code: 'worker.closed', kind: 'transient' });
  });
});

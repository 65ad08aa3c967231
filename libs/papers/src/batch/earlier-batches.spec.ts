import { type BatchManifest } from '@clearway/court-exchange';
import { type DrawJob, type DrawJobResult } from '../hands/draw-job';
import { type DrawingHands, OneHand } from '../hands/drawing-hands';
import { batchOf, type Made, make, PER_CASE, sha256, VOLUMES } from '../testing/made-batch';
import { type EarlierBatch } from './earlier-batches';

const asEarlier = ({ manifest, files }: Made): EarlierBatch => ({
  manifest: manifest as BatchManifest,
  read: (path) => Promise.resolve(files.get(path)),
});

/** Draws as usual and counts the packets. */
function counting(): DrawingHands & { packets: number } {
  const hand = new OneHand();
  return {
    packets: 0,
    async *draw(jobs: Iterable<DrawJob>): AsyncGenerator<DrawJobResult> {
      for await (const result of hand.draw(jobs, {})) {
        this.packets += result.drawn.length;
        yield result;
      }
    },
  };
}

describe('a batch made again', () => {
  it.each([
    ['files', PER_CASE],
    ['volumes', VOLUMES],
  ])('takes what was made of the same inputs and draws the rest: the same bytes (%s)', async (_, settings) => {
    const before = await make(batchOf(5, settings));
    const hands = counting();
    const again = await make(batchOf(5, settings), { hands, earlier: { earlier: () => [asEarlier(before)] } });
    expect([hands.packets, again.reused]).toEqual([0, 5]);
    expect(new Map([...again.files].map(([path, bytes]) => [path, sha256(bytes)]))).toEqual(
      new Map([...before.files].map(([path, bytes]) => [path, sha256(bytes)])),
    );
    expect(again.packets).toEqual(before.packets);
  });

  it('draws only the packet that changed', async () => {
    const before = await make(batchOf(5, PER_CASE));
    const changed = batchOf(5, PER_CASE, 'court', (i) => (i === 3 ? { relief: 'redesignate-infraction' } : {}));
    const hands = counting();
    const again = await make(changed, { hands, earlier: { earlier: () => [asEarlier(before)] } });
    const fresh = await make(changed);
    expect([hands.packets, again.reused]).toEqual([1, 4]);
    expect(again.text('manifest.json')).toBe(fresh.text('manifest.json'));
    expect(again.manifest?.batch).not.toBe(before.manifest?.batch);
  });

  it('draws again what was damaged in the earlier batch', async () => {
    const before = await make(batchOf(3, PER_CASE));
    const damaged = {
      ...asEarlier(before),
      read: (path: string) =>
        Promise.resolve(path === 'ba100001/order.pdf' ? Buffer.from('x') : before.files.get(path)),
    };
    const again = await make(batchOf(3, PER_CASE), { earlier: { earlier: () => [damaged] } });
    expect(again.reused).toBe(2);
    expect(again.text('manifest.json')).toBe(before.text('manifest.json'));
  });
});

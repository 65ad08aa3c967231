import { uuidV7 } from './index';

describe('ids', () => {
  it('are version 7 of a UUID and sort by time', () => {
    const ids = [1, 2, 1_763_900_000_000].map((at) => uuidV7(at));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
  });
});

import { linkedRecords } from './linked-people/linked-records';
import { measure } from './measure';

it('the same seed gives the same records', () => {
  expect([...linkedRecords(7, 500)]).toEqual([...linkedRecords(7, 500)]);
  expect([...linkedRecords(7, 500)]).not.toEqual([...linkedRecords(8, 500)]);
});

it('joins unseen people as well as is promised', () => {
  const { precisionByModel, recallByModel, asks, pairsLookedAt } = measure(301, 20_000, true);
  expect(precisionByModel).toBeGreaterThanOrEqual(0.999);
  expect(recallByModel).toBeGreaterThanOrEqual(0.97);
  expect(asks / pairsLookedAt).toBeLessThanOrEqual(0.02);
}, 60_000);

import { setTimeout } from 'node:timers/promises';
import { joinPeople, joinPeopleInTurns } from './join-people';
import { type IdentityRecord } from './record/identity-record';
import { record } from './testing/records';

const FAMILIES = ['OKONKWO', 'HALLORAN', 'QUIJANO', 'PHAM', 'IVERSON', 'DELGADO', 'ZELAYA'];

/** So many people with two records each. */
const records = (people: number): IdentityRecord[] =>
  Array.from({ length: people }, (_, at) => {
    const name = `${FAMILIES[at % FAMILIES.length] ?? ''},${at % 2 === 0 ? 'ROBERT' : 'MARIA'}`;
    const births = [19400101 + (at % 60) * 10_000 + (at % 12) * 100 + (at % 28)];
    return [
      record({ id: `s${at}`, name, births, cii: `A${at}` }),
      record({ id: `c${at}`, source: 'court-extract', file: 'court', name, births, cases: [`SCN${at}`] }),
    ];
  }).flat();

it('gives the same people as at once, in turns', async () => {
  const input = records(1500);
  const shares: number[] = [];
  const joined = await joinPeopleInTurns(input, { records: input.length, onProgress: (share) => shares.push(share) });
  const { evidence: _, ...atOnce } = joinPeople(input);
  const { evidence: __, ...inTurns } = joined;
  expect(JSON.stringify(inTurns) === JSON.stringify(atOnce)).toBe(true);
  expect(shares.length).toBeGreaterThan(8);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
});

it('lets others work meanwhile, and ends when it is told to', async () => {
  const input = records(6000);
  const control = new AbortController();
  let turns = 0;
  const timer = setInterval(() => {
    if (++turns === 5) control.abort(new Error('enough'));
  }, 1);
  try {
    await expect(joinPeopleInTurns(input, { records: input.length, signal: control.signal })).rejects.toThrow('enough');
    await setTimeout(1);
    expect(turns).toBeGreaterThanOrEqual(5);
  } finally {
    clearInterval(timer);
  }
});

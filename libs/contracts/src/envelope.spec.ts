import { z } from 'zod';
import { ContractError, defineMessage, readMessage, subjectOf } from './index';

const contract = defineMessage({
  type: 'histories.batch',
  version: 2,
  stream: 'HISTORIES',
  data: z.strictObject({ persons: z.int() }),
  previous: {
    version: 1,
    data: z.strictObject({ people: z.int() }),
    upgrade: (old: { people: number }) => ({ persons: old.people }),
  },
});

const envelope = {
  envelope: 1,
  id: '01936d2e-7a00-7000-8000-000000000001',
  type: 'histories.batch',
  version: 2,
  office: 'fresno-da',
  run: '01936d2e-7a00-7000-8000-000000000002',
  revision: 1,
  batch: 0,
  causation: null,
  actor: 'service:ingestion',
};
const bytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const codeOf = (value: unknown): string => {
  try {
    readMessage(contract, bytes(value));
  } catch (error) {
    if (error instanceof ContractError) return `${error.code} ${error.message}`;
  }
  return 'accepted';
};

describe('reading a message', () => {
  it('reads this version', () => {
    expect(readMessage(contract, bytes({ ...envelope, data: { persons: 3 } })).data).toEqual({ persons: 3 });
  });

  it('reads the version before, upgraded', () => {
    expect(readMessage(contract, bytes({ ...envelope, version: 1, data: { people: 3 } }))).toMatchObject({
      version: 2,
      data: { persons: 3 },
    });
  });

  it.each([
    ['not JSON', 'DOE,JANE', 'message.not-json'],
    ['a bad envelope', { ...envelope, office: 'Fresno DA', data: { persons: 3 } }, 'message.bad-envelope'],
    ['another type', { ...envelope, type: 'histories.sealed', data: { persons: 3 } }, 'message.unknown-type'],
    ['a later version', { ...envelope, version: 3, data: { persons: 3 } }, 'message.unknown-version'],
    ['bad data', { ...envelope, data: { persons: 'DOE,JANE' } }, 'message.bad-data'],
  ])('refuses %s without telling what was in it', (_, message, code) => {
    expect(codeOf(message)).toMatch(code);
    expect(codeOf(message)).not.toMatch(/DOE|JANE|Fresno DA/);
  });

  it('puts office and run into the subject', () => {
    expect(subjectOf('clearway', 'histories.batch', 'fresno-da', envelope.run)).toBe(
      `clearway.histories.batch.fresno-da.${envelope.run}`,
    );
  });
});

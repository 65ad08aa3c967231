import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatewayHere, identityOf } from './gateway-here.mjs';

describe('the gateway of a folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'clearway-here-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const noted = (...services: readonly object[]): void =>
    writeFileSync(join(home, 'services.json'), JSON.stringify(services));
  const alive = { name: 'gateway', port: 4180, ...identityOf(process.pid) };

  it('is the one that the last start noted, while its very process is alive', () => {
    expect(gatewayHere(home)).toBeUndefined();
    noted({ ...alive, name: 'ingestion', port: 4181 }, alive);
    expect(gatewayHere(home)).toBe('http://127.0.0.1:4180');
  });

  it.each([
    ['its process is gone and its number is used again', { ...alive, mark: 'another' }],
    ['an earlier Clearway noted it without a port', identityOf(process.pid)],
  ])('is nobody when %s', (_what, service) => {
    noted(service);
    expect(gatewayHere(home)).toBeUndefined();
  });

  it('is nobody when the start was stopped in good order', () => {
    noted();
    expect(gatewayHere(home)).toBeUndefined();
  });
});

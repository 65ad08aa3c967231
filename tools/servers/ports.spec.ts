import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { freePort, untilFree } from './ports.mjs';

const RANGE = '/proc/sys/net/ipv4/ip_local_port_range';

describe('a port of a server', () => {
  it('is never one that an outgoing connection could be given while the server is away', async () => {
    const first = existsSync(RANGE) ? Number(readFileSync(RANGE, 'utf8').split(/\s+/)[0]) : 32_768;
    for (const port of await Promise.all(Array.from({ length: 20 }, () => freePort())))
      expect(port).toBeLessThan(first);
  });

  it('is the one wished for when nobody has it, and waited for while somebody has', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await freePort(port)).not.toBe(port);
    expect(await untilFree(port, 150)).toBe(false);
    setTimeout(() => server.close(), 100);
    expect(await untilFree(port, 5_000)).toBe(true);
    expect(await freePort(port)).toBe(port);
  });
});

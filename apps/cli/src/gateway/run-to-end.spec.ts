import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { openTerminal, type Terminal } from '../terminal/terminal';
import { clientOf } from './run-to-end';

describe(clientOf, () => {
  const servers: Server[] = [];
  /** A gateway, of whichever folder: it lists no runs and counts who asked. */
  async function gateway(): Promise<{ readonly url: string; readonly asked: () => number }> {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end('{"items":[]}');
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
  }
  const inFolder = (url: string | undefined): Terminal =>
    openTerminal(true, new AbortController().signal, { home: '/nowhere', gateway: () => Promise.resolve(url) });
  afterAll(() => servers.forEach((server) => server.close()));

  it('is of the gateway of this folder, or of one that was named', async () => {
    const [ours, other] = [await gateway(), await gateway()];
    await (await clientOf({ office: 'da' }, inFolder(ours.url))).runs(1);
    expect([ours.asked(), other.asked()]).toEqual([1, 0]);
    await (await clientOf({ office: 'da', url: other.url }, inFolder(ours.url))).runs(1);
    expect([ours.asked(), other.asked()]).toEqual([1, 1]);
  });

  it('is refused with the cure when none runs in this folder, whoever else listens', async () => {
    for (const terminal of [inFolder(undefined), openTerminal(true, new AbortController().signal)])
      await expect(clientOf({ office: 'da' }, terminal)).rejects.toMatchObject({
        code: 'services.none-here',
        message: expect.stringMatching(/npm start.*--url/) as string,
      });
  });
});

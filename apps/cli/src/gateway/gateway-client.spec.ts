import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { GatewayClient } from './gateway-client';

const AWAY = { status: 503, code: 'database.57p03', detail: 'the database refused a statement (SQLSTATE 57P03)' };

describe(GatewayClient, () => {
  let server: Server;
  /** How the requests that come are answered, one after the other; the last of them from then on. */
  let answers: ((response: ServerResponse) => void)[];
  let said: string[];
  let client: GatewayClient;

  const problem =
    ({ status, ...body }: { readonly status: number; readonly code: string; readonly detail: string }) =>
    (response: ServerResponse): void => {
      response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify(body));
    };
  const json =
    (body: unknown) =>
    (response: ServerResponse): void =>
      void response.writeHead(200).end(JSON.stringify(body));
  const events =
    (...states: string[]) =>
    (response: ServerResponse): void => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(
        states.map((state, index) => `id: ${index + 1}\nevent: state\ndata: {"state":"${state}"}\n\n`).join(''),
        () => response.destroy(),
      );
    };
  const ended = (response: ServerResponse): void => void response.writeHead(204).end();

  beforeEach(async () => {
    [answers, said] = [[], []];
    server = createServer((_request, response) => (answers.length > 1 ? answers.shift() : answers[0])?.(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    client = new GatewayClient(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      'an-office',
      new AbortController().signal,
      (line) => said.push(line),
      5,
    );
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('goes on following while a server behind the gateway is away, and says so once', async () => {
    answers = [events('received'), problem(AWAY), problem(AWAY), problem(AWAY), events('received', 'done'), ended];
    const states: unknown[] = [];
    for await (const event of client.follow('a-run')) states.push(event.data['state']);
    expect(states).toEqual(['received', 'received', 'done']);
    expect(said).toEqual([
      'The services do not answer at the moment; waiting for them ...',
      'The services answer again.',
    ]);
  });

  it('asks again for what is worth it', async () => {
    answers = [problem(AWAY), problem(AWAY), json({ id: 'a-run', state: 'done' })];
    await expect(client.run('a-run')).resolves.toMatchObject({ state: 'done' });
    expect(said).toHaveLength(2);
  });

  it('gives up at once what is refused, and a defect', async () => {
    answers = [problem({ status: 422, code: 'run.refused', detail: 'no' })];
    await expect(client.run('a-run')).rejects.toMatchObject({ code: 'services.run.refused' });
    answers = [problem({ status: 500, code: 'gateway.failed', detail: 'no' })];
    await expect(client.run('a-run')).rejects.toMatchObject({ code: 'services.gateway.failed' });
    expect(said).toEqual([]);
  });

  it('gives up at once when nobody ever answered', async () => {
    const away = new GatewayClient(
      'http://127.0.0.1:9',
      'an-office',
      new AbortController().signal,
      (line) => said.push(line),
      5,
    );
    await expect(away.run('a-run')).rejects.toMatchObject({ code: 'services.unreachable' });
    expect(said).toEqual([]);
  });
});

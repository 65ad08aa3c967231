import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { followRun, readLastEventId, type RunEvent } from './event-stream';

describe(followRun.name, () => {
  let server: Server;
  const log: RunEvent[] = [];
  let finished = false;
  /** What happens when the stream has asked so many times whether the run is finished: the stream's own time, and not the clock's. */
  let atLook: { readonly look: number; readonly happens: () => void } | undefined;
  let looks = 0;

  beforeAll((done) => {
    server = createServer((request, response) => {
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      const source = {
        eventsAfter: (sequence: number) => Promise.resolve(log.filter((event) => event.sequence > sequence)),
        isFinished: () => {
          if (++looks === atLook?.look) atLook.happens();
          return Promise.resolve(finished);
        },
      };
      const header = request.headers['last-event-id'];
      void followRun(source, response, { after: readLastEventId(String(header)), signal: gone.signal, pollMs: 5, heartbeatMs: 20 });
    }).listen(0, '127.0.0.1', done);
  });
  afterAll((done) => void server.close(done));
  beforeEach(() => {
    log.length = 0;
    finished = false;
    atLook = undefined;
    looks = 0;
  });

  function open(lastEventId?: number): Promise<IncomingMessage> {
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve) => {
      get({ port, host: '127.0.0.1', headers: lastEventId === undefined ? {} : { 'Last-Event-ID': String(lastEventId) } }, resolve);
    });
  }

  async function readAll(response: IncomingMessage): Promise<string> {
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
    return text;
  }

  it('sends what is stored, then what comes, and ends with the run', async () => {
    log.push({ sequence: 1, type: 'state', data: { state: 'received' } });
    atLook = {
      look: 10,
      happens: () => {
        log.push({ sequence: 2, type: 'state', data: { state: 'done' } });
        finished = true;
      },
    };
    const response = await open();
    const text = await readAll(response);
    expect(response.headers['content-type']).toContain('text/event-stream');
    expect(text).toContain('id: 1\nevent: state\ndata: {"state":"received"}\n\n');
    expect(text).toContain(': still here');
    expect(text.endsWith('id: 2\nevent: state\ndata: {"state":"done"}\n\n')).toBe(true);
  });

  it('resumes after the last event that the caller has', async () => {
    log.push({ sequence: 1, type: 'state', data: {} }, { sequence: 2, type: 'progress', data: { batches: 3 } });
    finished = true;
    const text = await readAll(await open(1));
    expect(text).not.toContain('id: 1\n');
    expect(text).toContain('id: 2\n');
  });

  it('answers 204 when a finished run has nothing more to say', async () => {
    log.push({ sequence: 1, type: 'state', data: {} });
    finished = true;
    const response = await open(1);
    response.resume();
    expect(response.statusCode).toBe(204);
  });
});

describe(readLastEventId.name, () => {
  it.each([
    [undefined, 0],
    ['17', 17],
    ['-1', 0],
    ['x', 0],
  ])('reads %s as %d', (header, sequence) => expect(readLastEventId(header)).toBe(sequence));
});

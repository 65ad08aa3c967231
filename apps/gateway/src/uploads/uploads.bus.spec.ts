// Real: two gateways in this process (one whose disk is too small), Postgres, nats-server, the content store, HTTP connections.
import { PDFDocument } from '@cantoo/pdf-lib';
import { closeService, openService } from '@clearway/messaging';
import { SERVICE_SETTINGS, readConfiguration } from '@clearway/platform';
import { ServiceUnderTest } from '@clearway/testing';
import { type INestApplication } from '@nestjs/common';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { GatewayModule } from '../gateway.module';
import { prepareApplication } from '../prepare-application';

const FILE = Buffer.from(`${Array.from({ length: 95 }, (_, field) => `f${field}`).join(',')}\n`);
/** More than any disk has. */
const NO_ROOM = String(Number.MAX_SAFE_INTEGER);

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | undefined;
  readonly words: string;
}

describe('an upload', () => {
  let ground: ServiceUnderTest;
  const open: INestApplication[] = [];
  let port: number;
  let fullPort: number;

  beforeAll(async () => {
    ground = await ServiceUnderTest.create('gateway');
    const start = async (free: string): Promise<number> => {
      const configuration = readConfiguration(SERVICE_SETTINGS, {
        ...ground.environment,
        CLEARWAY_LOG_LEVEL: 'error',
        CLEARWAY_DISK_FREE_BYTES: free,
      });
      const opened = await openService('gateway', configuration, GatewayModule.with(configuration), prepareApplication);
      open.push(opened.application);
      return opened.port;
    };
    port = await start('0');
    fullPort = await start(NO_ROOM);
  }, 60_000);
  afterAll(async () => {
    for (const application of open) await closeService(application);
    await ground.close();
  }, 60_000);

  const post = (to: number, path: string, headers: Record<string, string | number>): ClientRequest =>
    request({ host: '127.0.0.1', port: to, path: `/api/offices/test-da/${path}`, method: 'POST', headers });
  async function answerOf(asked: ClientRequest): Promise<Answer> {
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const words = Buffer.concat(chunks).toString('utf8');
    return {
      status: response.statusCode ?? 0,
      code: (JSON.parse(words) as { code?: string }).code,
      retryAfter: response.headers['retry-after'],
      words,
    };
  }
  const send = (to: number, bytes: Buffer): Promise<Answer> => {
    const asked = post(to, 'uploads', { 'Content-Length': bytes.length });
    const answer = answerOf(asked);
    asked.end(bytes);
    return answer;
  };
  const createRun = (to: number, key: string, sha256: string): Promise<Answer> => {
    const asked = post(to, 'runs', { 'Content-Type': 'application/json', 'Idempotency-Key': key });
    const answer = answerOf(asked);
    asked.end(
      JSON.stringify({
        files: [{ sha256, name: 'a.dat' }],
        county: 'Fresno',
        policy: { name: 'los-angeles-2020' },
        asOf: '2020-07-01',
      }),
    );
    return answer;
  };
  /** An upload of which the first half has arrived. */
  const halfSent = async (
    bytes: Buffer,
  ): Promise<{ readonly asked: ClientRequest; readonly answer: Promise<Answer> }> => {
    const asked = post(port, 'uploads', { 'Content-Length': bytes.length });
    const answer = answerOf(asked);
    answer.catch(() => undefined);
    asked.write(bytes.subarray(0, 10));
    const writing = await filesBeingWritten();
    await ground.until(async () => (await filesBeingWritten()) > writing || (await filesBeingWritten()) === 4);
    return { asked, answer };
  };
  const filesBeingWritten = async (): Promise<number> =>
    (await readdir(join(ground.environment['CLEARWAY_CONTENT_DIR'] ?? '', 'new')).catch(() => [])).length;
  const rows = async (table: string): Promise<number> =>
    Number((await ground.database.query(`SELECT count(*) AS n FROM gateway.${table}`)).rows[0].n);

  it('is refused while the disk lacks room, with the cure and the time to wait; nothing is kept, and it is taken when there is room', async () => {
    const refused = await send(fullPort, FILE);
    expect([refused.status, refused.code, refused.retryAfter]).toEqual([507, 'disk.full', '60']);
    expect(refused.words).toMatch(/lacks \d+ MB: free some space/);
    expect([await filesBeingWritten(), await rows('upload')]).toEqual([0, 0]);
    expect((await send(port, FILE)).status).toBe(201);
  });

  it("of a court's blank form is refused, and a RAP sheet is taken", async () => {
    const document = await PDFDocument.create();
    document.addPage().drawText('PETITION/APPLICATION (Health and Safety Code 11361.8) Form CR-400', { x: 40, y: 700 });
    const before = await rows('upload');
    const refused = await send(port, Buffer.from(await document.save()));
    expect([refused.status, refused.code]).toEqual([422, 'upload.not-a-source']);
    expect(refused.words).toMatch(/not a California RAP sheet/);
    const program = await send(port, Buffer.from('#!/bin/sh\necho hello\n'));
    expect([program.status, program.code, await rows('upload')]).toEqual([422, 'upload.not-a-source', before]);

    const sheet = 'CII/A10000001\nDOB/19600314 SEX/F RAC/WHITE\nNAM/01 OKONKWO,JANE\n\n* * * *\nCOURT: NAM:01\n20010203 CASC SACRAMENTO\n\nCNT: 001 #F101\n  11357 HS-POSSESS MARIJUANA\n DISPO:CONVICTED-PROB\n\n* * * END OF MESSAGE * * *\n';
    expect((await send(port, Buffer.from(sheet))).status).toBe(201);
  });

  it('can be there while a run over it is refused for lack of disk: no run is made, and the same key makes it when there is room', async () => {
    const sha256 = (JSON.parse((await send(port, FILE)).words) as { sha256: string }).sha256;
    const refused = await createRun(fullPort, 'no-room-for-it', sha256);
    expect([refused.status, refused.code, refused.retryAfter]).toEqual([507, 'disk.full', '60']);
    expect([await rows('run'), await rows('outbox')]).toEqual([0, 0]);
    expect((await createRun(port, 'no-room-for-it', sha256)).status).toBe(201);
    expect(await rows('run')).toBe(1);
  });

  it('of the same bytes by two senders at once is stored once, and both are told its hash', async () => {
    const bytes = Buffer.from(`${FILE.toString()}${FILE.toString()}`);
    const [one, two] = [await halfSent(bytes), await halfSent(bytes)];
    for (const { asked } of [one, two]) asked.end(bytes.subarray(10));
    const answers = await Promise.all([one.answer, two.answer]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(new Set(answers.map(({ words }) => (JSON.parse(words) as { sha256: string }).sha256)).size).toBe(1);
    expect(await filesBeingWritten()).toBe(0);
  });

  it('is told to come back while four are under way, and taken as soon as one of them has ended or was broken off', async () => {
    const files = Array.from({ length: 4 }, (_, n) => Buffer.from(FILE.toString().replaceAll('f', `g${n}`)));
    const underWay: Awaited<ReturnType<typeof halfSent>>[] = [];
    for (const file of files) underWay.push(await halfSent(file));
    const before = await rows('upload');
    const busy = await send(port, Buffer.from(FILE.toString().replaceAll('f', 'busy')));
    expect([busy.status, busy.code, busy.retryAfter]).toEqual([503, 'upload.busy', '5']);
    expect([await rows('upload'), await filesBeingWritten()]).toEqual([before, 4]);

    underWay[0]?.asked.destroy();
    await ground.until(async () => (await filesBeingWritten()) === 3);
    await ground.until(async () => (await send(port, FILE)).status === 200);
    for (const [n, { asked }] of underWay.entries()) if (n > 0) asked.end(files[n]?.subarray(10));
    const answers = await Promise.all(underWay.slice(1).map(({ answer }) => answer));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect([await rows('upload'), await filesBeingWritten()]).toEqual([before + 3, 0]);
  });
});

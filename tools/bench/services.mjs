// The parts that go through the services: started once as `npm start` starts them, in a folder of their own, and left
// empty after each run.
import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { keepServers } from '../servers/keeper.mjs';
import { servicesFor } from '../start/parts.mjs';
import { startServices } from '../start/services.mjs';
import { COUNTY } from './files.mjs';
import { watch } from './process-tree.mjs';

const OFFICE = 'bench';
const LOOK_MS = 50;
const SAMPLE_MS = 500;

/** @typedef {Awaited<ReturnType<typeof openServices>>} Services */

/** @param {string} folder @param {(line: string) => void} say */
export async function openServices(folder, say) {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true, mode: 0o711 });
  say('starting servers and services ...');
  const servers = await keepServers({ home: join(home, 'servers') });
  try {
    const services = await startServices({
      services: await servicesFor({ databaseUrl: String(servers.databaseUrl), natsUrl: String(servers.natsUrl), home }),
      home,
      say,
      onFailure: (error) => say(error.message),
    });
    await services.untilReady();
    return {
      url: `${services.addressOf('gateway')}/api/offices/${OFFICE}`,
      /** Each process under the name by which the table shows it. */
      roots: () =>
        new Map(
          [
            ...Object.entries(services.pids()),
            ['postgres', servers.postgres?.pid ?? 0],
            ['nats-server', servers.nats?.pid ?? 0],
          ].map(([name, pid]) => [String(name), Number(pid)]),
        ),
      stop: async () => {
        await services.stop();
        await servers.stop();
      },
    };
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

/** @param {string} url @param {RequestInit} [init] @returns {Promise<any>} */
async function call(url, init) {
  const response = await fetch(url, init);
  const body = await response.text();
  if (!response.ok) throw new Error(`the gateway answered ${response.status}: ${JSON.parse(body).detail ?? body}`);
  return body === '' ? undefined : JSON.parse(body);
}

/** @param {string} url @param {string} path @returns {Promise<string>} its hash */
function upload(url, path) {
  return new Promise((resolve, reject) => {
    const sending = request(
      `${url}/uploads`,
      { method: 'POST', headers: { 'Content-Length': statSync(path).size } },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (text) => (body += text));
        response.on('end', () =>
          response.statusCode && response.statusCode < 300
            ? resolve(JSON.parse(body).sha256)
            : reject(new Error(`upload: ${body}`)),
        );
      },
    );
    sending.once('error', reject);
    createReadStream(path, { highWaterMark: 1 << 20 }).pipe(sending);
  });
}

/**
 * One run from the first uploaded byte. Without papers it is over when the last determination is committed: eligibility
 * says so in the transaction that commits it, and the gateway tells. With papers and letters it is over when the run is done.
 * `watched`: the memory of the processes is asked for all along, which makes the time useless.
 * @param {Services} services @param {string} path @param {boolean} papers @param {boolean} watched
 * @returns {Promise<import('./commands.mjs').Measured>}
 */
export async function throughServices(services, path, papers, watched) {
  const { url } = services;
  const watching = watch(services.roots(), { everyMs: SAMPLE_MS, memory: watched });
  const started = performance.now();
  try {
    const id = await startRun(url, path, papers);
    await until(url, id, (view) => (papers ? view.state === 'done' : view.counts.determinationBatches !== undefined));
    const seconds = (performance.now() - started) / 1000;
    const { peakBytes, cpuSeconds, processes } = watching.stop();
    // Outside of the measure: the next run finds the services as this one did.
    await until(url, id, (view) => view.state === 'done');
    await call(`${url}/runs/${id}/purge`, { method: 'POST' });
    return { seconds, peakBytes, cpuSeconds, processes };
  } finally {
    watching.stop();
  }
}

/** @param {string} url @param {string} path @param {boolean} papers @returns {Promise<string>} id of the run */
async function startRun(url, path, papers) {
  const sha256 = await upload(url, path);
  const { id } = await call(`${url}/runs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({
      files: [{ sha256, name: 'county.csv' }],
      county: COUNTY,
      policy: { name: 'los-angeles-2020' },
      asOf: '2020-07-01',
      papers: papers ? 'bulk' : 'none',
      papersOfAReplay: papers,
      letters: papers,
    }),
  });
  return id;
}

/** @param {string} url @param {string} id @param {(view: any) => boolean} over */
async function until(url, id, over) {
  for (;;) {
    const view = await call(`${url}/runs/${id}`);
    if (view.state === 'failed' || view.stall)
      throw new Error(`the run ${view.state}: ${view.failure?.message ?? view.stall.code}`);
    if (over(view)) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

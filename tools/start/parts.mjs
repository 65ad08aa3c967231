// What a start consists of here: the services with their settings, and the client that sends a file through them.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup/setup.mjs';
import { ServiceFailed } from './services.mjs';

/** The gateway's own port, and the first choice only: a busy one is worked around. */
export const WISHED_PORTS = { gateway: 4180 };
const SERVICES = ['ingestion', 'eligibility', 'documents', 'notification', 'gateway'];
const SYNTHETIC = { county: 'FRESNO', rows: '20000', seed: '1', asOf: '2020-07-01' };

/** @param {string[]} args of node @param {Record<string, string>} env @returns {Promise<string>} */
function output(args, env) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(out) : reject(new ServiceFailed(err.trim().split('\n')[0] || `exit code ${code}`)),
    );
  });
}

/**
 * @param {{ databaseUrl: string, natsUrl: string, home: string }} servers
 * @returns {Promise<import('./services.mjs').ServiceToStart[]>}
 */
export async function servicesFor({ databaseUrl, natsUrl, home }) {
  const contentDir = join(home, 'content');
  mkdirSync(contentDir, { recursive: true, mode: 0o700 });
  /** @type {{ service: string, databaseUrl: string, ownerUrl: string }[]} */
  const provisioned = JSON.parse(
    await output([join(ROOT, 'tools', 'start', 'provision.cjs'), ...SERVICES], {
      CLEARWAY_ADMIN_DATABASE_URL: databaseUrl,
    }),
  );
  return provisioned.map(({ service, databaseUrl: own, ownerUrl }) => ({
    name: service,
    main: join(ROOT, 'dist', 'apps', service, 'src', 'main.js'),
    env: {
      // The administrator's address stays here: a service has its own role and no other.
      DATABASE_URL: '',
      CLEARWAY_DATABASE_URL: own,
      CLEARWAY_OWNER_DATABASE_URL: ownerUrl,
      CLEARWAY_NATS_URL: natsUrl,
      CLEARWAY_CONTENT_DIR: contentDir,
    },
  }));
}

/** @param {string[]} args @param {(child: import('node:child_process').ChildProcess) => void} onChild @returns {Promise<number>} exit code of the command line */
function clearway(args, onChild) {
  const child = spawn(process.execPath, [join(ROOT, 'tools', 'cli', 'clearway.js'), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  onChild(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 130));
  });
}

/** The county that is sent through when no file is named: always the same one. @param {string} home @param {(child: import('node:child_process').ChildProcess) => void} onChild */
export async function syntheticCounty(home, onChild) {
  const folder = join(home, 'synthetic');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'county.csv');
  const code = await clearway(
    [
      'synth',
      '--county',
      SYNTHETIC.county,
      '--rows',
      SYNTHETIC.rows,
      '--seed',
      SYNTHETIC.seed,
      '--as-of',
      SYNTHETIC.asOf,
      '--no-truth',
      '--replace',
      '--out',
      file,
    ],
    onChild,
  );
  if (code !== 0) throw new ServiceFailed('The synthetic county file could not be made.');
  return { file, county: SYNTHETIC.county, asOf: SYNTHETIC.asOf };
}

/**
 * Sends files through the gateway, with progress on this terminal.
 * @param {{ url: string, files: string[], out: string, options: string[] }} run @param {(child: import('node:child_process').ChildProcess) => void} onChild
 */
export const sendThrough = ({ url, files, out, options }, onChild) =>
  clearway(['run', ...files, '--url', url, '--out', out, ...options], onChild);

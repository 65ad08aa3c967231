// What has to be there before anything can be built or started, in the order of what can go wrong first.
import { mkdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from '../servers/lock.mjs';
import { ensureExistingServersAnswer } from './existing-servers.mjs';
import { ensureNatsServer } from './nats-server.mjs';
import { nodeProblem } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';
import { SetupFailed } from './setup-failed.mjs';

/** The folder of this clone. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where everything that a run leaves behind stands. */
export const HOME = join(ROOT, '.clearway');

/** @param {string} folder @param {number} bytes @throws SetupFailed */
export function ensureSpace(folder, bytes) {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes)
    throw new SetupFailed(
      'setup.disk-full',
      `The disk of ${folder} is full: ${Math.floor((bavail * bsize) / 1e6)} MB are free and ${Math.ceil(bytes / 1e6)} MB are needed. Free some space and run the command again.`,
    );
}

/**
 * @param {(line: string) => void} say
 * @throws SetupFailed with a message for the person at the keyboard
 */
export async function setUp(say) {
  const problem = nodeProblem(process.versions.node);
  if (problem) throw new SetupFailed('setup.old-node', problem);
  await ensureExistingServersAnswer(process.env);
  ensureNatsServer(say);
  mkdirSync(HOME, { recursive: true, mode: 0o711 });
  ensureSpace(HOME, 300e6);
  const release = await takeLock(join(HOME, 'setup.lock'), {
    waitMs: 900_000,
    onWait: () => say('waiting for another command that installs here ...'),
  });
  try {
    await ensurePackages(ROOT, say);
  } finally {
    release();
  }
}

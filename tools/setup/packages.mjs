// The npm packages of the lock: installed when what is installed is not what the lock says.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailed } from './setup-failed.mjs';

/** @param {string} file @returns {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean, peer?: boolean }> }} */
const readLock = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Compared package by package and not by the age of files: an interrupted install, a changed branch and a copied folder
 * are all seen, and a mere touch is not.
 * @param {string} root @returns {boolean}
 */
export function packagesAreInstalled(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = readLock(installed).packages;
  const want = Object.entries(readLock(join(root, 'package-lock.json')).packages).filter(([path]) => path !== '');
  return want.every(([path, { version, optional, devOptional, peer }]) => {
    const found = have[path];
    if (found) return found.version === version && existsSync(join(root, path));
    return optional === true || devOptional === true || peer === true;
  });
}

/** @param {string} output */
function reasonOf(output) {
  if (/ENOSPC/.test(output)) return 'the disk is full. Free at least 2 GB and run the command again.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output))
    return 'the npm registry cannot be reached. The first start needs the network; later ones do not.';
  const lines = output.split('\n').filter((line) => /npm (error|ERR!)/.test(line) && !/complete log|\.log$/.test(line));
  return `npm said: ${
    lines
      .slice(0, 3)
      .map((line) => line.replace(/^npm (error|ERR!)\s*/, ''))
      .join(' ') || output.trim().split('\n').at(-1)
  }`;
}

/**
 * @param {string} root @param {(line: string) => void} say @returns {Promise<boolean>} whether something was installed
 * @throws SetupFailed
 */
export async function ensurePackages(root, say) {
  if (packagesAreInstalled(root)) return false;
  say('installing the npm packages of package-lock.json (about a minute) ...');
  const npm = process.env.npm_execpath;
  const [command, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  // No script of any package runs: .npmrc says so, and it is said here again.
  const child = spawn(
    command,
    [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: '' } },
  );
  const end = () => child.kill();
  process.once('exit', end); // whoever ends us ends it too
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  process.off('exit', end);
  if (code !== 0)
    throw new SetupFailed(
      'setup.npm-failed',
      `The npm packages could not be installed: ${reasonOf(output || String(code))}`,
    );
  return true;
}

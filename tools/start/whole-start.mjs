// From nothing to a finished run: set up, build, servers, services, one file through; then up until Ctrl-C.
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build/compile.mjs';
import { keepServers } from '../servers/keeper.mjs';
import { takeLock } from '../servers/lock.mjs';
import { abandonedFolders } from '../servers/postgres-binaries.mjs';
import { isAlive, npmAbove } from '../servers/process-table.mjs';
import { HOME, ROOT, ensureSpace, setUp } from '../setup/setup.mjs';
import { descriptionOf } from './addresses.mjs';
import { WrongArguments, readArguments } from './arguments.mjs';
import * as realParts from './parts.mjs';
import { startServices } from './services.mjs';

/** The same as those of the command line. */
const EXIT = { unexpected: 1, usage: 2, input: 3, disk: 5, services: 6, interrupted: 130 };

/** One that was just told to end, or whose npm was killed, needs a moment; one that works needs longer than anybody waits. */
const IN_USE_FOR_MS = 6_000;

/** @param {string} line */
const say = (line) => console.log(`[clearway] ${line}`);

/** @param {unknown} error */
const isFullDisk = (error) => {
  const { code, message } = /** @type {{ code?: string, message?: string }} */ (error ?? {});
  return code === 'ENOSPC' || /No space left on device|ENOSPC/.test(message ?? '');
};

/** @param {unknown} error */
function oneLine(error) {
  if (isFullDisk(error)) return 'The disk is full. Free some space and run the command again.';
  return error instanceof Error ? error.message : String(error);
}

/** @param {unknown} error */
function exitCodeOf(error) {
  const code = /** @type {{ code?: string } | undefined} */ (error)?.code ?? '';
  if (code === 'start.help') return 0;
  if (isFullDisk(error) || code === 'setup.disk-full') return EXIT.disk;
  if (code === 'start.file') return EXIT.input;
  if (error instanceof WrongArguments) return EXIT.usage;
  return code.startsWith('start.') || code.startsWith('servers.') ? EXIT.services : EXIT.unexpected;
}

/** @param {Date} now */
const today = (now) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** A folder for this run's results that no earlier run has. @param {string} home @param {Date} now */
function resultsFolder(home, now) {
  const stamp = `${today(now)}-${[now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0')).join('')}`;
  for (let nth = 1; ; nth += 1) {
    const folder = join(home, 'results', nth === 1 ? stamp : `${stamp}-${nth}`);
    if (existsSync(folder)) continue;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }
}

/**
 * Everything that has to be ended again, in the order in which it is ended: the client, the services, the servers.
 */
function undoing() {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let client;
  /** @type {ReturnType<typeof startServices> | undefined} */
  let services;
  /** Those that are just being started are waited for, and then ended. @param {{ atOnce?: boolean }} [how] */
  const stopServices = async (how) => (await services?.catch(() => undefined))?.stop(how);
  /** @type {{ stop: () => Promise<void> } | undefined} */
  let servers;
  /** @type {Promise<void> | undefined} */
  let ended;
  return {
    /** @param {import('node:child_process').ChildProcess} child */
    client: (child) => (client = child),
    /** @param {ReturnType<typeof startServices>} started */
    services: (started) => (services = started),
    /** @param {{ stop: () => Promise<void> }} started */
    servers: (started) => (servers = started),
    hurry: () => void stopServices({ atOnce: true }),
    all: () =>
      (ended ??= (async () => {
        if (client?.exitCode === null) client.kill('SIGTERM');
        await stopServices();
        await servers?.stop();
      })()),
  };
}

/**
 * @param {string[]} args @param {typeof realParts} [parts]
 * @param {{ home?: string }} [where]
 */
export async function start(args, parts = realParts, { home = HOME } = {}) {
  const undo = undoing();
  let signals = 0;
  let [finished, failed] = [false, false];
  /** @type {() => void} */
  let letGo = () => {};
  const untilCtrlC = new Promise((resolve) => (letGo = () => resolve(undefined)));

  /** @param {number} code */
  const leave = async (code) => {
    await undo.all().catch((error) => say(oneLine(error)));
    process.exit(code);
  };
  const interrupted = () => {
    signals += 1;
    if (signals === 1) {
      say('stopping (Ctrl-C again to hurry) ...');
      letGo();
      void leave(finished ? 0 : EXIT.interrupted);
    } else if (signals === 2) undo.hurry();
    else process.exit(EXIT.interrupted); // the keeper of the servers sees that we are gone, and stops them
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, interrupted);
  // A signal to npm alone does not come through: its shell just ends, and after SIGKILL nobody even tells the shell.
  const npm = npmAbove();
  if (npm) setInterval(() => !isAlive(npm) && signals === 0 && interrupted(), 500).unref();
  process.stdout.on('error', () => {}); // a closed terminal must not keep us from stopping everything

  try {
    const { files, once, passedOn } = readArguments(args);
    await setUp(say);
    mkdirSync(home, { recursive: true, mode: 0o711 });
    ensureSpace(
      home,
      files.reduce((sum, file) => sum + 4 * statSync(file).size, 700e6),
    );
    const release = await takeLock(join(home, 'start.lock'), {
      waitMs: IN_USE_FOR_MS,
      onWait: () => say('another Clearway is in this folder: waiting for it to end ...'),
    });
    const { compiled } = await build(ROOT);
    if (compiled > 0) say(`built (${compiled} files)`);

    for (const folder of abandonedFolders())
      say(`the data of a folder that is gone are still in ${folder}: remove them when nobody needs them any more`);
    say('starting the servers ...');
    /** @type {{ command: (line: string) => void } | undefined} */
    let keeper;
    const own = { postgres: !process.env.DATABASE_URL, nats: !process.env.NATS_URL };
    const servers = await keepServers({
      home: join(home, 'servers'),
      ...own,
      onKeeper: undo.servers,
      onEvent: ({ event, server }) => {
        if (event !== 'exited' || signals > 0) return;
        say(`${server} ended unexpectedly and is started again`);
        keeper?.command(`start ${server}`);
      },
    });
    if (signals > 0) return;
    keeper = servers;
    const urls = {
      databaseUrl: process.env.DATABASE_URL || String(servers.databaseUrl),
      natsUrl: process.env.NATS_URL || String(servers.natsUrl),
    };
    if (servers.postgres) say(`PostgreSQL on 127.0.0.1:${servers.postgres.port}`);
    if (servers.nats) say(`nats-server on 127.0.0.1:${servers.nats.port}`);

    say('starting the services ...');
    const toStart = await parts.servicesFor({ ...urls, home });
    if (signals > 0) return;
    const services = await undo.services(
      startServices({
        services: toStart,
        home,
        wishedPorts: parts.WISHED_PORTS,
        say,
        onFailure: (error) => {
          if (signals > 0 || failed) return;
          failed = true;
          console.error(oneLine(error));
          void leave(EXIT.services);
        },
      }),
    );
    await services.untilReady();
    if (failed || signals > 0) return;
    const url = services.addressOf('gateway');
    say(`ready: ${url}`);

    const synthetic = files.length === 0 ? await parts.syntheticCounty(home, undo.client) : undefined;
    if (failed || signals > 0) return;
    const out = resultsFolder(home, new Date());
    const options = [...passedOn, ...(once ? ['--end-at-stall'] : [])];
    if (!options.includes('--county')) options.push('--county', String(synthetic?.county));
    if (!options.includes('--as-of')) options.push('--as-of', synthetic?.asOf ?? today(new Date()));
    say(
      `sending ${synthetic ? 'the synthetic file' : 'your files'} through (${options[options.indexOf('--county') + 1]}, as of ${options[options.indexOf('--as-of') + 1]}) ...`,
    );
    const code = await parts.sendThrough(
      { url, files: synthetic ? [synthetic.file] : files, out, options },
      undo.client,
    );
    if (signals > 0) return;
    finished = true;
    if (readdirSync(out).length === 0) rmdirSync(out);
    if (code === 0) say(`API: ${url} (its description: ${descriptionOf(url)})`);
    if (once || code !== 0) {
      release();
      await leave(code);
    }
    say('everything stays up. Ctrl-C stops it.');
    await untilCtrlC;
  } catch (error) {
    if (signals > 0 || failed) return;
    const code = exitCodeOf(error);
    (code === 0 ? console.log : console.error)(oneLine(error));
    await leave(code);
  }
}

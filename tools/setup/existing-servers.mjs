// Servers that exist already, named by DATABASE_URL and NATS_URL: asked once, before anything is installed or started.
import { connect } from 'node:net';
import { SetupFailed } from './setup-failed.mjs';

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    /** @param {boolean} answer */
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(5_000, () => end(false));
    socket.once('error', () => end(false));
    socket.once('connect', () => end(true));
  });
}

/** @type {readonly (readonly [string, string, readonly string[], number])[]} variable, what it names, schemes, usual port */
const KNOWN = [
  ['DATABASE_URL', 'PostgreSQL', ['postgres:', 'postgresql:'], 5432],
  ['NATS_URL', 'nats-server', ['nats:', 'tls:'], 4222],
];

/** @param {Record<string, string | undefined>} environment @throws SetupFailed naming the variable; never its value, which can hold a password */
export async function ensureExistingServersAnswer(environment) {
  for (const [variable, what, schemes, usualPort] of KNOWN) {
    const value = environment[variable];
    if (!value) continue;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (!url || !schemes.includes(url.protocol))
      throw new SetupFailed(
        'setup.bad-url',
        `${variable} is not the address of a ${what}: write ${schemes[0]}//HOST:PORT, or leave it out and Clearway starts its own.`,
      );
    const port = Number(url.port || usualPort);
    if (!(await answers(url.hostname.replace(/^\[|\]$/g, ''), port)))
      throw new SetupFailed(
        'setup.no-answer',
        `No ${what} answers at ${url.hostname}:${port} (${variable}). Start it, correct the address, or leave ${variable} out and Clearway starts its own.`,
      );
  }
}

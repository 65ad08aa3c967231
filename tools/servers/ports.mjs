// Ports on the loopback address, and only there.
import { randomInt } from 'node:crypto';
import { createServer, connect } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/** @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * Below the ports that systems give to outgoing connections (Linux from 32768, others from 49152): while a server is away,
 * no connection may be given its port, least of all one that looks for it and would then have found itself.
 */
const LISTENING_PORTS = /** @type {const} */ ([20_000, 32_000]);

/** A port that nobody listens on: the first free one of those wished for, otherwise any. @param {...(number | undefined)} wished @returns {Promise<number>} */
export async function freePort(...wished) {
  for (const port of wished) if (port && (await isFree(port))) return port;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = randomInt(...LISTENING_PORTS);
    if (await isFree(port)) return port;
  }
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: LOOPBACK }, () => {
      const address = server.address();
      server.close(() => resolve(/** @type {import('node:net').AddressInfo} */ (address).port));
    });
  });
}

/** True as soon as nobody has the port; false when somebody still has it after a time. @param {number} port @param {number} milliseconds @returns {Promise<boolean>} */
export async function untilFree(port, milliseconds) {
  for (
    const until = performance.now() + milliseconds;
    performance.now() < until;
    await new Promise((resolve) => setTimeout(resolve, 100))
  ) {
    if (await isFree(port)) return true;
  }
  return false;
}

/** The first line that a server says to whoever connects; undefined when nobody answers in time. @param {number} port @param {number} milliseconds @returns {Promise<string | undefined>} */
export function greetingOf(port, milliseconds) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: LOOPBACK });
    /** @param {string} [line] */
    const end = (line) => {
      socket.destroy();
      resolve(line);
    };
    socket.setTimeout(milliseconds, () => end());
    socket.once('error', () => end());
    socket.once('close', () => end());
    socket.once('data', (data) => end(data.toString('latin1').split('\r\n')[0]));
  });
}

// Ports on the loopback address, and only there.
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

/** A port that nobody listens on: the first free one of those wished for, otherwise any. @param {...(number | undefined)} wished @returns {Promise<number>} */
export async function freePort(...wished) {
  for (const port of wished) if (port && (await isFree(port))) return port;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: LOOPBACK }, () => {
      const address = server.address();
      server.close(() => resolve(/** @type {import('node:net').AddressInfo} */ (address).port));
    });
  });
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

// Old Node reads this file first, so it is written in words that old Node knows, and imports nothing.
export const NEEDED = [20, 19];

/** One line that says what is wrong with this Node and what to do; undefined when it will do. @param {string} version as in process.versions.node @returns {string | undefined} */
export function nodeProblem(version) {
  const parts = version.split('.').map(Number);
  const enough = parts[0] > NEEDED[0] || (parts[0] === NEEDED[0] && parts[1] >= NEEDED[1]);
  return enough
    ? undefined
    : 'Clearway needs Node.js ' +
        NEEDED.join('.') +
        ' or later, and this is ' +
        version +
        ". Install a newer one (https://nodejs.org, or your system's packages) and run the command again.";
}

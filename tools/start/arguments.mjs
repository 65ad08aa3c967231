// What `npm start` was asked for, checked before anything is installed or started.
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { constants, gunzipSync } from 'node:zlib';

const FIELDS = 95;
const LOOKED_AT = 1 << 20;

/** The command was given something that it cannot work with; the message is one line. */
export class WrongArguments extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = 'WrongArguments';
    this.code = code;
  }
}

/** @param {string} file @returns {Buffer} */
function beginningOf(file) {
  const buffer = Buffer.alloc(LOOKED_AT);
  const descriptor = openSync(file, 'r');
  try {
    return buffer.subarray(0, readSync(descriptor, buffer, 0, LOOKED_AT, 0));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Only what can be told at once and for sure; what stands in the rows is for the services to say.
 * @param {string} file @returns {string | undefined} why this cannot be a state file, in one line
 */
export function fileProblem(file) {
  let start;
  try {
    const entry = statSync(file);
    if (entry.isDirectory()) return `${file} is a folder. Name the files in it.`;
    if (entry.size === 0) return `${file} is empty. Export it again from the state's system.`;
    start = beginningOf(file);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    return code === 'ENOENT'
      ? `${file} does not exist. Check the path.`
      : `${file} cannot be read (${code}). Check its permissions.`;
  }
  if (start[0] === 0x1f && start[1] === 0x8b) {
    try {
      start = gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {
      return `${file} is not a whole .gz file. Copy it again.`;
    }
    if (start.length === 0) return `${file} is empty when unpacked. Export it again from the state's system.`;
  }
  const lines = start
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .split(/\r\n|\n|\r/);
  if (lines.every((line) => line.trim() === ''))
    return `${file} has only empty lines. Export it again from the state's system.`;
  if (lines.some((line) => line.split(',').length >= FIELDS)) return undefined;
  return `${file} is not a state file: no line at its beginning has the ${FIELDS} comma-separated columns of the California DOJ's bulk file.`;
}

/**
 * @param {string[]} args
 * @returns {{ files: string[], once: boolean, passedOn: string[] }} passedOn: options for `clearway run`
 * @throws WrongArguments
 */
export function readArguments(args) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        county: { type: 'string' },
        policy: { type: 'string' },
        'as-of': { type: 'string' },
        papers: { type: 'string' },
        'papers-of-a-replay': { type: 'boolean' },
        contacts: { type: 'string' },
        once: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongArguments(
      'start.usage',
      `${/** @type {Error} */ (error).message.split('.')[0]}. Usage: npm start -- [FILE... --county NAME] [--policy NAME|FILE] [--as-of YYYY-MM-DD] [--papers bulk|per-case] [--papers-of-a-replay] [--contacts FILE] [--once]`,
    );
  }
  const { once, help, ...options } = parsed.values;
  if (help)
    throw new WrongArguments(
      'start.help',
      'Usage: npm start -- [FILE... --county NAME] [--policy NAME|FILE] [--as-of YYYY-MM-DD] [--papers bulk|per-case] [--papers-of-a-replay] [--contacts FILE] [--once]\nWithout a file a synthetic county is sent through. --once ends when the run has ended.',
    );
  const files = parsed.positionals.map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file));
  for (const file of files) {
    const problem = fileProblem(file);
    if (problem) throw new WrongArguments('start.file', problem);
  }
  if (files.length > 0 && !options.county)
    throw new WrongArguments('start.county', 'Say which county the file is for: npm start -- FILE --county "FRESNO"');
  const passedOn = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : value === true ? [`--${name}`] : [`--${name}`, String(value)],
  );
  return { files, once: once === true, passedOn };
}

// What `npm run bench` was asked for.
import { parseArgs } from 'node:util';

export const PARTS = /** @type {const} */ (['count', 'analyze', 'services', 'papers', 'deciding']);

/** @typedef {(typeof PARTS)[number]} Part */
/** @typedef {{ name: string, rows: number, scatter: number }} Variant */
/** @typedef {{ parts: Part[], variants: Variant[], runs: number, threads: number | undefined, help: boolean }} BenchOptions */

export const USAGE = `Usage: npm run bench [-- OPTIONS]

  --rows N           rows of the base file (default 1,000,000, about 800 MB)
  --runs N           interleaved runs of which the median is given (default 5); one more run measures the memory
  --parts A,B        of ${PARTS.join(', ')} (default all)
                       count     csv-parse counting the records
                       analyze   clearway analyze with all CSVs, hashes and traces
                       services  first uploaded byte to the commit of the last determination
                       papers    the same with bulk papers and letters, to the end of the run
                       deciding  the rules alone: the statute beside the Los Angeles replay (base file only)
  --variants A,B     of base, large (five times the rows), scattered (1 % of the people), shuffled (default base)
  --threads N        passed to clearway analyze
  --quick            100,000 rows, one run
  --help

Files are made once and kept in .clearway/bench. Nothing else should run on the machine meanwhile.`;

/** The command line cannot be understood. */
export class WrongBenchArguments extends Error {
  code = 'bench.usage';
  /** @param {string} message */
  constructor(message) {
    super(`${message}\n\n${USAGE}`);
    this.name = 'WrongBenchArguments';
  }
}

/** @param {string} text @param {string} name */
function whole(text, name) {
  const value = Number(text.replaceAll(',', '').replaceAll('_', ''));
  if (!Number.isInteger(value) || value < 1) throw new WrongBenchArguments(`--${name} takes a whole number from 1.`);
  return value;
}

/** @template {string} T @param {string | undefined} text @param {readonly T[]} known @param {T[]} standard @param {string} name @returns {T[]} */
function some(text, known, standard, name) {
  if (text === undefined) return standard;
  const asked = text.split(',').map((one) => one.trim());
  for (const one of asked)
    if (!known.includes(/** @type {T} */ (one))) throw new WrongBenchArguments(`--${name} takes ${known.join(', ')}.`);
  return known.filter((one) => asked.includes(one));
}

/** @param {string[]} args @returns {BenchOptions} @throws WrongBenchArguments */
export function readBenchArguments(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        rows: { type: 'string' },
        runs: { type: 'string' },
        parts: { type: 'string' },
        variants: { type: 'string' },
        threads: { type: 'string' },
        quick: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }));
  } catch (error) {
    throw new WrongBenchArguments(/** @type {Error} */ (error).message);
  }
  const rows = values.rows ? whole(values.rows, 'rows') : values.quick ? 100_000 : 1_000_000;
  /** @type {Variant[]} */
  const known = [
    { name: 'base', rows, scatter: 0 },
    { name: 'large', rows: rows * 5, scatter: 0 },
    { name: 'scattered', rows, scatter: 0.01 },
    { name: 'shuffled', rows, scatter: 1 },
  ];
  const names = some(
    values.variants,
    known.map((one) => one.name),
    ['base'],
    'variants',
  );
  return {
    parts: some(values.parts, PARTS, [...PARTS], 'parts'),
    variants: known.filter((one) => names.includes(one.name)),
    runs: values.runs ? whole(values.runs, 'runs') : values.quick ? 1 : 5,
    threads: values.threads ? whole(values.threads, 'threads') : undefined,
    help: values.help === true,
  };
}

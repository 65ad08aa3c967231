// What V8 compiled in the run before is read again instead of compiled again: starting and closing a run of `clearway analyze` would take
// a tenth of a second longer. Only of the very same text it is taken, and V8 refuses what another V8, or one with other flags, made.
import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { constants, Script } from 'node:vm';

/** The scripts of which something had to be compiled, by the files in which that will be kept. */
const fresh = new Map<string, { readonly script: Script; readonly text: Buffer }>();

/**
 * Runs a CommonJS script that has everything it needs in one file, and gives what it exports.
 *
 * @param file absolute
 * @param role of the script in this thread, where threads do different things with it: what is kept is what one role needs
 */
export function runAsBefore(file: string, role?: string): unknown {
  const text = readFileSync(file);
  const kept = `${file}.${role === undefined ? '' : `${role}.`}compiled`;
  const cachedData = readKept(kept, text);
  // Bundles are ASCII as they are built, which is read fastest; anything else is UTF-8.
  const script = new Script(Module.wrap(text.toString(isAscii(text) ? 'latin1' : 'utf8')), {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (!cachedData || script.cachedDataRejected) fresh.set(kept, { script, text });
  const module = new Module(file);
  module.filename = file;
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

/**
 * At the end of a run, in each thread: what was not taken from a run before is written for the next one, with every function that was
 * called. A folder that may not be written to is no error.
 */
export function keepCompiled(): void {
  for (const [kept, { script, text }] of fresh) writeKept(kept, text, script.createCachedData());
  fresh.clear();
}

function readKept(kept: string, text: Buffer): Buffer | undefined {
  try {
    const bytes = readFileSync(kept);
    const body = bytes.subarray(bytes.indexOf(LINE_FEED) + 1);
    // V8 knows a text by its length, and not every V8 looks at more than the head of what it is given.
    return bytes.toString('latin1', 0, bytes.length - body.length) === headOf(text, body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function writeKept(kept: string, text: Buffer, body: Buffer): void {
  const made = `${kept}.${process.pid}.new`;
  try {
    writeFileSync(made, Buffer.concat([Buffer.from(headOf(text, body), 'latin1'), body]));
    renameSync(made, kept);
  } catch {
    removeIfThere(made);
  }
}

const LINE_FEED = 0x0a;

function headOf(text: Buffer, body: Buffer): string {
  return `${sha256(text)} ${sha256(body)}\n`;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64');
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Not even its folder is there.
  }
}

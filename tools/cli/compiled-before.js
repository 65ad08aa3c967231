// What V8 compiled in the run before is read again instead of compiled again: starting and closing a run of `clearway analyze` would take
// a tenth of a second longer. Only whole modules of the very same text are taken, and V8 refuses what another V8, or one with other flags, made.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname } = require('node:path');
const { constants, Script } = require('node:vm');

/**
 * From now on modules are compiled with what stands in `file`. When the process ends well and something was not in it, it is written anew;
 * a folder that may not be written to is no error.
 *
 * @param {string} file
 */
function compileAsBefore(file) {
  const before = readBefore(file);
  /** @type {Map<string, import('node:vm').Script>} */
  const scripts = new Map();
  let fresh = false;
  Module.prototype._compile = function (/** @type {string} */ content, /** @type {string} */ filename) {
    const source = Module.wrap(content.replace(/^#!.*/, ''));
    const key = createHash('sha256').update(filename).update('\n').update(source).digest('base64');
    const cachedData = before.get(key);
    const script = new Script(source, {
      filename,
      cachedData,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (!cachedData || script.cachedDataRejected) fresh = true;
    scripts.set(key, script);
    return script
      .runInThisContext()
      .call(this.exports, this.exports, requireOf(this), this, filename, dirname(filename));
  };
  process.on('exit', (code) => {
    if (code === 0 && fresh) writeNow(file, scripts);
  });
}

/** @param {NodeJS.Module} module what `require` is in it, as Node makes it */
function requireOf(module) {
  const require = (/** @type {string} */ id) => module.require(id);
  require.resolve = (/** @type {string} */ id, /** @type {object | undefined} */ options) =>
    Module._resolveFilename(id, module, false, options);
  require.main = process.mainModule;
  require.cache = Module._cache;
  require.extensions = Module._extensions;
  return require;
}

/** @param {string} file @returns {Map<string, Buffer>} by key; empty when there is nothing, or nothing that can be read */
function readBefore(file) {
  try {
    const bytes = readFileSync(file);
    const body = bytes.indexOf('\n') + 1;
    /** @type {{ sha256: string, index: [string, number, number][] }} */
    const { sha256, index } = JSON.parse(bytes.toString('latin1', 0, body));
    // Not every V8 looks at more than the head of what it is given.
    if (sha256 !== createHash('sha256').update(bytes.subarray(body)).digest('base64')) return new Map();
    return new Map(index.map(([key, from, length]) => [key, bytes.subarray(body + from, body + from + length)]));
  } catch {
    return new Map();
  }
}

/** @param {string} file @param {Map<string, import('node:vm').Script>} scripts */
function writeNow(file, scripts) {
  const made = `${file}.${process.pid}.new`;
  try {
    /** @type {[string, number, number][]} */
    const index = [];
    /** @type {Buffer[]} */
    const parts = [];
    let at = 0;
    for (const [key, script] of scripts) {
      // Whatever was called by now is in it too, compiled.
      const data = script.createCachedData();
      index.push([key, at, data.length]);
      parts.push(data);
      at += data.length;
    }
    const body = Buffer.concat(parts);
    const sha256 = createHash('sha256').update(body).digest('base64');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(made, Buffer.concat([Buffer.from(`${JSON.stringify({ sha256, index })}\n`, 'latin1'), body]));
    renameSync(made, file);
  } catch {
    removeIfThere(made);
  }
}

/** @param {string} path */
function removeIfThere(path) {
  try {
    rmSync(path, { force: true });
  } catch {
    // Not even its folder is there.
  }
}

module.exports = { compileAsBefore };

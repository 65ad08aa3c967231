import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import loadWabt from 'wabt';

/** The bytes of `plain-record.wat`, assembled. */
export async function assemble() {
  const wabt = await loadWabt();
  const text = readFileSync(new URL('plain-record.wat', import.meta.url), 'utf8');
  const module = wabt.parseWat('plain-record.wat', text, { simd: true, threads: true, bulk_memory: true });
  return Buffer.from(module.toBinary({}).buffer);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const code = (await assemble()).toString('base64');
  const lines = code.match(/.{1,110}/g).map((line) => `  '${line}'`);
  const text = `// Assembled from wasm/plain-record.wat by \`node libs/sources/doj-bulk/wasm/build.mjs\`; a test holds it to that.\nexport const PLAIN_RECORD_MODULE =\n${lines.join(' +\n')};\n`;
  writeFileSync(new URL('../src/bytes/plain-record.generated.ts', import.meta.url), text);
}

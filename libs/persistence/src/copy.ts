import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type QueryRunner } from 'typeorm';
import { quoteName } from './names';

export type CopyValue = string | number | bigint | boolean | Uint8Array | null;

/** One row in COPY's text format: tabs between, a line feed at the end. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    if (i > 0) line += '\t';
    if (value === null) line += '\\N';
    else if (typeof value === 'string') line += NEEDS_ESCAPE.test(value) ? value.replace(ESCAPED, escapeOne) : value;
    else if (value instanceof Uint8Array) line += `\\\\x${Buffer.from(value).toString('hex')}`;
    else if (typeof value === 'boolean') line += value ? 't' : 'f';
    else line += String(value);
  }
  return `${line}\n`;
}

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPED = /[\\\t\n\r]/g;
function escapeOne(character: string): string {
  return { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }[character] ?? character;
}

/** COPY of lines made by `copyLine` into a table of the service's schema, inside the query runner's transaction. */
export async function copyInto(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
  lines: string | Uint8Array,
): Promise<void> {
  if (lines.length === 0) return;
  const client = (await runner.connect()) as ClientBase;
  const stream = client.query(copyFrom(`COPY ${quoteName(table)} (${columns.map(quoteName).join(', ')}) FROM STDIN`));
  await pipeline(Readable.from([typeof lines === 'string' ? Buffer.from(lines, 'utf8') : Buffer.from(lines)]), stream);
}

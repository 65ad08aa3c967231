import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  type LinkedFiles,
  type LinkedFilesTruth,
  type LinkedPersonTruth,
  synthesizeSync,
} from '@clearway/synthetic-county';

/** Linked files on disk, and what the plan knows of them. */
export interface MadeFiles {
  readonly stateFile: string;
  readonly extract: string;
  /** By name, as the truth names them; in this order. */
  readonly sheets: readonly string[];
  readonly folder: string;
  readonly people: readonly LinkedPersonTruth[];
  readonly files: LinkedFilesTruth;
}

/** Writes a county of about `rows` rows in the state's file, with the other sources, into a folder. */
export function makeFiles(folder: string, seed: number, rows: number): MadeFiles {
  mkdirSync(folder, { recursive: true });
  let linked: LinkedFiles | undefined;
  const sheets: string[] = [];
  const stateFile = join(folder, 'county.dat');
  const state = openSync(stateFile, 'w');
  for (const bytes of synthesizeSync({ county: 'LOS ANGELES', rows, seed, onLinked: (files) => (linked = files) })) {
    writeSync(state, bytes);
    for (const sheet of linked?.sheets() ?? []) {
      writeFileSync(join(folder, sheet.name), sheet.bytes);
      sheets.push(sheet.name);
    }
  }
  closeSync(state);
  if (!linked) throw new Error('the generator told of no linked files');
  const extract = join(folder, 'court.csv');
  writeFileSync(extract, [...linked.courtExtract()].join(''));
  const lines = [...linked.truthLines()];
  const { files } = JSON.parse(lines.pop() ?? '{}') as { files: LinkedFilesTruth };
  return {
    stateFile,
    extract,
    sheets,
    folder,
    people: lines.map((line) => JSON.parse(line) as LinkedPersonTruth),
    files,
  };
}

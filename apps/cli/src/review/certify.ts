import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Certificate,
  type Determined,
  drawSample,
  readCertificate,
  readDetermined,
  sampleWorkbook,
} from '@clearway/review';
import { CliError } from '../cli-error';
import { UnfinishedFile } from '../outputs/unfinished-file';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { writeWorkbook } from './review';

export interface SampleOptions {
  readonly sample?: number;
  readonly seed?: string;
  readonly out?: string;
}

/** Draws a sample of the determinations of some results for hand review. */
export async function certify(folders: string[], options: SampleOptions, terminal: Terminal): Promise<void> {
  const { sample: number, seed, out } = options;
  if (folders.length === 0)
    throw new CliError('usage.files', 'Name a folder of results. `clearway certify --help` tells more.');
  if (number === undefined || seed === undefined || out === undefined) {
    throw new CliError(
      'usage.certify',
      'Say how many to draw, from which seed, and where to: --sample 300 --seed 7 --out sample.xlsx.',
    );
  }
  const population: Determined[] = [];
  for (const folder of folders) {
    const names = (await readdir(folder)).filter((name) => /^Prop64_Results(?:_\d+)?\.csv$/.test(name)).sort();
    if (names.length === 0)
      throw new CliError(
        'certify.not-results',
        `${folder}: no Prop64_Results.csv stands there. Name a folder that clearway analyze wrote.`,
      );
    for (const name of names) population.push(...readDetermined(await readFile(join(folder, name), 'utf8')));
  }
  const sample = drawSample(population, number, seed);
  await writeWorkbook(out, sampleWorkbook(sample), terminal);
  const drawn = sample.strata.reduce((sum, each) => sum + each.drawn.length, 0);
  terminal.say(
    `sample       ${grouped(drawn)} of ${counted(sample.size, 'determination', 'determinations')}, ${counted(sample.strata.length, 'stratum', 'strata')} by ${sample.by.join(', ')}`,
  );
  terminal.say(`workbook     ${out}`);
  terminal.result({
    out,
    drawn,
    size: sample.size,
    strata: sample.strata.map(({ name, size, drawn: rows }) => ({ name, size, drawn: rows.length })),
  });
}

/** Reads the verdicts of a sample and states the bound. */
export async function readSample(path: string, options: { readonly out?: string }, terminal: Terminal): Promise<void> {
  const certificate = readCertificate(await readFile(path));
  for (const { name, drawn, size, disagree, cannotTell, bound } of certificate.strata) {
    terminal.say(
      `${name}: ${grouped(drawn)} of ${grouped(size)}, wrong ${grouped(disagree)}, cannot tell ${grouped(cannotTell)}, at most ${(bound * 100).toFixed(2)} %`,
    );
  }
  terminal.say('');
  terminal.say(certificate.declaration);
  if (options.out !== undefined) await writeCertificate(options.out, certificate);
  terminal.result(certificate);
}

async function writeCertificate(path: string, certificate: Certificate): Promise<void> {
  const file = await UnfinishedFile.open(path);
  await file.write(Buffer.from(`${JSON.stringify(certificate, null, 2)}\n`, 'utf8'));
  await file.finish();
}

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCourtFiles, type ReadCourtFiles } from '@clearway/outputs';
import { CourtBook, type CourtProfile, shippedCourts } from '@clearway/papers';
import { CliError } from '../cli-error';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';

/** The office's own court profiles: every YAML file of a folder, checked. Throws a CourtProfileError with every problem. */
export async function readCourts(folder: string): Promise<ReadCourtFiles> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/i.test(name)).sort();
  if (names.length === 0)
    throw new CliError(
      'courts.none',
      `${folder}: no file of court profiles (.yaml) is there. Make one with \`clearway court profiles export\`.`,
    );
  return readCourtFiles(
    await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) }))),
  );
}

/** Every courthouse with its county, where its papers go, and who confirmed that. */
export async function listProfiles(folder: string | undefined, terminal: Terminal): Promise<void> {
  const book = await bookOf(folder);
  const rows = book.all().map((profile) => ({
    id: profile.id,
    county: profile.county,
    name: profile.name,
    mode: profile.filing.mode,
    ...(profile.closed ? { successor: profile.closed.successor } : {}),
    confirmed: profile.confirmed ?? null,
  }));
  for (const { id, name, mode, successor, confirmed } of rows) {
    const how = successor === undefined ? mode : `closed, now ${successor}`;
    terminal.say(
      `${id.padEnd(36)}${how.padEnd(40)}${confirmed ? `confirmed ${confirmed.on}` : 'not confirmed'}  ${name}`,
    );
  }
  terminal.result({ courthouses: rows });
}

/** Everything that holds for a courthouse, or for a county beside its courthouses. */
export async function showProfile(id: string, folder: string | undefined, terminal: Terminal): Promise<void> {
  const profile = (await bookOf(folder)).profile(id);
  for (const line of linesOf(profile)) terminal.say(line);
  terminal.result({ profile });
}

/** Whether a folder can be given with `--courts`; throws with every problem by file and line. */
export async function checkProfiles(folder: string, terminal: Terminal): Promise<void> {
  const { texts } = await readCourts(folder);
  const book = CourtBook.of(texts);
  const notConfirmed = book.all().filter(({ confirmed }) => !confirmed).length;
  const signed = Object.keys(book.prosecutors);
  terminal.say(
    `${counted(texts.length, 'file is', 'files are')} in order. ${counted(book.all().length, 'courthouse is', 'courthouses are')} known; ${grouped(notConfirmed)} not confirmed with the court. Who signs is said for ${counted(signed.length, 'agency', 'agencies')} (prosecutors.yaml).`,
  );
  terminal.result({ files: texts.map(({ file }) => file), courthouses: book.all().length, notConfirmed, signed });
}

/** Writes the files that come with Clearway into a folder, to be corrected there; none that stands there is replaced. */
export async function exportProfiles(folder: string, terminal: Terminal): Promise<void> {
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  const taken = shippedCourts().find(({ file }) => there.has(file));
  if (taken)
    throw new CliError(
      'output.exists',
      `${join(folder, taken.file)} is there already and is not replaced. Give another folder.`,
    );
  for (const { file, text } of shippedCourts()) await writeFile(join(folder, file), text);
  terminal.say(`${counted(shippedCourts().length, 'file', 'files')}: ${folder}`);
  terminal.result({ folder, files: shippedCourts().map(({ file }) => file) });
}

async function bookOf(folder: string | undefined): Promise<CourtBook> {
  return CourtBook.of(folder === undefined ? [] : (await readCourts(folder)).texts);
}

function linesOf({
  id,
  county,
  name,
  address,
  knownAs,
  oris,
  casePrefixes,
  closed,
  note,
  source,
  confirmed,
  filing,
  sha256,
}: CourtProfile): readonly string[] {
  const papers = filing.papers.map((each) => (typeof each === 'string' ? each : `form ${each.form}`)).join(', ');
  const hidden = Object.entries(filing.public)
    .filter(([, shown]) => !shown)
    .map(([what]) => what);
  const rows: readonly (readonly [string, string])[] = [
    ['courthouse', `${id}  ${name}`],
    ['county', county],
    ['address', address.join(', ')],
    ['known as', knownAs.join('; ')],
    ['ORI', oris.join(', ')],
    ['case numbers', casePrefixes.join(', ')],
    ['closed', closed ? `${closed.on === '' ? '' : `on ${closed.on}, `}papers go to ${closed.successor}` : ''],
    [
      'papers',
      `${filing.mode}: ${papers}; order ${filing.order}; ${filing.delivery}; sorted by ${filing.sort}; separators ${filing.separators ? 'yes' : 'no'}`,
    ],
    ['copies', String(filing.copies)],
    ['limit', `${filing.megabytesPerFile} MB a file`],
    [
      'not public',
      hidden.length === 0 ? '' : `${hidden.join(', ')} (under seal: ${filing.confidential?.ground ?? ''})`,
    ],
    [
      'data file',
      filing.dataFile ? filing.dataFile.columns.map((column) => column.name).join(', ') : 'the layout of Clearway',
    ],
    ['served', filing.service.map((each) => each.name).join('; ')],
    ['confirmed', confirmed ? `by ${confirmed.by} on ${confirmed.on}` : 'no'],
    ['source', source],
    ['note', note],
    ['hash', sha256],
  ];
  return rows.filter(([, text]) => text !== '').map(([label, text]) => `${label.padEnd(14)}${text}`);
}

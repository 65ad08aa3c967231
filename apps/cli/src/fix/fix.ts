import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CorrectionEvent, type DraftUndo, printDate, readCorrections, undoneCorrections } from '@clearway/record';
import {
  importWorklist,
  madeOfRun,
  type MadeOf,
  readWorklists,
  type WorklistItem,
  worklistWorkbook,
} from '@clearway/review';
import { CliError } from '../cli-error';
import { errorCodeOf } from '../exit-codes';
import { writeWorkbook } from '../review/review';
import { counted, grouped } from '../terminal/numbers';
import { today } from '../terminal/today';
import { type Terminal } from '../terminal/terminal';
import { correctionsText, storeCorrections } from './corrections-file';

const ROWS = 'data_quality_rows.csv';

export interface FixExportOptions {
  readonly kind?: string;
  readonly all?: boolean;
  readonly out: string;
}

/** Writes the worklist of one kind of defect, or of every kind that the run has. */
export async function exportWorklists(results: string, options: FixExportOptions, terminal: Terminal): Promise<void> {
  const { kind, all, out } = options;
  if ((kind === undefined) === (all !== true)) {
    throw new CliError('usage.fix', 'Say --kind with the kind of defect, or --all for a worklist of each.');
  }
  const path = (await stat(results)).isDirectory() ? join(results, ROWS) : results;
  const lists = readWorklists(await readFile(path, 'utf8'));
  const madeOf = await madeOfResults(dirname(path));
  if (!madeOf)
    terminal.warn(
      `${dirname(path)} has no run.json, so the worklist does not say which files it was made of. Name the whole folder of results, and it is not read back for other files.`,
    );
  if (kind !== undefined) {
    const items = lists.get(kind);
    if (!items) throw noSuchKind(kind, [...lists.keys()]);
    await writeWorkbook(out, worklistWorkbook(kind, items, madeOf ?? []), terminal);
    say(kind, items, out, terminal);
    terminal.result({ worklists: [{ kind, rows: items.length, out }] });
    return;
  }
  await mkdir(out, { recursive: true, mode: 0o700 });
  const written = [];
  for (const [each, items] of [...lists].sort(([, a], [, b]) => helped(b) - helped(a) || b.length - a.length)) {
    const file = join(out, `${each}.xlsx`);
    await writeWorkbook(file, worklistWorkbook(each, items, madeOf ?? []), terminal);
    say(each, items, file, terminal);
    written.push({ kind: each, rows: items.length, out: file });
  }
  if (written.length === 0) terminal.say('The record has no defects: there is nothing to find.');
  terminal.result({ worklists: written });
}

/** Inputs of the run whose results stand in a folder; undefined where its run.json is not there. */
async function madeOfResults(folder: string): Promise<readonly MadeOf[] | undefined> {
  const text = await readFile(join(folder, 'run.json'), 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : madeOfRun(text);
}

function helped(items: readonly WorklistItem[]): number {
  return new Set(items.flatMap(({ person, kept }) => kept.map((key) => `${person} ${key}`))).size;
}

function say(kind: string, items: readonly WorklistItem[], out: string, terminal: Terminal): void {
  terminal.say(
    `${kind}: ${counted(items.length, 'value to find', 'values to find')}, ${counted(helped(items), 'conviction', 'convictions')} helped, ${out}`,
  );
}

function noSuchKind(kind: string, kinds: readonly string[]): CliError {
  const known = kinds.length === 0 ? 'The run has no defects at all.' : `The run has: ${[...kinds].sort().join(', ')}.`;
  return new CliError('usage.fix', `The run has no defect of the kind ${JSON.stringify(kind)}. ${known}`);
}

export interface FixImportOptions {
  readonly corrections: string;
  /** Folder of results of the run that the worklist is for. */
  readonly results?: string;
  readonly partial?: boolean;
}

/** Reads a worklist back and appends what was found. */
export async function importCorrections(path: string, options: FixImportOptions, terminal: Terminal): Promise<void> {
  const { results } = options;
  const run = results === undefined ? undefined : await madeOfResults(results);
  if (results !== undefined && !run)
    throw new CliError(
      'usage.fix',
      `${results}: no run.json stands there. Name the folder of results of the run that the worklist is for.`,
    );
  const { drafts, problems, madeOf } = importWorklist(await readFile(path), {
    partial: options.partial === true,
    today: today(),
    ...(run ? { inputs: run.map(({ sha256 }) => sha256) } : {}),
  });
  if (!madeOf)
    terminal.warn(
      'The worklist does not say which files it was made of, as those of older versions. Values of other files come to nothing: corrections.csv of the next run says no-such-place. Where you are not sure, export it again.',
    );
  else if (!run)
    terminal.warn(
      `The worklist was made of ${madeOf.map(({ name }) => name).join(', ')}, and nobody checked that your run has the same. --results FOLDER with the results of the run does.`,
    );
  for (const { sheet, cell, cure } of problems) terminal.warn(`left out: sheet "${sheet}", cell ${cell}: ${cure}`);
  const { events, known } = await storeCorrections(options.corrections, drafts);
  terminal.say(`corrections  ${grouped(events.length)} recorded, ${grouped(known)} known already`);
  terminal.say(`file         ${options.corrections}`);
  if (events.length > 0) terminal.say('Run clearway analyze again with --corrections to decide with them.');
  terminal.result({
    corrections: options.corrections,
    recorded: events.length,
    known,
    leftOut: problems.length,
  });
}

/** Says what stands in a corrections file, without names. */
export async function listCorrections(
  { corrections }: { readonly corrections: string },
  terminal: Terminal,
): Promise<void> {
  const events = readCorrections(await correctionsText(corrections));
  const undone = undoneCorrections(events);
  for (const each of events) {
    const state = undone.has(each.id) ? ' (undone)' : '';
    terminal.say(`${each.id}  ${printDate(each.on)}  ${each.by}  ${wordsOf(each)}${state}`);
  }
  if (events.length === 0) terminal.say('No correction is recorded there.');
  terminal.result({ corrections: events.map((each) => ({ ...each, undone: undone.has(each.id) })) });
}

function wordsOf({ event }: CorrectionEvent): string {
  if (event.what === 'undo') return `undo of ${event.of}: ${event.reason}`;
  const { person, key, field, was, value } = event;
  return `${field}  ${key === '' ? person : `${person} ${key}`}  ${was || 'nothing'} -> ${value}`;
}

export interface FixUndoOptions {
  readonly corrections: string;
  readonly reason: string;
}

/** Takes corrections back, by their ids: an event like the others. */
export async function undoCorrections(ids: string[], options: FixUndoOptions, terminal: Terminal): Promise<void> {
  const known = new Set(readCorrections(await correctionsText(options.corrections)).map(({ id }) => id));
  const drafts = ids.map((of): DraftUndo => {
    if (known.has(of)) return { of, reason: options.reason };
    throw new CliError('usage.undo', 'No correction has this id. `clearway fix list --corrections FILE` shows them.');
  });
  const recorded = await storeCorrections(options.corrections, drafts);
  terminal.say(`undone       ${grouped(recorded.events.length)}, ${grouped(recorded.known)} undone before`);
  terminal.result({ undone: recorded.events.length, known: recorded.known });
}

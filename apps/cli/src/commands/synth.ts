import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { KINDS, synthesizeSync, type SynthesisOptions, type TrueFile } from '@clearway/synthetic-county';
import { type Command, Option } from 'commander';
import { InterruptedError } from '../cli-error';
import { UnfinishedFile } from '../outputs/unfinished-file';
import { counted, bytesText } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { LinkedOutputs } from './synth-linked';
import { calendarDay, list, share, wholeNumber } from './options';

interface SynthOptions {
  readonly county: string;
  readonly rows: number;
  readonly seed: number;
  readonly out: string;
  readonly kinds?: string[];
  readonly scatter: number;
  readonly crlf?: boolean;
  readonly header: boolean;
  readonly extraComma?: boolean;
  readonly bom?: boolean;
  readonly asOf: string;
  readonly truth: boolean;
  readonly courtExtract?: string;
  readonly rapSheets?: string;
  readonly doneList?: string;
  readonly replace?: boolean;
}

export function addSynth(program: Command, terminal: () => Terminal): void {
  program
    .command('synth')
    .summary('make a synthetic county file and the truth about it')
    .description('Makes a county file in the state\'s format in which every person is invented, and beside it FILE.truth.jsonl: one line a person, written by the plan that made them. The same options and seed give the same bytes.')
    .requiredOption('--county <name>', 'one of California\'s 58, such as FRESNO')
    .requiredOption('--rows <number>', 'rows wanted; whole people are made, so there are a few more', wholeNumber(1, 100_000_000))
    .requiredOption('--seed <number>', 'any whole number', wholeNumber(0, 4_294_967_295))
    .requiredOption('--out <file>', 'where to write; .gz compresses')
    .option('--kinds <names>', 'only these kinds of rows, separated by commas; "none" for ordinary records (default: all)', list)
    .option('--scatter <share>', 'share of the people whose rows are scattered; 1 shuffles every row', share, 0)
    .option('--as-of <date>', 'day on which the state drew the file', calendarDay, '2020-07-01')
    .option('--crlf', 'end lines with CR LF')
    .option('--bom', 'begin with a byte order mark')
    .addOption(new Option('--extra-comma', 'one comma too many in the header, as some files have').conflicts('header'))
    .option('--no-header', 'write no header')
    .option('--no-truth', 'write no truth file')
    .option('--court-extract <file>', 'also the county\'s own court system (generic profile): people and convictions of this and the state\'s file overlap, names and birth dates have the errors of clerks')
    .option('--rap-sheets <folder>', 'also RAP sheets of some of the people, as text and as PDF')
    .option('--done-list <file>', 'also what a court granted, in the columns of the profile court-grants')
    .option('--replace', 'also where files of these names are there already')
    .addHelpText('after', `\nKinds:\n${KINDS.map((kind) => `  ${kind.name.padEnd(24)} ${kind.says}`).join('\n')}\n\nExamples:\n  clearway synth --county "LOS ANGELES" --rows 100000 --seed 7 --out county.csv\n  clearway synth --county FRESNO --rows 5000 --seed 1 --out f.csv --kinds deceased,attempt,too-few-fields\n  clearway synth --county FRESNO --rows 1000000 --seed 1 --out f.csv.gz --scatter 0.01\n  clearway synth --county FRESNO --rows 50000 --seed 1 --out f.csv --court-extract court.csv --rap-sheets sheets --done-list granted.csv`)
    .action((options: SynthOptions) => synth(options, terminal()));
}

async function synth(options: SynthOptions, terminal: Terminal): Promise<void> {
  const out = resolve(options.out);
  await mkdir(dirname(out), { recursive: true });
  const made = [out, `${out}.truth.jsonl`, `${out}.linked.jsonl`];
  for (const path of made) await UnfinishedFile.clear(path);
  const beside = [options.courtExtract, options.doneList].filter((path) => path !== undefined).map((path) => resolve(path));
  if (options.replace !== true) UnfinishedFile.assertFree([...(options.truth ? made : [out]), ...beside]);
  const county = await UnfinishedFile.open(out);
  const truth = options.truth ? await UnfinishedFile.open(`${out}.truth.jsonl`) : undefined;
  const linked = await LinkedOutputs.open(out, options);
  let rows = 0;
  let file: TrueFile | undefined;
  try {
    const settings: SynthesisOptions = {
      county: options.county,
      rows: options.rows,
      seed: options.seed,
      scatter: options.scatter,
      asOf: options.asOf,
      newline: options.crlf ? 'crlf' : 'lf',
      header: options.header ? (options.extraComma ? 'extra-comma' : 'plain') : 'none',
      bom: options.bom === true,
      workDir: dirname(out),
      ...(options.kinds ? { kinds: options.kinds } : {}),
      ...(linked ? { onLinked: (files) => linked.take(files) } : {}),
      onTruth: (person) => {
        rows += person.rows;
        truth?.hold(`${JSON.stringify(person)}\n`);
      },
      onFile: (told) => (file = told),
    };
    for (const bytes of synthesizeSync(settings)) {
      if (terminal.signal.aborted) throw new InterruptedError();
      await county.write(bytes);
      await truth?.flush();
      await linked?.writeSheets();
      terminal.progress.update({ stage: 'writing', done: rows, total: options.rows, count: rows });
    }
    truth?.hold(`${JSON.stringify({ file })}\n`);
    await county.finish();
    await truth?.finish();
    await linked?.finish();
  } catch (error) {
    await county.discard();
    await truth?.discard();
    await linked?.discard();
    throw error;
  }
  const told = file as TrueFile;
  terminal.say(`${options.out}: ${counted(told.rows, 'row', 'rows')}, ${counted(told.people, 'person', 'people')}, ${bytesText(county.bytes)}; ${counted(told.rejected, 'row is', 'rows are')} broken on purpose.`);
  if (truth) terminal.say(`${options.out}.truth.jsonl: what the plan of each person knows.`);
  if (linked) terminal.say(linked.words());
  terminal.result({ file: options.out, bytes: county.bytes, ...told, ...(linked ? { linked: linked.told() } : {}) });
}

import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Command, Option } from 'commander';
import { DEFAULT_OFFICE } from '../commands/default-office';
import { CliError } from '../cli-error';
import { noteResults } from '../outputs/results-of-runs';
import { UnfinishedFolder } from '../outputs/unfinished-folder';
import { mappingTexts } from '../sources/source-inputs';
import { bytesText, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { stageProgress, type LiveProgress } from './stage-progress';
import { GatewayClient, type RunView, type SourceOfRun, type UploadKind } from './gateway-client';

export interface ServiceOptions {
  /** Left out: the gateway that `npm start` runs in this folder, and no other. */
  readonly url?: string;
  readonly office: string;
}

/** Where the services are and whose data it is. */
export function reach(command: Command): Command {
  return command
    .addOption(new Option('--url <address>', 'address of the gateway (default: the one that `npm start` runs in this folder)').env('CLEARWAY_URL'))
    .addOption(new Option('--office <name>', 'prosecuting office whose data this is: a-z, 0-9 and -').env('CLEARWAY_OFFICE').default(DEFAULT_OFFICE));
}

/** Personal data goes to the gateway of this folder or to one that was named; never to whatever has a well-known port. */
export async function clientOf({ url: named, office }: ServiceOptions, terminal: Terminal): Promise<GatewayClient> {
  if (named !== undefined && !URL.canParse(named)) throw new CliError('usage.url', '--url takes an address such as http://127.0.0.1:4180.');
  const url = named ?? (await terminal.installation?.gateway());
  if (url === undefined) throw new CliError('services.none-here', 'No gateway of this folder is running. Start it with `npm start` here; for one that runs elsewhere give its address with --url or CLEARWAY_URL.');
  return new GatewayClient(url, office, terminal.signal, (line) => terminal.warn(line));
}

/** Sends a file; `source` is told apart by its content. */
export async function send(client: GatewayClient, path: string, kind: UploadKind, terminal: Terminal): Promise<{ sha256: string }> {
  const entry = await stat(path);
  if (!entry.isFile()) throw new CliError('input.not-a-file', `${path}: this is not a file. Name the files themselves.`);
  return client.upload(path, kind, (done, total) => terminal.progress.update({ stage: 'uploading', done, total, count: Math.round(done / 1e6), unit: 'MB' }));
}

/** Sends files of any kind, and lists of what already happened, with the mappings that are named for them. */
export async function sendSources(
  client: GatewayClient,
  { files, done }: { readonly files: readonly string[]; readonly done: readonly string[] },
  mappings: readonly string[],
  terminal: Terminal,
): Promise<{ readonly files: SourceOfRun[]; readonly done: SourceOfRun[] }> {
  const texts = await mappingTexts([...files, ...done], mappings);
  const sent = async (path: string, kind: UploadKind): Promise<SourceOfRun> => {
    const text = texts.get(path);
    const { sha256 } = await send(client, path, kind, terminal);
    return { name: basename(path), sha256, ...(text === undefined ? {} : { mapping: { text } }) };
  };
  const inputs: { files: SourceOfRun[]; done: SourceOfRun[] } = { files: [], done: [] };
  for (const path of files) inputs.files.push(await sent(path, 'source'));
  for (const path of done) inputs.done.push(await sent(path, 'done-list'));
  return inputs;
}

/** Follows a run to the end of its revision, and downloads what it made. */
export async function followToEnd(client: GatewayClient, id: string, out: string | undefined, terminal: Terminal, endAtStall = false): Promise<void> {
  let state = 'received';
  let counts: Record<string, number> = {};
  let live: LiveProgress | undefined;
  for await (const event of client.follow(id)) {
    if (event.type === 'state') state = String(event.data['state']);
    // Another revision begins: what the one before counted is over.
    if (event.type === 'state' && state === 'received') counts = {};
    if (event.type === 'progress') counts = { ...counts, ...(event.data['counts'] as Record<string, number>) };
    if (event.type === 'stalled') {
      const waits = `The stage "${String(event.data['stage'])}" waits for a person: one of its messages cannot be worked on (${String(event.data['code'])}). It lies with the dead letters of ${String(event.data['service'])}.`;
      if (endAtStall) throw new CliError('services.stalled', waits);
      terminal.warn(waits);
    }
    if (event.type === 'live') live = event.data as unknown as LiveProgress;
    terminal.progress.update(stageProgress(state, counts, live));
  }
  terminal.progress.finishLine();
  const run = await client.run(id);
  const problem = endedBadly(run);
  if (problem) throw problem;
  const bytes = out ? await downloadAll(client, id, out, terminal) : undefined;
  printRun(run, terminal);
  if (bytes !== undefined) terminal.say(`files: ${out} (${bytesText(bytes)})`);
  terminal.result({ run, ...(out ? { out } : {}) });
}

/** Undefined of what is done. What is wrong with an input is wrong here as it is for `clearway analyze`: the same code, the same exit code. */
function endedBadly(run: RunView): CliError | undefined {
  const { id, lastAttempt } = run;
  const { state, failure } = lastAttempt ?? run;
  if (state === 'done') return undefined;
  const code = failure && /^(?:state-file|source|county|contacts|policy|facts|decisions|corrections)\./.test(failure.code) ? failure.code : `services.run-${state}`;
  if (lastAttempt === null || lastAttempt === undefined) return new CliError(code, `The run ${id} did not end well${failure ? `: ${failure.message}` : state === 'cancelled' ? '.' : `; it is ${state}.`}`);
  const asItWas = `The run ${id} is as it was: done, at revision ${run.revision}.`;
  if (!failure) return new CliError(code, `Revision ${lastAttempt.revision} was cancelled. ${asItWas}`);
  const refused = lastAttempt.reason === 'files-added' && failure.kind === 'refused' ? 'What was added was refused' : `Revision ${lastAttempt.revision} failed`;
  return new CliError(code, `${refused}: ${failure.message} ${asItWas}`);
}

async function downloadAll(client: GatewayClient, id: string, out: string, terminal: Terminal): Promise<number> {
  const outputs = await client.outputs(id);
  const total = outputs.reduce((sum, one) => sum + one.bytes, 0);
  const folder = await UnfinishedFolder.open(out);
  let done = 0;
  try {
    for (const output of outputs) {
      if (output.name.split('/').some((part) => part === '' || part === '.' || part === '..' || part.includes('\\'))) throw new CliError('services.output-name', 'The gateway names an output outside of its folder; nothing was written.');
      const path = join(folder.path, output.name);
      await mkdir(dirname(path), { recursive: true });
      await client.download(id, output, path);
      done += output.bytes;
      terminal.progress.update({ stage: 'downloading', done, total, count: Math.round(done / 1e6), unit: 'MB' });
    }
    const { installation } = terminal;
    if (installation) await noteResults(installation.home, id, out);
    await folder.publish(outputs.map((one) => one.name));
    if (installation) await noteResults(installation.home, id, out, 'alone');
  } catch (error) {
    await folder.discard();
    throw error;
  }
  return total;
}

function printRun(run: RunView, terminal: Terminal): void {
  const { counts } = run;
  const line = (label: string, names: readonly (readonly [string, string])[]): void => {
    const parts = names.filter(([name]) => counts[name] !== undefined).map(([name, words]) => `${grouped(counts[name] ?? 0)} ${words}`);
    if (parts.length > 0) terminal.say(`${label.padEnd(13)}${parts.join(', ')}`);
  };
  line('rows', [['rowsRead', 'read'], ['rowsUsed', 'used'], ['rowsRejected', 'rejected']]);
  line('people', [['personsDecided', 'decided'], ['personsCarried', 'of them as the revision before decided them'], ['papers.peopleJoined', 'joined from several records'], ['papers.peopleWithRelief', 'with relief'], ['papers.peopleInReview', 'with an open question']]);
  line('convictions', [['convictionsDecided', 'decided'], ...Object.keys(counts).filter((name) => name.startsWith('outcome.')).sort().map((name) => [name, name.slice('outcome.'.length)] as const)]);
  line('changes', [['determinationsChanged', 'determinations changed (changed_determinations.csv)']]);
  if (run.papers !== 'none') line('papers', [['papers.released', 'packets released'], ['papers.withheld', 'withheld'], ['papers.cannotFile', 'convictions cannot be filed']]);
  line('cases', [['papers.challenged', 'challenged'], ['papers.factsUsed', 'rows of facts used'], ['papers.factsUnused', 'unused'], ['papers.decisionsApplied', 'decisions applied'], ['papers.decisionsStale', 'stale']]);
  if (run.letters) line('letters', [['letters.letters', 'people'], ['letters.withoutAddress', 'without an address'], ['letters.deceasedLeftOut', 'left out because they died'], ['letters.heldBack', 'held back (letters_held.csv)']]);
}


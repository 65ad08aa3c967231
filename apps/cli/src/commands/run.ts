import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Command, Option } from 'commander';
import { CliError } from '../cli-error';
import { GatewayClient, type RunRequest, type RunView, type UploadKind } from '../gateway/gateway-client';
import { UnfinishedFolder } from '../outputs/unfinished-folder';
import { bytesText, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { calendarDay, severalFiles, wholeNumber } from './options';

interface ServiceOptions {
  readonly url: string;
  readonly office: string;
}

interface RunOptions extends ServiceOptions {
  readonly county: string;
  readonly policy: string;
  readonly asOf: string;
  readonly out?: string;
  readonly papers?: 'none' | 'court' | 'bulk' | 'per-case';
  readonly courts?: string;
  readonly templates?: string;
  readonly papersOfAReplay?: boolean;
  readonly letters: boolean;
  readonly contacts?: string;
  readonly facts?: readonly string[];
  readonly decisions?: string;
  readonly withIdentityNumbers?: boolean;
  readonly endAtStall?: boolean;
}

const DEFAULT_URL = 'http://127.0.0.1:4180';

export function addRun(program: Command, terminal: () => Terminal): void {
  const run = program
    .command('run')
    .summary('send files through the services, and look after runs')
    .description('Sends files through the services that `npm start` runs: uploads them, follows the run and downloads what it made. Ctrl-C stops following; the run goes on.')
    .argument('[files...]', 'files of the state: .dat, .csv or .gz; several are one population')
    .option('--county <name>', 'county whose convictions are decided, as the file writes it')
    .option('--policy <name|file>', 'a preset, a policy file, or the earlier desktop tool\'s eligibilityConfig.json', 'california-statute')
    .option('--as-of <date>', 'day on which everything is decided, YYYY-MM-DD', calendarDay)
    .option('--out <folder>', 'where to put the results; without it they stay with the services')
    .addOption(new Option('--papers <how>', 'papers for the court (default: bulk for a policy for filing, none for a replay)').choices(['none', 'court', 'bulk', 'per-case']))
    .option('--courts <folder>', 'the office\'s own court profiles (`clearway court profiles`)')
    .option('--templates <folder>', 'words of papers of your own (clearway papers templates export)')
    .option('--papers-of-a-replay', 'draw papers although the policy is a replay, which is for comparing')
    .option('--no-letters', 'write no mail-merge files')
    .option('--contacts <file>', 'CSV with addresses, keyed by CII or SUBJECT_ID')
    .option('--facts <file>', 'CSV of what is known of cases: on the list of 2019, challenged, granted, destroyed; may be given several times', severalFiles)
    .option('--decisions <file|office|none>', 'decisions of attorneys: a file of clearway review, or what the office has recorded with the services (default under a policy for filing)')
    .option('--end-at-stall', 'end with an error when a stage waits for a person; without it the run is followed until somebody helped it on')
    .option('--with-identity-numbers', 'keep SSN and license numbers in the full state columns')
    .addHelpText('after', '\nExamples:\n  clearway run county.dat --county FRESNO --as-of 2026-11-23 --out results/\n  clearway run list\n  clearway run follow RUN\n  clearway run purge RUN --yes');
  reach(run).action((files: string[], _options: unknown, command: Command) => sendThrough(files, command.opts<RunOptions>(), terminal()));
  reach(run.command('list').description('Lists runs, newest first.').option('--limit <number>', 'how many', wholeNumber(1, 500), 20)).action((_o: unknown, command: Command) => listRuns(command.optsWithGlobals<ServiceOptions & { limit: number }>(), terminal()));
  reach(run.command('follow').argument('<run>', 'its id').description('Follows a run to its end.').option('--out <folder>', 'where to put the results')).action((id: string, _o: unknown, command: Command) => {
    const options = command.optsWithGlobals<ServiceOptions & { out?: string }>();
    return followToEnd(clientOf(options, terminal()), id, options.out, terminal());
  });
  reach(run.command('cancel').argument('<run>', 'its id').description('Cancels a run.')).action(async (id: string, _o: unknown, command: Command) => {
    await clientOf(command.optsWithGlobals<ServiceOptions>(), terminal()).cancel(id);
    terminal().say(`${id}: cancelled.`);
    terminal().result({ run: id, cancelled: true });
  });
  reach(run.command('purge').argument('<run>', 'its id').description('Destroys the personal data of a run for good; hashes and counts stay.').option('--yes', 'do it without asking again')).action((id: string, _o: unknown, command: Command) => purgeRun(id, command.optsWithGlobals<ServiceOptions & { yes?: boolean }>(), terminal()));
}

/** Where the services are and whose data it is. */
function reach(command: Command): Command {
  return command
    .addOption(new Option('--url <address>', 'address of the gateway').env('CLEARWAY_URL').default(DEFAULT_URL))
    .addOption(new Option('--office <name>', 'prosecuting office whose data this is: a-z, 0-9 and -').env('CLEARWAY_OFFICE').default('district-attorney'));
}

function clientOf({ url, office }: ServiceOptions, terminal: Terminal): GatewayClient {
  if (!URL.canParse(url)) throw new CliError('usage.url', '--url takes an address such as http://127.0.0.1:4180.');
  return new GatewayClient(url, office, terminal.signal);
}

async function sendThrough(files: string[], options: RunOptions, terminal: Terminal): Promise<void> {
  if (files.length === 0) throw new CliError('usage.files', 'Name at least one file, or a command: list, follow, cancel, purge. `clearway run --help` tells more.');
  if (!options.county) throw new CliError('usage.county', 'Say which county: --county "FRESNO".');
  if (!options.asOf) throw new CliError('usage.as-of', 'Say on which day everything is decided: --as-of YYYY-MM-DD.');
  const client = clientOf(options, terminal);
  // Checked before anything is sent: an error then names the file and the line.
  const { papersUnder, readPolicy } = await import('../policy/read-policy.js');
  const policy = await readPolicy(options.policy);
  const papersOfAReplay = options.papersOfAReplay === true;
  const papers = papersUnder(policy, options.papers, papersOfAReplay) ?? (policy.kind === 'filing' || papersOfAReplay ? 'bulk' : 'none');
  const courts = options.courts === undefined ? [] : (await (await import('../court/court-profiles.js')).readCourts(options.courts)).texts;
  const templates = options.templates === undefined ? [] : await (await import('../papers/read-templates.js')).readTemplates(options.templates);
  const inputs: { readonly name: string; readonly sha256: string }[] = [];
  for (const path of files) inputs.push({ name: basename(path), ...(await send(client, path, 'state-file', terminal)) });
  const twice = inputs.find(({ sha256 }, index) => inputs.findIndex((each) => each.sha256 === sha256) < index);
  if (twice) throw new CliError('state-file.twice', `${twice.name} is the same file as one before it, and would count twice. Name each file once.`);
  const contacts = options.contacts ? await send(client, options.contacts, 'contacts', terminal) : undefined;
  const facts = [];
  for (const path of options.facts ?? []) facts.push({ name: basename(path), sha256: (await send(client, path, 'facts', terminal)).sha256 });
  const { decisions } = options;
  const recorded = decisions === undefined || decisions === 'office' || decisions === 'none' ? decisions : (await send(client, decisions, 'decisions', terminal)).sha256;
  const request: RunRequest = {
    files: inputs.map(({ name, sha256 }) => ({ name, sha256 })),
    county: options.county,
    policy: existsSync(options.policy) ? { text: await readFile(options.policy, 'utf8') } : { name: options.policy },
    asOf: options.asOf,
    papers,
    papersOfAReplay,
    ...(courts.length > 0 ? { courts: courts.map(({ file, text }) => ({ name: file, text })) } : {}),
    ...(templates.length > 0 ? { templates } : {}),
    letters: options.letters,
    ...(contacts ? { contacts: contacts.sha256 } : {}),
    ...(facts.length > 0 ? { facts } : {}),
    ...(recorded === undefined ? {} : { decisions: recorded }),
    withIdentityNumbers: options.withIdentityNumbers === true,
  };
  const { id } = await client.createRun(request, randomUUID());
  terminal.say(`run ${id}`);
  await followToEnd(client, id, options.out, terminal, options.endAtStall);
}

async function send(client: GatewayClient, path: string, kind: UploadKind, terminal: Terminal): Promise<{ sha256: string }> {
  const entry = await stat(path);
  if (!entry.isFile()) throw new CliError('input.not-a-file', `${path}: this is not a file. Name the files themselves.`);
  return client.upload(path, kind, (done, total) => terminal.progress.update({ stage: 'uploading', done, total, count: Math.round(done / 1e6), unit: 'MB' }));
}

async function followToEnd(client: GatewayClient, id: string, out: string | undefined, terminal: Terminal, endAtStall = false): Promise<void> {
  let state = 'received';
  let counts: Record<string, number> = {};
  for await (const event of client.follow(id)) {
    if (event.type === 'state') state = String(event.data['state']);
    if (event.type === 'progress') counts = { ...counts, ...(event.data['counts'] as Record<string, number>) };
    if (event.type === 'stalled') {
      const waits = `The stage "${String(event.data['stage'])}" waits for a person: one of its messages cannot be worked on (${String(event.data['code'])}). It lies with the dead letters of ${String(event.data['service'])}.`;
      if (endAtStall) throw new CliError('services.stalled', waits);
      terminal.warn(waits);
    }
    terminal.progress.update({ stage: state, done: counts['personsDecided'] ?? 0, total: counts['persons'] ?? 0, count: counts['convictionsDecided'] ?? 0, unit: 'convictions' });
  }
  terminal.progress.finishLine();
  const run = await client.run(id);
  if (run.state !== 'done') {
    const why = run.failure ? `: ${run.failure.message}` : run.state === 'cancelled' ? '.' : `; it is ${run.state}.`;
    // What is wrong with an input is wrong here as it is for `clearway analyze`: the same code, the same exit code.
    const code = run.failure && /^(?:state-file|county|contacts|policy|facts|decisions)\./.test(run.failure.code) ? run.failure.code : `services.run-${run.state}`;
    throw new CliError(code, `The run ${id} did not end well${why}`);
  }
  const bytes = out ? await downloadAll(client, id, out, terminal) : undefined;
  printRun(run, terminal);
  if (bytes !== undefined) terminal.say(`files: ${out} (${bytesText(bytes)})`);
  terminal.result({ run, ...(out ? { out } : {}) });
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
    await folder.publish(outputs.map((one) => one.name));
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
  line('people', [['personsDecided', 'decided'], ['papers.peopleWithRelief', 'with relief'], ['papers.peopleInReview', 'with an open question']]);
  line('convictions', [['convictionsDecided', 'decided'], ...Object.keys(counts).filter((name) => name.startsWith('outcome.')).sort().map((name) => [name, name.slice('outcome.'.length)] as const)]);
  if (run.papers !== 'none') line('papers', [['papers.released', 'packets released'], ['papers.withheld', 'withheld'], ['papers.cannotFile', 'convictions cannot be filed']]);
  line('cases', [['papers.challenged', 'challenged'], ['papers.factsUsed', 'rows of facts used'], ['papers.factsUnused', 'unused'], ['papers.decisionsApplied', 'decisions applied'], ['papers.decisionsStale', 'stale']]);
  if (run.letters) line('letters', [['letters.letters', 'people'], ['letters.withoutAddress', 'without an address'], ['letters.deceasedLeftOut', 'left out because they died']]);
}

async function listRuns(options: ServiceOptions & { limit: number }, terminal: Terminal): Promise<void> {
  const runs = await clientOf(options, terminal).runs(options.limit);
  for (const run of runs) terminal.say([run.id, (run.purgedAt ? 'purged' : run.state).padEnd(10), run.createdAt.slice(0, 19).replace('T', ' '), run.county, run.policy.name, `as of ${run.asOf}`].join('  '));
  if (runs.length === 0) terminal.say('No runs yet.');
  terminal.result({ runs });
}

async function purgeRun(id: string, options: ServiceOptions & { yes?: boolean }, terminal: Terminal): Promise<void> {
  if (!options.yes) throw new CliError('usage.purge', `This destroys the personal data of run ${id} for good: results, papers, letters, histories. Say it again with --yes.`);
  await clientOf(options, terminal).purge(id);
  terminal.say(`${id}: its personal data is destroyed; hashes and counts stay.`);
  terminal.result({ run: id, purged: true });
}

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { CliError } from '../cli-error';
import { type RunRequest } from '../gateway/gateway-client';
import { clientOf, followToEnd, reach, send, sendSources, type ServiceOptions } from '../gateway/run-to-end';
import { removeResults } from '../outputs/results-of-runs';
import { type Terminal } from '../terminal/terminal';
import { calendarDay, severalFiles, wholeNumber } from './options';
import { addRunAdd } from './run-add';

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
  readonly mapping?: readonly string[];
  readonly facts?: readonly string[];
  readonly done?: readonly string[];
  readonly decisions?: string;
  readonly corrections?: string;
  readonly withIdentityNumbers?: boolean;
  readonly endAtStall?: boolean;
}

export function addRun(program: Command, terminal: () => Terminal): void {
  const run = program
    .command('run')
    .summary('send files through the services, and look after runs')
    .description('Sends files through the services that `npm start` runs: uploads them, follows the run and downloads what it made. Ctrl-C stops following; the run goes on.')
    .argument('[files...]', 'files of the state, exports of courts\' case systems, RAP sheets; several are one population')
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
    .option('--mapping <file=mapping>', 'how a court\'s export is read: a mapping that comes with Clearway, or a file (`clearway sources guess`); for each export that is not understood by itself', severalFiles)
    .option('--facts <file>', 'CSV of what is known of cases: on the list of 2019, challenged, granted, destroyed; may be given several times', severalFiles)
    .option('--done <file>', 'list of what already happened, as for clearway analyze; may be given several times', severalFiles)
    .option('--corrections <file|office|none>', 'values of the record that were found elsewhere: a file of clearway fix, or what the office has recorded with the services (default under a policy for filing)')
    .option('--decisions <file|office|none>', 'decisions of attorneys: a file of clearway review, or what the office has recorded with the services (default under a policy for filing)')
    .option('--end-at-stall', 'end with an error when a stage waits for a person; without it the run is followed until somebody helped it on')
    .option('--with-identity-numbers', 'keep SSN and license numbers in the full state columns')
    .addHelpText('after', '\nExamples:\n  clearway run county.dat --county FRESNO --as-of 2026-11-23 --out results/\n  clearway run add RUN court.csv --out results-2/\n  clearway run list\n  clearway run follow RUN\n  clearway run purge RUN --yes');
  reach(run).action((files: string[], _options: unknown, command: Command) => sendThrough(files, command.opts<RunOptions>(), terminal()));
  reach(run.command('list').description('Lists runs, newest first.').option('--limit <number>', 'how many', wholeNumber(1, 500), 20)).action((_o: unknown, command: Command) => listRuns(command.optsWithGlobals<ServiceOptions & { limit: number }>(), terminal()));
  reach(run.command('follow').argument('<run>', 'its id').description('Follows a run to its end.').option('--out <folder>', 'where to put the results')).action(async (id: string, _o: unknown, command: Command) => {
    const options = command.optsWithGlobals<ServiceOptions & { out?: string }>();
    return followToEnd(await clientOf(options, terminal()), id, options.out, terminal());
  });
  addRunAdd(run, terminal);
  reach(run.command('cancel').argument('<run>', 'its id').description('Cancels a run.')).action(async (id: string, _o: unknown, command: Command) => {
    await (await clientOf(command.optsWithGlobals<ServiceOptions>(), terminal())).cancel(id);
    terminal().say(`${id}: cancelled.`);
    terminal().result({ run: id, cancelled: true });
  });
  reach(run.command('purge').argument('<run>', 'its id').description('Destroys the personal data of a run for good; hashes and counts stay.').option('--yes', 'do it without asking again')).action((id: string, _o: unknown, command: Command) => purgeRun(id, command.optsWithGlobals<ServiceOptions & { yes?: boolean }>(), terminal()));
}

async function sendThrough(files: string[], options: RunOptions, terminal: Terminal): Promise<void> {
  if (files.length === 0) throw new CliError('usage.files', 'Name at least one file, or a command: add, list, follow, cancel, purge. `clearway run --help` tells more.');
  if (!options.county) throw new CliError('usage.county', 'Say which county: --county "FRESNO".');
  if (!options.asOf) throw new CliError('usage.as-of', 'Say on which day everything is decided: --as-of YYYY-MM-DD.');
  const client = await clientOf(options, terminal);
  // Checked before anything is sent: an error then names the file and the line.
  const { papersUnder, readPolicy } = await import('../policy/read-policy.js');
  const policy = await readPolicy(options.policy);
  const papersOfAReplay = options.papersOfAReplay === true;
  const papers = papersUnder(policy, options.papers, papersOfAReplay) ?? (policy.kind === 'filing' || papersOfAReplay ? 'bulk' : 'none');
  const courts = options.courts === undefined ? [] : (await (await import('../court/court-profiles.js')).readCourts(options.courts)).texts;
  const templates = options.templates === undefined ? [] : await (await import('../papers/read-templates.js')).readTemplates(options.templates);
  const { files: inputs, done } = await sendSources(client, { files, done: options.done ?? [] }, options.mapping ?? [], terminal);
  const twice = inputs.find(({ sha256 }, index) => inputs.findIndex((each) => each.sha256 === sha256) < index);
  if (twice) throw new CliError('state-file.twice', `${twice.name} is the same file as one before it, and would count twice. Name each file once.`);
  const contacts = options.contacts ? await send(client, options.contacts, 'contacts', terminal) : undefined;
  const facts = [];
  for (const path of options.facts ?? []) facts.push({ name: basename(path), sha256: (await send(client, path, 'facts', terminal)).sha256 });
  const recordedOf = async (kind: 'decisions' | 'corrections', given: string | undefined): Promise<string | undefined> =>
    given === undefined || given === 'office' || given === 'none' ? given : (await send(client, given, kind, terminal)).sha256;
  const decisions = await recordedOf('decisions', options.decisions);
  const corrections = await recordedOf('corrections', options.corrections);
  const request: RunRequest = {
    files: inputs,
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
    ...(done.length > 0 ? { done } : {}),
    ...(decisions === undefined ? {} : { decisions }),
    ...(corrections === undefined ? {} : { corrections }),
    withIdentityNumbers: options.withIdentityNumbers === true,
  };
  const { id } = await client.createRun(request, randomUUID());
  terminal.say(`run ${id}`);
  await followToEnd(client, id, options.out, terminal, options.endAtStall);
}

async function listRuns(options: ServiceOptions & { limit: number }, terminal: Terminal): Promise<void> {
  const runs = await (await clientOf(options, terminal)).runs(options.limit);
  for (const run of runs) terminal.say([run.id, (run.purgedAt ? 'purged' : run.state).padEnd(10), run.createdAt.slice(0, 19).replace('T', ' '), run.county, run.policy.name, `as of ${run.asOf}`, ...(run.lastAttempt ? [`(revision ${run.lastAttempt.revision} ${run.lastAttempt.state})`] : [])].join('  '));
  if (runs.length === 0) terminal.say('No runs yet.');
  terminal.result({ runs });
}

async function purgeRun(id: string, options: ServiceOptions & { yes?: boolean }, terminal: Terminal): Promise<void> {
  if (!options.yes) throw new CliError('usage.purge', `This destroys the personal data of run ${id} for good: results, papers, letters, histories. Say it again with --yes.`);
  await (await clientOf(options, terminal)).purge(id);
  const { home } = terminal.installation ?? {};
  const { removed, left } = home === undefined ? { removed: [], left: [] } : await removeResults(home, id);
  terminal.say(`${id}: the services have destroyed its personal data; hashes and counts stay.`);
  for (const folder of removed) terminal.say(`removed: ${folder}`);
  for (const folder of left) terminal.warn(`${folder}: results of this run were written here, outside of Clearway's own results. Remove them by hand.`);
  if (left.length === 0) terminal.say('Copies that were made in any other way are not known here.');
  terminal.result({ run: id, purged: true, removed, left });
}

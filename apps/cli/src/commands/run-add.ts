import { randomUUID } from 'node:crypto';
import { type Command } from 'commander';
import { CliError } from '../cli-error';
import { clientOf, followToEnd, reach, sendSources, type ServiceOptions } from '../gateway/run-to-end';
import { type Terminal } from '../terminal/terminal';
import { severalFiles } from './options';

interface AddOptions extends ServiceOptions {
  readonly out?: string;
  readonly mapping?: readonly string[];
  readonly done?: readonly string[];
  readonly endAtStall?: boolean;
}

/** `clearway run add RUN FILE...`: a new revision, which decides only the people whom the files touch. */
export function addRunAdd(run: Command, terminal: () => Terminal): void {
  const add = run
    .command('add')
    .summary('add files to a run that has ended')
    .description(
      'Adds files to a run that has ended: a new revision, which decides again only the people whom they touch and lists the determinations that change (changed_determinations.csv). A file that the run has already, packed or not, changes nothing; one that is refused leaves the run as it was.',
    )
    .argument('<run>', 'its id')
    .argument('[files...]', "files of the state, exports of courts' case systems, RAP sheets")
    .option('--out <folder>', 'where to put the results; without it they stay with the services')
    .option('--mapping <file=mapping>', "how a court's export is read (see clearway analyze)", severalFiles)
    .option('--done <file>', 'list of what already happened; may be given several times', severalFiles)
    .option('--end-at-stall', 'end with an error when a stage waits for a person');
  reach(add).action((id: string, files: string[], _options: unknown, command: Command) =>
    addFiles(id, files, command.optsWithGlobals<AddOptions>(), terminal()),
  );
}

async function addFiles(id: string, files: string[], options: AddOptions, terminal: Terminal): Promise<void> {
  const client = await clientOf(options, terminal);
  const done = options.done ?? [];
  if (files.length + done.length === 0)
    throw new CliError('usage.files', 'Name at least one file, or a list of what already happened: --done FILE.');
  const sources = await sendSources(client, { files, done }, options.mapping ?? [], terminal);
  terminal.progress.finishLine();
  const { revised, because, revision } = await client.addFiles(id, sources, randomUUID());
  terminal.say(revised ? `run ${id}, revision ${revision}` : `run ${id}: ${because}.`);
  if (revised) await followToEnd(client, id, options.out, terminal, options.endAtStall);
  else terminal.result({ run: await client.run(id), revised });
}

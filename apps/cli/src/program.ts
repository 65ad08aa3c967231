import { Command } from 'commander';
import { addAnalyze } from './commands/analyze';
import { addCompare } from './commands/compare';
import { addCertify } from './commands/certify';
import { addCourt } from './commands/court';
import { addExplain } from './commands/explain';
import { addFix } from './commands/fix';
import { addPapers } from './commands/papers';
import { addForms } from './commands/forms';
import { addPolicy } from './commands/policy';
import { addReview } from './commands/review';
import { addRun } from './commands/run';
import { addSources } from './commands/sources';
import { addSynth } from './commands/synth';
import { type Terminal } from './terminal/terminal';

type Add = (program: Command, terminal: () => Terminal, outcome: { exitCode: number }) => void;

/** By name, in the order of the help. What a command needs is loaded when it is added (`lazy` in `.swcrc`). */
const COMMANDS: Readonly<Record<string, Add>> = {
  analyze: (...to) => addAnalyze(...to),
  compare: (program, terminal) => addCompare(program, terminal),
  explain: (program, terminal) => addExplain(program, terminal),
  review: (program, terminal) => addReview(program, terminal),
  fix: (program, terminal) => addFix(program, terminal),
  sources: (...to) => addSources(...to),
  policy: (program, terminal) => addPolicy(program, terminal),
  papers: (program, terminal) => addPapers(program, terminal),
  forms: (...to) => addForms(...to),
  certify: (program, terminal) => addCertify(program, terminal),
  court: (...to) => addCourt(...to),
  run: (program, terminal) => addRun(program, terminal),
  synth: (program, terminal) => addSynth(program, terminal),
};

/**
 * The commands of `clearway`. `outcome.exitCode` is what a command that ended without an error asks for.
 *
 * @param name of the one command that is wanted: the others are not loaded. Left out, or no name of a command: all of them.
 */
export function buildProgram(terminal: () => Terminal, outcome: { exitCode: number }, name = ''): Command {
  const program = new Command('clearway')
    .description(
      "Clears cannabis convictions in bulk: a county's criminal-history file in; determinations with reasons, court papers, a clerk's data file and letters out. Works offline; nothing leaves this machine.",
    )
    .version('0.1.0', '-V, --version', 'print the version')
    .option('--json', 'write the result, or the error, as one line of JSON')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('(clearway COMMAND --help tells more)')
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 unexpected, 2 usage, 3 input, 4 policy, 5 disk, 6 services, 7 numbers or papers that do not agree, 130 interrupted.\n\nExamples:\n  clearway synth --county "LOS ANGELES" --rows 100000 --seed 7 --out county.csv\n  clearway analyze county.csv --county "LOS ANGELES" --policy los-angeles-2020 --as-of 2020-07-01 --out results/',
    );
  const only = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  for (const add of only ? [only] : Object.values(COMMANDS)) add(program, terminal, outcome);
  acceptJsonEverywhere(program);
  return program;
}

/** `--json` may stand before or after the name of the command. */
function acceptJsonEverywhere(command: Command): void {
  for (const child of command.commands) {
    child.option('--json', 'write the result, or the error, as one line of JSON');
    acceptJsonEverywhere(child);
  }
}

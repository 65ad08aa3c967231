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

/** Every command of `clearway`. `outcome.exitCode` is what a command that ended without an error asks for. */
export function buildProgram(terminal: () => Terminal, outcome: { exitCode: number }): Command {
  const program = new Command('clearway')
    .description('Clears cannabis convictions in bulk: a county\'s criminal-history file in; determinations with reasons, court papers, a clerk\'s data file and letters out. Works offline; nothing leaves this machine.')
    .version('0.1.0', '-V, --version', 'print the version')
    .option('--json', 'write the result, or the error, as one line of JSON')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('(clearway COMMAND --help tells more)')
    .exitOverride()
    .addHelpText('after', '\nExit codes: 0 done, 1 unexpected, 2 usage, 3 input, 4 policy, 5 disk, 6 services, 7 numbers or papers that do not agree, 130 interrupted.\n\nExamples:\n  clearway synth --county "LOS ANGELES" --rows 100000 --seed 7 --out county.csv\n  clearway analyze county.csv --county "LOS ANGELES" --policy los-angeles-2020 --as-of 2020-07-01 --out results/');
  addAnalyze(program, terminal, outcome);
  addCompare(program, terminal);
  addExplain(program, terminal);
  addReview(program, terminal);
  addFix(program, terminal);
  addSources(program, terminal, outcome);
  addPolicy(program, terminal);
  addPapers(program, terminal);
  addForms(program, terminal, outcome);
  addCertify(program, terminal);
  addCourt(program, terminal, outcome);
  addRun(program, terminal);
  addSynth(program, terminal);
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

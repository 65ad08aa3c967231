import { openTerminal, errorText, type Installation, type Terminal } from './terminal/terminal';
import { InterruptedError } from './cli-error';
import { EXIT, exitCodeOf } from './exit-codes';
import { buildProgram } from './program';
import { CommanderError } from 'commander';

/** Runs one command line and gives the exit code; never throws. `installation`: the folder whose `clearway` this is. */
export async function main(args: readonly string[], installation?: Installation): Promise<number> {
  const abort = new AbortController();
  let endedBy: NodeJS.Signals | undefined;
  let terminal: Terminal | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    // The second Ctrl-C does not wait: unfinished files have names of their own and are cleared away by the next run.
    if (endedBy) process.exit(EXIT.interrupted);
    endedBy = signal;
    terminal?.warn('Stopping; one moment.');
    abort.abort(new InterruptedError());
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.stdout.on('error', onClosedPipe);
  const json = args.includes('--json');
  try {
    terminal = openTerminal(json, abort.signal, installation);
    const opened = terminal;
    const outcome = { exitCode: EXIT.done as number };
    await buildProgram(() => opened, outcome, args[0]).parseAsync(args as string[], { from: 'user' });
    return outcome.exitCode;
  } catch (error) {
    if (endedBy) {
      terminal?.warn(errorText(new InterruptedError(), json));
      return endedBy === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    terminal?.warn(errorText(error, json));
    return exitCodeOf(error);
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** Whoever read the output has seen enough, as `clearway --help | head` does. */
function onClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
}

if (require.main === module) {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}

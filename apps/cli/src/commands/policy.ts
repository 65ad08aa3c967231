import { type Command } from 'commander';
import { type CheckOptions } from '../policy/check-policy';
import { type Terminal } from '../terminal/terminal';
import { calendarDay } from './options';

export function addPolicy(program: Command, terminal: () => Terminal): void {
  const policy = program
    .command('policy')
    .summary('list, show and check policies')
    .description('What an office elects: the policies that come with Clearway, and files of your own.');
  policy
    .command('list')
    .description('Lists the policies that come with Clearway.')
    .action(async () => (await import('../policy/list-policies.js')).listPolicies(terminal()));
  policy
    .command('show')
    .argument('<name>', 'a preset')
    .description('Prints the file of a policy that comes with Clearway, to begin your own with.')
    .action(async (name: string) => (await import('../policy/list-policies.js')).showPolicy(name, terminal()));
  policy
    .command('check')
    .argument('<policy>', "a preset, a policy file, or the earlier desktop tool's eligibilityConfig.json")
    .argument('[files...]', 'files of the state: counts where the policy gives more or less than the statute')
    .description(
      "Explains what is wrong with a policy, each with its line and the cure; says in words what it elects; and, given a county's files, counts the convictions and people for whom it gives more than the statute, by election, and where a replay gave less, by step.",
    )
    .option('--county <name>', 'county whose convictions are counted, as the file writes it')
    .option('--as-of <date>', 'day on which everything is decided, YYYY-MM-DD (default: today)', calendarDay)
    .addHelpText(
      'after',
      '\nExamples:\n  clearway policy check our-policy.yaml\n  clearway policy check los-angeles-2020 county.dat --county "LOS ANGELES" --as-of 2026-11-23',
    )
    .action(async (name: string, files: string[], options: CheckOptions) =>
      (await import('../policy/check-policy.js')).checkPolicy(name, files, options, terminal()),
    );
}

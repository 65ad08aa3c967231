import { type Command } from 'commander';
import { type Terminal } from '../terminal/terminal';

/** How each courthouse takes papers: lists, shows, checks and exports the profiles. */
export function addCourtProfiles(court: Command, terminal: () => Terminal): void {
  const profiles = court
    .command('profiles')
    .description(
      'Court profiles: how each courthouse takes papers. An office exports them, corrects them and gives its folder with --courts.',
    );
  profiles
    .command('list')
    .description('Lists every courthouse, where its papers go and who confirmed it.')
    .option('--courts <folder>', "the office's own court profiles")
    .action(async (options: { courts?: string }) =>
      (await import('../court/court-profiles.js')).listProfiles(options.courts, terminal()),
    );
  profiles
    .command('show')
    .argument('<id>', 'a courthouse, or the name of a file for what holds beside its courthouses')
    .description('Shows everything that holds for a courthouse.')
    .option('--courts <folder>', "the office's own court profiles")
    .action(async (id: string, options: { courts?: string }) =>
      (await import('../court/court-profiles.js')).showProfile(id, options.courts, terminal()),
    );
  profiles
    .command('check')
    .argument('<folder>', 'court profiles of an office')
    .description('Tells everything that is wrong with a folder of court profiles, by file and line.')
    .action(async (folder: string) => (await import('../court/court-profiles.js')).checkProfiles(folder, terminal()));
  profiles
    .command('export')
    .argument('<folder>', 'where to put them')
    .description('Writes the court profiles that come with Clearway into a folder, to be corrected there.')
    .action(async (folder: string) => (await import('../court/court-profiles.js')).exportProfiles(folder, terminal()));
}

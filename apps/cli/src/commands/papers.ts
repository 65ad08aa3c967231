import { type Command } from 'commander';
import { type Terminal } from '../terminal/terminal';

export function addPapers(program: Command, terminal: () => Terminal): void {
  const papers = program
    .command('papers')
    .summary('the words of court papers')
    .description(
      'What motions, orders and the other papers say: templates that come with Clearway, and those of an office.',
    );
  papers
    .command('values')
    .description("Prints every value that a template, or the mapping of a court's form, may name.")
    .action(async () => (await import('../papers/templates.js')).printValues(terminal()));
  const templates = papers.command('templates').description('The files in which counsel edits the words of papers.');
  templates
    .command('export')
    .argument('<folder>', 'where to write them; no file there is replaced')
    .description('Writes the templates that come with Clearway, to begin your own with. Keep those that you change.')
    .action(async (folder: string) => (await import('../papers/templates.js')).exportTemplates(folder, terminal()));
  templates
    .command('check')
    .argument('<folder>', 'templates of the office')
    .description(
      'Explains what is wrong with templates, each with file, line, column and the cure; says which papers they change and who approved them.',
    )
    .addHelpText('after', '\nExample:\n  clearway papers templates check our-templates/')
    .action(async (folder: string) => (await import('../papers/templates.js')).checkTemplates(folder, terminal()));
}

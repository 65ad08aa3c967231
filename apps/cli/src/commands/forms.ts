import { type Command } from 'commander';
import { type CarryOptions } from '../forms/guard';
import { type FormsOptions } from '../forms/form-folder-of';
import { type MapOptions } from '../forms/map';
import { type AddOptions } from '../forms/register';
import { type PreviewOptions } from '../forms/show';
import { type Terminal } from '../terminal/terminal';

export function addForms(program: Command, terminal: () => Terminal, outcome: { exitCode: number }): void {
  const forms = program
    .command('forms')
    .summary("register, map and check courts' own forms")
    .description(
      "Courts' own forms: the office registers the PDF, a mapping says what stands in each field, and nothing is filled before all of it is confirmed. The PDFs stay in the office's folder: --forms DIR, else CLEARWAY_FORMS, else .clearway/forms in the home folder.",
    )
    .addHelpText(
      'after',
      '\nExamples:\n  clearway forms add cr-400.pdf\n  clearway forms show CR-400\n  clearway forms add motion.pdf --form SF-MOTION --edition 2018\n  clearway forms map SF-MOTION 2018 --init\n  clearway forms diff CR-400:2017-07-01 CR-400:2026-01-01\n  clearway forms carry CR-400 2017-07-01 2026-01-01',
    );
  const command = (name: string, description: string): Command =>
    forms.command(name).description(description).option('--forms <dir>', "the office's folder of forms");

  command(
    'add',
    'Registers a form: its hash, its fields with type, states, tooltip and place. Knows a form for which a mapping comes with Clearway.',
  )
    .argument('<file>', 'the PDF as the court publishes it')
    .option('--form <number>', 'number of the form, where it is not known: CR-400')
    .option('--edition <edition>', 'its edition, best the date printed on it: 2017-07-01')
    .action(async (file: string, options: AddOptions) =>
      (await import('../forms/register.js')).addForm(file, options, terminal()),
    );
  command('list', 'Lists the forms of the office and how far their mappings are.').action(
    async (options: FormsOptions) => (await import('../forms/register.js')).listForms(options, terminal()),
  );
  command('show', 'Shows the fields of a form, and what each is mapped to.')
    .argument('<form>', 'number of the form')
    .argument('[edition]', 'its edition; not needed when there is only one')
    .action(async (form: string, edition: string | undefined, options: FormsOptions) =>
      (await import('../forms/show.js')).showForm(form, edition, options, terminal()),
    );
  command(
    'preview',
    'Writes a copy of the form with a number on every field and the list of what they are, to map it by.',
  )
    .argument('<form>', 'number of the form')
    .argument('[edition]', 'its edition; not needed when there is only one')
    .requiredOption('--out <file>', 'the PDF to write')
    .action(async (form: string, edition: string | undefined, options: PreviewOptions) =>
      (await import('../forms/show.js')).previewFormTo(form, edition, options, terminal()),
    );
  command('map', "Begins the office's own mapping with proposals, or takes one from a file.")
    .argument('<form>', 'number of the form')
    .argument('<edition>', 'its edition')
    .option('--init', 'begin one: every field, with a proposal by its tooltip and the words beside it, to be confirmed')
    .option('--from <file>', 'take this fields.yaml')
    .option('--replace', 'also where the office has a mapping already')
    .action(async (form: string, edition: string, options: MapOptions) =>
      (await import('../forms/map.js')).mapForm(form, edition, options, terminal()),
    );
  command(
    'check',
    'Says whether forms can be filled, and everything that is missing, with its line. Exit code 3 when one cannot.',
  )
    .argument('[form]', 'number of the form; all forms when left out')
    .argument('[edition]', 'its edition; not needed when there is only one')
    .action(async (form: string | undefined, edition: string | undefined, options: FormsOptions) =>
      (await import('../forms/map.js')).checkForms(form, edition, options, terminal(), outcome),
    );
  command(
    'diff',
    'Shows what changed from one edition to the next: fields that were kept, moved, renamed (proposed, with the reason), lost or new.',
  )
    .argument('<old>', 'FORM:EDITION, or a PDF')
    .argument('<new>', 'FORM:EDITION, or a PDF')
    .action(async (old: string, next: string, options: FormsOptions) =>
      (await import('../forms/guard.js')).diffForms(old, next, options, terminal()),
    );
  command(
    'carry',
    'Carries a mapping over to another edition as far as it holds; the rest waits for a person, and nothing is filed on it before.',
  )
    .argument('<form>', 'number of the form')
    .argument('<old>', 'edition that is mapped')
    .argument('<new>', 'edition that is to be mapped')
    .option('--replace', 'also where the office has a mapping of the new edition already')
    .action(async (form: string, old: string, next: string, options: CarryOptions) =>
      (await import('../forms/guard.js')).carryForm(form, old, next, options, terminal()),
    );
  command('remove', 'Removes an edition; refused when filings were made on it.')
    .argument('<form>', 'number of the form')
    .argument('<edition>', 'its edition')
    .action(async (form: string, edition: string, options: FormsOptions) =>
      (await import('../forms/register.js')).removeForm(form, edition, options, terminal()),
    );
}

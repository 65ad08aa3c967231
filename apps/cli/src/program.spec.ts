import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, exitCodeOf } from './exit-codes';
import { buildProgram } from './program';
import { errorText } from './terminal/terminal';

const program = buildProgram(
  () => {
    throw new Error('no command is run here');
  },
  { exitCode: 0 },
);
const root = join(__dirname, '..', '..', '..');

describe('clearway', () => {
  it('has the version of the package', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(program.version()).toBe(manifest.version);
  });

  it('has every command on the page about the command line, and every exit code', () => {
    const page = readFileSync(join(root, 'docs', 'command-line.md'), 'utf8');
    const all = program.commands.flatMap((command) => [command, ...command.commands]);
    for (const command of all) {
      expect(page).toContain(program.commands.includes(command) ? `clearway ${command.name()}` : command.name());
      for (const option of command.options.filter((one) => one.long !== '--json'))
        expect([command.name(), page.includes(option.long ?? '')]).toEqual([command.name(), true]);
    }
    for (const code of Object.values(EXIT)) expect(page).toMatch(new RegExp(`\\| (?:\\d+, )?${code}(?:, \\d+)? \\|`));
  });
});

it('has one command alone where it is asked for by name, and all of them for any other word', () => {
  const named = (name: string): string[] =>
    buildProgram(
      () => {
        throw new Error('no command is run here');
      },
      { exitCode: 0 },
      name,
    ).commands.map((each) => each.name());
  expect(named('analyze')).toEqual(['analyze']);
  for (const other of ['help', '--json', 'toString', ''])
    expect(named(other)).toEqual(program.commands.map((each) => each.name()));
  for (const each of program.commands) expect(named(each.name())).toEqual([each.name()]);
});

describe(exitCodeOf.name, () => {
  it.each([
    [{ code: 'state-file.gzip' }, EXIT.input],
    [{ code: 'county.not-in-file' }, EXIT.input],
    [{ code: 'contacts.unusable' }, EXIT.input],
    [{ code: 'facts.unusable' }, EXIT.input],
    [{ code: 'decisions.unusable' }, EXIT.input],
    [{ code: 'review.unusable' }, EXIT.input],
    [{ code: 'certify.unusable' }, EXIT.input],
    [{ code: 'workbook.unreadable' }, EXIT.input],
    [{ code: 'court-file.unusable' }, EXIT.input],
    [{ code: 'book.unusable' }, EXIT.input],
    [{ code: 'batch.superseded' }, EXIT.input],
    [{ code: 'line.contradiction' }, EXIT.input],
    [{ code: 'match.no-test' }, EXIT.input],
    [{ code: 'control.batch' }, EXIT.control],
    [{ code: 'form.mapping-invalid' }, EXIT.input],
    [{ code: 'rap-sheet.page-without-text' }, EXIT.input],
    [{ code: 'policy.invalid' }, EXIT.policy],
    [{ code: 'results.disk-full' }, EXIT.disk],
    [{ code: 'ENOSPC' }, EXIT.disk],
    [{ code: 'tie-out.difference' }, EXIT.control],
    [{ code: 'services.unreachable' }, EXIT.services],
    [{ code: 'services.upload.not-a-state-file' }, EXIT.input],
    [{ code: 'synthetic.unknown-kind' }, EXIT.usage],
    [new TypeError('x'), EXIT.unexpected],
    ['text', EXIT.unexpected],
  ])('%j', (error, exitCode) => expect(exitCodeOf(error)).toBe(exitCode));
});

describe(errorText.name, () => {
  it('tells a machine code, exit code and message in one line', () => {
    const text = errorText(Object.assign(new Error('cure'), { code: 'policy.invalid' }), true);
    expect(JSON.parse(text)).toEqual({ error: { code: 'policy.invalid', exitCode: 4, message: 'cure' } });
    expect(text).not.toContain('\n');
  });

  it('names the file of a system error and the cure, and no stack', () => {
    const text = errorText(
      Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', path: 'county.dat' }),
      false,
    );
    expect(text).toBe('clearway: county.dat: there is no such file. Check the spelling and the folder.');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCharge } from '@clearway/record';
import { parse } from 'yaml';

const WORKSPACE = join(__dirname, '..', '..');
const PARAMETERS = join(WORKSPACE, 'libs', 'rules', 'src', 'parameters');
const MARKS = ['F', 'V', 'K+', 'K~', 'K-', 'M'];

interface Marked {
  readonly source?: string | { readonly title?: string };
  readonly mark?: string;
}

interface List {
  readonly list: string;
  readonly kind?: string;
  readonly citation?: string;
  readonly sources?: Readonly<Record<string, unknown>>;
  readonly entries: readonly (string | (Marked & { readonly offence: string }))[];
  readonly combinations?: readonly (Marked & { readonly with: string; readonly of: readonly string[] })[];
}

interface Parameter {
  readonly parameter: string;
  readonly citation?: string;
  readonly values: readonly Marked[];
}

function yamlOf<T>(folder: string): readonly T[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(join(folder, name), 'utf8')) as T);
}

const LISTS = yamlOf<List>(join(PARAMETERS, 'code-lists'));
const VALUES = yamlOf<Parameter>(join(PARAMETERS, 'values'));

/** The libraries, apps and tools, without this folder and without what is generated. */
const SOURCES = ['apps', 'libs', 'tools']
  .flatMap((folder) => readdirSync(join(WORKSPACE, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.generated\.ts$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !path.includes('node_modules') && !path.startsWith(__dirname));

/** Names that a text asks for: `parameter('limit.plants', on)`, `parameterExists("act.in-force", on)`. */
function parametersAsked(text: string): readonly string[] {
  return [...text.matchAll(/\bparameter(?:Exists)?\(\s*['"`]([^'"`]+)['"`]/g)].map((match) => match[1] ?? '');
}

describe('the data of the law', () => {
  it('is seen', () => {
    expect(LISTS.filter((each) => each.kind === 'statute').length).toBeGreaterThanOrEqual(4);
    expect(VALUES.length).toBeGreaterThanOrEqual(18);
    expect(SOURCES.map((each) => basename(each))).toContain('parameter.ts');
  });

  it('has a citation, a source and a mark for every value of a parameter', () => {
    for (const { parameter, citation, values } of VALUES) {
      expect({ parameter, citation: citation ?? '' }).not.toEqual({ parameter, citation: '' });
      for (const { source, mark } of values) {
        expect({
          parameter,
          titled: typeof source === 'object' && !!source.title,
          marked: MARKS.includes(mark ?? ''),
        }).toEqual({ parameter, titled: true, marked: true });
      }
    }
  });

  it('has a citation, a source that the list names, and a mark for every entry of a list of the statute', () => {
    for (const { list, citation, sources, entries, combinations } of LISTS.filter((each) => each.kind === 'statute')) {
      expect({ list, citation: citation ?? '' }).not.toEqual({ list, citation: '' });
      for (const each of [...entries, ...(combinations ?? [])]) {
        const marked: Marked = typeof each === 'string' ? {} : each;
        const named = typeof marked.source === 'string' && sources !== undefined && marked.source in sources;
        expect({ list, each, named, marked: MARKS.includes(marked.mark ?? '') }).toEqual({
          list,
          each,
          named: true,
          marked: true,
        });
      }
    }
  });

  it('has no entry that the reader of charges cannot read as one offense', () => {
    const offences = LISTS.flatMap(({ entries, combinations }) => [
      ...entries.map((each) => (typeof each === 'string' ? each : each.offence)),
      ...(combinations ?? []).flatMap((each) => [each.with, ...each.of]),
    ]);
    expect(offences.length).toBeGreaterThan(300);
    expect(
      offences.filter((each) => readCharge(each.replace(/ exactly$/, '').replace(/\.\*$/, '')).offences.length !== 1),
    ).toEqual([]);
  });

  it('has every parameter that somebody asks for', () => {
    const names = VALUES.map((each) => each.parameter);
    const unknown = SOURCES.filter((path) => !path.endsWith(join('parameters', 'parameter.spec.ts'))).flatMap((path) =>
      parametersAsked(readFileSync(path, 'utf8'))
        .filter((name) => !names.includes(name))
        .map((name) => ({ path, name })),
    );
    expect(unknown).toEqual([]);
  });

  it('would see a parameter that does not exist', () =>
    expect(parametersAsked('parameter(\'limit.moons\', on) + parameterExists(\n  "age.x", on)')).toEqual([
      'limit.moons',
      'age.x',
    ]));
});

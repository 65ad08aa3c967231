import { z } from 'zod';
import { nearest } from './nearest';
import { type FileProblem, problemWords } from './problem';
import { readYaml, type YamlKind } from './read-yaml';
import { readAs, schemaProblems } from './schema-problems';

class Refused extends Error {
  constructor(readonly problems: readonly FileProblem[]) {
    super(problems.map((each) => problemWords(each, 'ours.yaml')).join('\n'));
  }
}
const refuse = (problems: readonly FileProblem[]): Refused => new Refused(problems);
const KIND: YamlKind = { holds: 'recipe', unreadable: refuse };
const schema = z.strictObject({
  name: z.string().min(1),
  oven: z.strictObject({ degrees: z.number(), fan: z.boolean().optional() }).optional(),
  steps: z.array(z.union([z.strictObject({ stir: z.enum(['slowly', 'fast']) }), z.strictObject({ wait: z.number() })])),
  shelves: z.record(z.string(), z.strictObject({ height: z.number() })).default({}),
});
const read = (text: string, kind = KIND): unknown => readAs(schema, readYaml(text, kind), kind, refuse);
const refusal = (text: string, kind = KIND): string[] => {
  try {
    read(text, kind);
  } catch (error) {
    if (error instanceof Refused) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('a file of settings', () => {
  it('is read as it stands, from YAML or JSON, with or without a byte order mark', () => {
    const recipe = { name: 'bread', steps: [{ wait: 1 }], shelves: {} };
    expect(read('\uFEFFname: bread\nsteps: [{ wait: 1 }]\n')).toEqual(recipe);
    expect(read('{"name": "bread", "steps": [{"wait": 1}]}')).toEqual(recipe);
  });

  it('says where each of its parts stands: a setting by its name, an entry by its beginning, what is missing by what holds it', () => {
    const { placeOf, lineOf } = readYaml('name: bread\noven:\n  degrees: 200\nsteps:\n  - wait: 1\n', KIND);
    expect(placeOf(['oven', 'degrees'])).toEqual({ line: 3, column: 3 });
    expect(placeOf(['steps', 0])).toEqual({ line: 5, column: 5 });
    expect([lineOf(['oven', 'fan']), lineOf(['nothing']), lineOf([])]).toEqual([2, 1, 1]);
  });

  it('is refused with every problem at once, by line, in the words of the one who writes it', () => {
    expect(refusal('nmae: bread\noven:\n  degrees: hot\n  fan: 1\nsteps: none\n').sort()).toEqual([
      'ours.yaml, line 1: name: is missing: add it, it is text (in quotes when it looks like a number or a date)',
      'ours.yaml, line 1: nmae: is not a setting of a recipe: remove it or correct its spelling; did you mean "name"?',
      'ours.yaml, line 3: oven.degrees: must be a number, but text stands here',
      'ours.yaml, line 4: oven.fan: must be true or false, but a number stands here',
      'ours.yaml, line 5: steps: must be a list, but text stands here',
    ]);
    expect(refusal('- a\n')).toEqual([
      'ours.yaml, line 1: the recipe: must be settings with their names (name: value), but a list stands here',
    ]);
  });

  it.each([
    ['within another', 'name: x\nsteps: []\noven: { degrees: 1, fna: true }', 'oven.fna', 'fan'],
    ['within one of a record', 'name: x\nsteps: []\nshelves: { low: { heigth: 1 } }', 'shelves.low.heigth', 'height'],
  ])('names the setting that was meant %s', (_where, text, path, meant) => {
    const [problem] = refusal(text).filter((each) => each.includes(path));
    expect(problem).toMatch(new RegExp(`line 3: .*is not a setting of a recipe: .*; did you mean "${meant}"\\?$`));
  });

  it('counts places in lists as its kind does, and says instead what a setting belongs to', () => {
    const text = 'name: x\nsteps: [{ wait: 1, stir: 2 }, 3]\noven: { fuel: gas }\n';
    expect(refusal(text, { ...KIND, firstInList: 1 }).join()).toContain('steps.2: ');
    const source = readYaml(text, KIND);
    const checked = schema.safeParse(source.data);
    const elseWhere = (key: string): string | undefined => (key === 'fuel' ? 'belongs to a stove' : undefined);
    expect(checked.error && schemaProblems(checked.error, schema, source, KIND, { elseWhere })).toContainEqual({
      line: 3,
      path: 'oven.fuel',
      words: 'belongs to a stove',
    });
  });

  it.each([
    ['name: a\nname: b\n', 'line 2: not readable as YAML: a setting stands twice: keep one of the two'],
    ['name:\n\tx: 1\n', 'line 2: not readable as YAML: a tab stands in the indentation: use spaces'],
    [
      'name: a\n---\nname: b\n',
      'line 2: not readable as YAML: the file holds several documents (---): keep one recipe',
    ],
    ['name: &a x\nsteps: *a\n', 'the recipe: one part of the file refers to another (& and *): write the settings out'],
  ])('is no YAML, with the line and the cure: %j', (text, words) => {
    expect(refusal(text)[0]).toContain(words);
  });
});

describe(nearest, () => {
  it('gives the word that was meant, and none where none is near', () => {
    const words = ['csv', 'fixed', 'case-number'];
    expect(['cvs', 'FIXED', 'case number'].map((each) => nearest(each, words))).toEqual([
      'csv',
      'fixed',
      'case-number',
    ]);
    expect(nearest('elephant', words)).toBeUndefined();
  });
});

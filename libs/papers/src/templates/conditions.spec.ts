import { textOf } from '../paper/paper';
import { SAMPLE_OPTIONS } from '../testing/sample-filing';
import { samplePacket } from '../testing/sample-papers';
import { valuesOf } from '../values/values-of';
import { definitionOf, type PaperValues, type ValueName } from '../values/vocabulary';
import { loadTemplates } from './load-templates';
import { blocksOf } from './make-paper';
import { PAPER_IDS } from './paper-kinds';
import { framesOf, type Frame, holds } from './say';
import { type Condition, type Inline, type Passage } from './template';

const set = loadTemplates();
const packet = samplePacket([{}]);
const base = valuesOf(packet, SAMPLE_OPTIONS, set.words);

/** A value that a condition takes for yes, or for no. */
function forced(name: ValueName, yes: boolean): unknown {
  const definition = definitionOf(name);
  if (definition?.kind === 'yes-no') return yes;
  if (definition?.kind === 'number') return yes ? 1 : 0;
  if (definition?.kind !== 'list') return yes ? 'words' : '';
  return yes ? [Object.fromEntries(Object.keys(definition.fields).map((field) => [field, 'words']))] : [];
}

type Node = Passage | Inline;
const branches = (node: Node): readonly (readonly Node[])[] => {
  if (node.kind === 'if') return [node.yes, node.no];
  if (node.kind === 'each' || node.kind === 'styled') return [node.inner];
  if (node.kind === 'named') return Object.values(node.parts).flat();
  return 'words' in node ? [node.words] : [];
};

function namesIn(nodes: readonly Node[]): readonly ValueName[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'if' && typeof node.condition.name === 'string' ? [node.condition.name] : []),
    ...branches(node).flatMap(namesIn),
  ]);
}

/** Notes which answers the conditions give where they are reached at all. */
function reach(nodes: readonly Node[], frame: Frame, reached: Map<Condition, Set<boolean>>): void {
  for (const node of nodes) {
    if (node.kind === 'if') {
      const answer = holds(node.condition, frame);
      reached.set(node.condition, (reached.get(node.condition) ?? new Set()).add(answer));
      reach(answer ? node.yes : node.no, frame, reached);
    } else if (node.kind === 'each') for (const inner of framesOf(node.name, frame)) reach(node.inner, inner, reached);
    else for (const branch of branches(node)) reach(branch, frame, reached);
  }
}

function conditionsIn(nodes: readonly Node[]): readonly Condition[] {
  return nodes.flatMap((node) => [
    ...(node.kind === 'if' ? [node.condition] : []),
    ...branches(node).flatMap(conditionsIn),
  ]);
}

/** All yes, all no, and each alone the other way. */
function assignments(names: readonly ValueName[]): readonly PaperValues[] {
  const one = (yes: boolean, other?: ValueName): PaperValues =>
    ({
      ...(JSON.parse(JSON.stringify(base)) as PaperValues),
      ...Object.fromEntries(names.map((name) => [name, forced(name, (name === other) !== yes)])),
    }) as PaperValues;
  return [true, false].flatMap((yes) => [one(yes), ...names.map((name) => one(yes, name))]);
}

describe('conditions of the templates that come with Clearway', () => {
  it.each(PAPER_IDS)('%s: each answers yes and no, and the paper is whole either way', (id) => {
    const template = set.templates[id];
    const all: readonly Node[] = [...template.title, ...template.body];
    const reached = new Map<Condition, Set<boolean>>();
    for (const values of assignments([...new Set(namesIn(all))])) {
      const frame = { values };
      reach(all, frame, reached);
      const text = blocksOf(
        template,
        { filed: packet, options: SAMPLE_OPTIONS, given: {}, words: set.words },
        frame,
      ).flatMap(textOf);
      expect(text.join('\n')).not.toMatch(/[{}*]|undefined/);
      expect(text.length).toBeGreaterThan(0);
    }
    const ofItems = ({ name }: Condition): boolean => typeof name !== 'string';
    expect(conditionsIn(all).filter((condition) => !ofItems(condition) && reached.get(condition)?.size !== 2)).toEqual(
      [],
    );
  });
});

import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { type GrantableRelief, type LineEffect } from '../filing/filing-plan';
import { AuthorityBook } from './authorities';
import { nearest } from './nearest';
import { readInline } from './read-inline';
import { Scope } from './scope';
import { type Inline } from './template';
import { Problems, SourceText, TemplateError } from './template-problems';

const RELIEF = ['short', 'name', 'asked', 'ordered'] as const;

/** The words that several papers share, by group. Only those of the caption may name values. */
const GROUPS = {
  'relief dismiss-and-seal': RELIEF,
  'relief dismiss': RELIEF,
  'relief redesignate-infraction': RELIEF,
  'relief redesignate-misdemeanor': RELIEF,
  'relief dismiss-sentence': RELIEF,
  'relief recall-and-resentence': RELIEF,
  effect: ['whole-case', 'one-defendant', 'one-count'],
  elected: ['statute', 'marked', 'unmarked', 'legend'],
  table: ['line', 'case-number', 'defendant', 'count', 'offense', 'charge', 'convicted', 'relief', 'effect'],
  index: ['case-number', 'defendant', 'packet', 'file', 'page', 'volume'],
  list: ['bulk', 'case', 'withheld-name', 'withheld-charge'],
  caption: [
    'representing',
    'court',
    'county',
    'people',
    'plaintiff',
    'against',
    'defendant',
    'defendants-of-list',
    'defendants',
    'case-number',
    'case-numbers-of-list',
  ],
  field: ['decision', 'date', 'signature'],
  challenge: ['c1-criteria', 'c1-public-safety', 'c2-criteria'],
  evidence: ['record-of-conviction', 'court-record', 'testimony', 'physical-evidence', 'reliable-hearsay'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Group = keyof typeof GROUPS;
type KeyOf<Name extends Group> = (typeof GROUPS)[Name][number];

/** The words of `words.yaml`. */
export class PaperWords {
  constructor(private readonly words: ReadonlyMap<string, readonly Inline[]>) {}

  /** Words that name no value. */
  plain<Name extends Exclude<Group, 'caption'>>(group: Name, key: KeyOf<Name>): string {
    return (
      this.words
        .get(`${group}\n${key}`)
        ?.map((each) => (each.kind === 'text' ? each.text : ''))
        .join('') ?? ''
    );
  }

  caption(key: KeyOf<'caption'>): readonly Inline[] {
    return this.words.get(`caption\n${key}`) ?? [];
  }

  relief(relief: GrantableRelief, key: (typeof RELIEF)[number]): string {
    return this.plain(`relief ${relief}`, key);
  }

  effect(effect: LineEffect): string {
    return this.plain('effect', effect);
  }

  /** The words for a code from outside; the code itself where there are none. */
  evidence(kind: string): string {
    const known = GROUPS.evidence.find((each) => each === kind);
    return known ? this.plain('evidence', known) : kind;
  }
}

/** Reads `words.yaml`: every group with every word, and none besides. Throws a TemplateError with every problem. */
export function readWords(file: string, text: string): PaperWords {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problems = new Problems(file);
  const placeAt = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  for (const error of document.errors)
    problems.add(placeAt(error.pos[0]), 'this is not YAML: look at colons, quotes and indentation');
  const words = new Map<string, readonly Inline[]>();
  if (problems.found.length === 0) {
    const groups = entriesOf(
      isMap(document.contents) ? document.contents : undefined,
      'words.yaml',
      Object.keys(GROUPS),
    );
    for (const [group, keys] of Object.entries(GROUPS)) {
      const node = groups.get(group);
      if (!isMap(node)) {
        problems.add({ line: 1, column: 1 }, `words.yaml has to have "${group}" with ${keys.join(', ')}`);
        continue;
      }
      const own = entriesOf(node, group, keys);
      for (const key of keys) readWord(group, key, own.get(key), node);
    }
  }
  if (problems.found.length > 0) throw new TemplateError(problems.sorted());
  return new PaperWords(words);

  function entriesOf(map: YAMLMap | undefined, where: string, known: readonly string[]): ReadonlyMap<string, unknown> {
    const found = new Map<string, unknown>();
    for (const { key, value } of map?.items ?? []) {
      const name = isScalar(key) ? String(key.value) : '';
      if (known.includes(name)) found.set(name, value);
      else
        problems.add(
          placeAt(isScalar(key) ? (key.range?.[0] ?? 0) : 0),
          `${where} has no "${name}"; the nearest known is "${nearest(name, known)}"`,
        );
    }
    return found;
  }

  function readWord(group: string, key: string, node: unknown, map: YAMLMap): void {
    if (!isScalar(node) || node.value === null || String(node.value).trim() === '') {
      problems.add(placeAt(map.range?.[0] ?? 0), `${group} has to have words for "${key}"`);
      return;
    }
    const place = placeAt(node.range?.[0] ?? 0);
    const inline = readInline(new SourceText([{ text: String(node.value), ...place }]), Scope.outermost(), {
      problems,
      authorities: new AuthorityBook([]),
    });
    if (group !== 'caption' && inline.some((each) => each.kind !== 'text'))
      problems.add(place, `${group}: ${key} can name no value: only words of the caption can`);
    words.set(`${group}\n${key}`, inline);
  }
}

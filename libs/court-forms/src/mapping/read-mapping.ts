import { readYaml, schemaProblems, type YamlKind, type YamlWithLines } from '@clearway/yaml-with-lines';
import { MappingError, type MappingProblem } from '../errors';
import { parseCondition, parseName, parseText, type Parsed } from './expressions';
import { type Condition, type FieldUse, type TextPart } from './mapping';
import { type MappingEntry, type MappingFile } from './mapping-file';
import { type Entry, entrySchema, type Head, headSchema } from './schema';

/** In points, where a mapping says nothing: what a clerk can still read. */
export const SMALLEST_SIZE = 7;

const KIND: YamlKind = {
  holds: 'mapping',
  unreadable: (problems) => new MappingError('form.mapping-unreadable', problems),
};

/**
 * Reads a `fields.yaml`. Throws a MappingError that lists every problem with its line, the thing and the cure.
 *
 * @example readMapping(text).entries.length
 */
export function readMapping(text: string): MappingFile {
  const { file, problems } = readMappingWithProblems(text);
  if (problems.length > 0 || !file) throw new MappingError('form.mapping-invalid', problems);
  return file;
}

/** As `readMapping`, but what can be read is given beside the problems. Throws only when the text is not YAML. */
export function readMappingWithProblems(text: string): {
  readonly file?: MappingFile;
  readonly problems: readonly MappingProblem[];
} {
  const source = readYaml(text, KIND);
  const problems: MappingProblem[] = [];
  const head = headSchema.safeParse(source.data);
  if (!head.success) problems.push(...schemaProblems(head.error, headSchema, source, KIND));
  const listed =
    typeof source.data === 'object' &&
    source.data !== null &&
    'fields' in source.data &&
    Array.isArray(source.data.fields)
      ? (source.data.fields as unknown[])
      : [];
  const entries = listed.flatMap((each, index) => readEntry(each, ['fields', index], head.data, source, problems));
  return { ...(head.success ? { file: fileOf(head.data, entries) } : {}), problems };
}

function fileOf(head: Head, entries: readonly MappingEntry[]): MappingFile {
  const { form, edition, title, note, confirmed } = head;
  const { from, until } = head['in force'];
  return {
    form,
    edition,
    title,
    ...(note === undefined ? {} : { note }),
    inForce: { from: firstDay(from), ...(until === undefined ? {} : { until: lastDay(until) }) },
    sha256: head.files?.sha256 ?? [],
    fieldLists: head.files?.['field list'] ?? [],
    confirm: head.confirm ?? false,
    lost: (head.lost ?? []).map(({ field, had }) => ({ field, had })),
    ...(confirmed === undefined ? {} : { confirmed }),
    entries,
  };
}

function firstDay(day: string): string {
  return `${day}-01-01`.slice(0, 10);
}

/** Compared as text, so that the 31st stands for the end of any month. */
function lastDay(day: string): string {
  return day.length === 4 ? `${day}-12-31` : day.length === 7 ? `${day}-31` : day;
}

function readEntry(
  data: unknown,
  path: readonly (string | number)[],
  head: Head | undefined,
  source: YamlWithLines,
  problems: MappingProblem[],
): MappingEntry[] {
  const result = entrySchema.safeParse(data);
  if (!result.success) {
    problems.push(...schemaProblems(result.error, entrySchema, source, KIND, { base: path }));
    return [];
  }
  const entry = result.data;
  const wrong = (key: string, words: string): void => void problems.push(source.problemAt([...path, key], words));
  if (entry.field === undefined && entry.tooltip === undefined)
    wrong('field', 'is missing: name the field, or give its tooltip');
  const use = useOf(entry, head, wrong);
  if (!use) return [];
  const { field, tooltip, note } = entry;
  return [
    {
      ...(field === undefined ? {} : { field }),
      ...(tooltip === undefined ? {} : { tooltip }),
      ...(note === undefined ? {} : { note }),
      use,
      confirm: entry.confirm ?? false,
      line: source.lineOf(path),
    },
  ];
}

const USES = ['value', 'text', 'checked', 'choose', 'leave'] as const;
/** Settings that belong to one use only. */
const ONLY_WITH: readonly (readonly [keyof Entry, readonly (keyof Entry)[]])[] = [
  ['format', ['value']],
  ['when', ['value', 'text']],
  ['min-size', ['value', 'text']],
  ['overflow', ['value', 'text']],
  ['state', ['checked']],
];

type Wrong = (key: string, words: string) => void;

function useOf(entry: Entry, head: Head | undefined, wrong: Wrong): FieldUse | undefined {
  const said = USES.filter((key) => entry[key] !== undefined);
  if (said.length !== 1) {
    wrong(
      said[1] ?? 'field',
      `must say exactly one of ${USES.join(', ')}; ${said.length === 0 ? 'none stands here' : `${said.join(' and ')} stand here`}`,
    );
    return undefined;
  }
  for (const [key, uses] of ONLY_WITH)
    if (entry[key] !== undefined && !uses.some((use) => entry[use] !== undefined))
      wrong(key, `belongs to ${uses.join(' or ')}: remove it`);
  const got = <T>(key: string, parsed: Parsed<T>): T | undefined => {
    if ('value' in parsed) return parsed.value;
    wrong(key, parsed.wrong);
    return undefined;
  };
  if (entry.leave !== undefined) return { kind: entry.leave };
  if (entry.checked !== undefined) {
    const checked = entry.checked === true ? ([[]] as Condition) : got('checked', parseCondition(entry.checked));
    return checked && { kind: 'check', checked, state: entry.state ?? '' };
  }
  if (entry.choose !== undefined) {
    const states = Object.entries(entry.choose).map(([state, when]) => ({
      state,
      when: got(`choose.${state}`, parseCondition(when)) ?? [],
    }));
    return { kind: 'choose', states };
  }
  const parts = entry.text !== undefined ? got('text', parseText(entry.text)) : valueParts(entry, got);
  const when = entry.when === undefined ? undefined : got('when', parseCondition(entry.when));
  if (!parts) return undefined;
  const minSize = entry['min-size'] ?? head?.['min-size'] ?? SMALLEST_SIZE;
  return {
    kind: 'text',
    parts,
    ...(when === undefined ? {} : { when }),
    minSize,
    overflow: entry.overflow ?? head?.overflow ?? 'refuse',
  };
}

function valueParts(
  entry: Entry,
  got: <T>(key: string, parsed: Parsed<T>) => T | undefined,
): readonly TextPart[] | undefined {
  const value = got('value', parseName(entry.value ?? ''));
  return value === undefined ? undefined : [{ value, ...(entry.format === undefined ? {} : { format: entry.format }) }];
}

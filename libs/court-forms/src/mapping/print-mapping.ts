import { type Condition, type FieldUse, type TextPart } from './mapping';
import { type MappingEntry, type MappingFile } from './mapping-file';
import { SMALLEST_SIZE } from './read-mapping';

/** A mapping as the text of a `fields.yaml`; `remarks` stand as comments over the entries, by their index. */
export function printMapping(
  file: MappingFile,
  remarks: ReadonlyMap<number, string> = new Map(),
  head: readonly string[] = [],
): string {
  const lines = [
    ...head.map((each) => `# ${each}`),
    `form: ${file.form}`,
    `edition: ${quoted(file.edition)}`,
    `title: ${quoted(file.title)}`,
    ...(file.note === undefined ? [] : [`note: ${quoted(file.note)}`]),
    `in force: { from: ${quoted(file.inForce.from)}${file.inForce.until === undefined ? '' : `, until: ${quoted(file.inForce.until)}`} }`,
    ...(file.sha256.length + file.fieldLists.length === 0
      ? []
      : ['files:', ...hashes('sha256', file.sha256), ...hashes('field list', file.fieldLists)]),
    ...(file.confirm ? ['confirm: yes'] : []),
    ...(file.confirmed === undefined
      ? []
      : [`confirmed: { by: ${quoted(file.confirmed.by)}, on: ${quoted(file.confirmed.on)} }`]),
    ...(file.lost.length === 0
      ? []
      : [
          'lost:',
          ...file.lost.flatMap(({ field, had }) => [`  - field: ${quoted(field)}`, `    had: ${quoted(had)}`]),
        ]),
    'fields:',
    ...file.entries.flatMap((entry, index) => printEntry(entry, remarks.get(index))),
  ];
  return `${lines.join('\n')}\n`;
}

function hashes(key: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`  ${key}:`, ...values.map((each) => `    - ${quoted(each)}`)];
}

function printEntry({ field, tooltip, note, use, confirm }: MappingEntry, remark: string | undefined): string[] {
  const settings = [
    ...(field === undefined ? [] : [`field: ${quoted(field)}`]),
    ...(tooltip === undefined ? [] : [`tooltip: ${quoted(tooltip.replace(/\s+/g, ' ').trim())}`]),
    ...(note === undefined ? [] : [`note: ${quoted(note)}`]),
    ...printUse(use),
    ...(confirm ? ['confirm: yes'] : []),
  ];
  return [
    ...(remark === undefined ? [] : [`  # ${remark.replace(/\s+/g, ' ')}`]),
    ...settings.map((each, i) => `${i === 0 ? '  - ' : '    '}${each}`),
  ];
}

function printUse(use: FieldUse): string[] {
  switch (use.kind) {
    case 'court':
    case 'blank':
      return [`leave: ${use.kind}`];
    case 'check':
      return [`checked: ${printCondition(use.checked)}`, ...(use.state === '' ? [] : [`state: ${quoted(use.state)}`])];
    case 'choose':
      return ['choose:', ...use.states.map(({ state, when }) => `  ${quoted(state)}: ${printCondition(when)}`)];
    case 'text': {
      const [part] = use.parts;
      const alone =
        use.parts.length === 1 && part && 'value' in part && part.format === undefined ? part.value : undefined;
      return [
        alone === undefined ? `text: ${quoted(printText(use.parts))}` : `value: ${alone}`,
        ...(use.when === undefined ? [] : [`when: ${printCondition(use.when)}`]),
        ...(use.minSize === SMALLEST_SIZE ? [] : [`min-size: ${use.minSize}`]),
        ...(use.overflow === 'refuse' ? [] : [`overflow: ${use.overflow}`]),
      ];
    }
  }
}

/** A use in a few words, for lists and messages: `value: caseNumber`. */
export function useInWords(use: FieldUse): string {
  return printUse(use)
    .filter((line) => !/^(?:min-size|overflow):/.test(line))
    .map((line) => line.trim())
    .join(', ');
}

export function printCondition(condition: Condition): string {
  return condition
    .map((terms) =>
      terms.length === 0 ? 'always' : terms.map(({ name, not }) => `${not ? 'not ' : ''}${name}`).join(' and '),
    )
    .join(' or ');
}

function printText(parts: readonly TextPart[]): string {
  return parts
    .map((part) =>
      'words' in part
        ? part.words.replace(/[{}]/g, '$&$&')
        : `{${part.value}${part.format === undefined ? '' : `|${part.format}`}}`,
    )
    .join('');
}

/** JSON's quotes are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

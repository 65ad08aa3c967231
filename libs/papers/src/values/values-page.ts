import { type ValueDefinition, type ValueName, VALUES } from './vocabulary';

const KINDS: Readonly<Record<ValueDefinition['kind'], string>> = {
  text: 'text',
  number: 'number',
  'yes-no': 'yes or no',
  list: 'list',
};

/** The page of the vocabulary, `docs/paper-values.md`. */
export function valuesPage(): string {
  const rows: string[][] = [];
  for (const name of Object.keys(VALUES) as ValueName[]) {
    const definition: ValueDefinition = VALUES[name];
    rows.push([`\`${name}\``, KINDS[definition.kind], definition.meaning]);
    if (definition.kind !== 'list') continue;
    for (const [field, { meaning }] of Object.entries(definition.fields))
      rows.push([`\`${definition.item}.${field}\``, `text of each of \`${name}\``, meaning]);
  }
  return [
    '# Values of papers and forms',
    '',
    "What a template of a paper or the mapping of a court's form may name. Written by `clearway papers values`; a test fails when it is",
    'not current. A template writes `{agency}`, `{#if serving}…{:else}…{/if}`, `{#if not serving}…{/if}`,',
    '`{#each grounds}{ground.authority}{/each}`. A mapping of a form names the same values; of a list it names each item by number,',
    '`line.1.section`. A condition holds for yes, for a text that is not empty, for a number above 0 and for a list that is not empty.',
    '',
    ...tableOf(['name', 'type', 'meaning'], rows),
    '',
  ].join('\n');
}

/** A table of Markdown whose columns stand below each other. */
function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = heads.map((_, column) => Math.max(...[heads, ...rows].map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[], filler: string): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, filler)).join(' | ')} |`;
  return [
    line(heads, ' '),
    line(
      heads.map(() => ''),
      '-',
    ),
    ...rows.map((cells) => line(cells, ' ')),
  ];
}

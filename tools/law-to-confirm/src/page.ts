import { type FactToConfirm, isFound, type PlaceOfFact } from '@clearway/rules';

/** The groups of the page, the least sure first. */
const GROUPS: readonly { readonly title: string; readonly has: (fact: FactToConfirm) => boolean }[] = [
  { title: 'Doubtful (K-)', has: ({ mark }) => mark === 'K-' },
  { title: 'Perhaps (K~)', has: ({ mark }) => mark === 'K~' },
  { title: 'From memory, without a grade (M)', has: ({ mark }) => mark === 'M' },
  { title: 'Likely right (K+)', has: ({ mark }) => mark === 'K+' },
  { title: 'Found, with an open end (F, V)', has: ({ mark }) => isFound(mark) },
];

const HEAD = `# Law to confirm

For counsel. Every fact of law in this program that was not found in a source, or was found and leaves something open: what it is,
how the program reads it now, where it is encoded, and what depends on it. Written by \`npm run law:to-confirm\` from the marks in
the files named below; a test fails when it is not current. To confirm a fact, give its file the source and the mark \`F\` (found
in the source named) or \`V\` (read in the official text), take its \`confirm\` away, and run the command again.
`;

/** The page as Markdown. `usedIn` gives the files that use a place, in the order in which they are printed. */
export function lawToConfirmPage(
  facts: readonly FactToConfirm[],
  usedIn: (place: PlaceOfFact) => readonly string[],
): string {
  const groups = GROUPS.map(({ title, has }) => ({ title, facts: facts.filter(has) }));
  const counts = groups.map((each) => `| ${each.title} | ${each.facts.length} |`);
  const sections = groups.filter((each) => each.facts.length > 0).map((each) => group(each.title, each.facts, usedIn));
  return `${HEAD}\n| how sure | facts |\n|---|---|\n${counts.join('\n')}\n| all | ${facts.length} |\n\n${sections.join('\n')}`;
}

function group(
  title: string,
  facts: readonly FactToConfirm[],
  usedIn: (place: PlaceOfFact) => readonly string[],
): string {
  const files = [...new Set(facts.map((each) => each.place.file))];
  const places = files.map((file) =>
    place(
      facts.filter((each) => each.place.file === file),
      usedIn,
    ),
  );
  return `## ${title}\n\n${places.join('\n')}`;
}

function place(facts: readonly FactToConfirm[], usedIn: (place: PlaceOfFact) => readonly string[]): string {
  const [first] = facts;
  if (!first) return '';
  const { title, file, decides } = first.place;
  const used = usedIn(first.place);
  const rows = facts.map((each) => row([each.code, each.citation, each.encoded, each.note, source(each)]));
  return [
    `### ${title}`,
    '',
    `Encoded in \`${file}\`.${decides === '' ? '' : ` Decides ${sentence(decides)}`} ${
      used.length === 0 ? 'Nothing uses it yet.' : `Used in ${used.map((each) => `\`${each}\``).join(', ')}.`
    }`,
    '',
    '| fact | law | read as | to confirm | source |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function sentence(words: string): string {
  return words.endsWith('.') ? words : `${words}.`;
}

function source({ source }: FactToConfirm): string {
  if (!source) return '';
  return source.address === undefined ? source.title : `[${source.title}](${source.address})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((each) => each.replace(/\s+/g, ' ').replace(/\|/g, '\\|')).join(' | ')} |`;
}

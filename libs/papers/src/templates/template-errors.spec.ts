import { loadTemplates, shippedTemplateFiles } from './load-templates';
import { PAPER_IDS } from './paper-kinds';
import { type TemplateFile } from './read-template';
import { TemplateError } from './template-problems';

function shippedText(name: string): string {
  const file = shippedTemplateFiles().find((each) => each.name === name);
  if (!file) throw new Error(`there is no ${name}`);
  return file.text;
}

/** The problems of files as they are said, or `none`. */
function problemsOf(...files: readonly TemplateFile[]): string {
  try {
    loadTemplates(files);
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    throw error;
  }
  return 'none';
}

/** A separator with a body of its own: the smallest template. Its body begins on line 9. */
function separator(body: string, head: Readonly<Record<string, string>> = {}): TemplateFile {
  const fields = {
    paper: 'separator',
    version: '1',
    title: 'Packet {packetNumber}',
    layout: 'sheet',
    language: 'en-US',
    approved: 'none',
    ...head,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return {
    name: 'separator.md',
    text: ['---', ...lines, '---', body, '', '{block: sheet}', 'line: {packetNumber}', ''].join('\n'),
  };
}

describe('templates that come with Clearway', () => {
  it.each(PAPER_IDS)('%s loads', (paper) => expect(loadTemplates().templates[paper].paper).toBe(paper));

  it('load as files of an office too, with Windows ends of lines and a byte order mark, as the same set', () => {
    const files = shippedTemplateFiles().map(({ name, text }) => ({ name, text: text.replace(/\n/g, '\r\n') }));
    expect(loadTemplates(files).sha256).toBe(loadTemplates().sha256);
    expect(problemsOf({ name: 'index.md', text: `\uFEFF${shippedText('index.md')}` })).toBe('none');
  });

  it('are approved by nobody before counsel says so', () => {
    expect(Object.values(loadTemplates().templates).map(({ approved }) => approved)).toEqual(
      PAPER_IDS.map(() => undefined),
    );
    const text = shippedText('index.md').replace('approved: none', 'approved: { by: Jane Q. Roe, on: 2026-11-01 }');
    expect(loadTemplates([{ name: 'index.md', text }]).templates.index.approved).toEqual({
      by: 'Jane Q. Roe',
      on: '2026-11-01',
    });
  });
});

describe('a set of templates', () => {
  const changed = {
    name: 'index.md',
    text: shippedText('index.md').replace('# INDEX OF THE BATCH', '# LIST OF PACKETS'),
  };

  it('has another hash when a word is another, and takes the place of the one that it changes only', () => {
    const own = loadTemplates([changed]);
    expect(own.sha256).not.toBe(loadTemplates().sha256);
    expect(own.own).toEqual(['index.md']);
    expect(own.templates.separator).toEqual(loadTemplates().templates.separator);
    expect(own.templates.index.body[0]).toEqual({
      kind: 'heading',
      level: 1,
      words: [{ kind: 'text', text: 'LIST OF PACKETS' }],
    });
  });

  it('is read once', () => expect(loadTemplates([{ ...changed }])).toBe(loadTemplates([{ ...changed }])));
});

describe('a template that does not load', () => {
  it.each<[string, string, string]>([
    [
      'an unknown name',
      'For {agancy}',
      'separator.md, line 9, column 5: there is no value {agancy}; the nearest known one is {agency}',
    ],
    [
      'an unknown name on the second line of a paragraph',
      'For\nthe *{conty}*',
      'separator.md, line 10, column 6: there is no value {conty}; the nearest known one is {county}',
    ],
    [
      'an unknown name in a condition',
      '{#if servin}x{/if}',
      'line 9, column 1: there is no value {servin}; the nearest known one is {serving}',
    ],
    [
      'an unknown name in a part of a block',
      '{block: centred}\ntext: in {contyName}',
      'line 10, column 10: there is no value {contyName}; the nearest known one is {countyName}',
    ],
    [
      'a field outside of its list',
      'On {ground.authority}',
      'line 9, column 4: {ground.authority} stands only between {#each grounds} and {/each}',
    ],
    [
      'an unknown field within a list',
      '{#each grounds}\n- {ground.autority}\n{/each}',
      'line 10, column 3: there is no value {ground.autority}; the nearest known one is {ground.authority}',
    ],
    [
      'a list that is named as a text',
      '{grounds}',
      'line 9, column 1: {grounds} is a list: write {#each grounds} … {/each}',
    ],
    [
      'a yes or no that is named as a text',
      'is {serving}',
      'line 9, column 4: {serving} is yes or no: write {#if serving} … {/if}',
    ],
    [
      'a text that is gone through',
      '{#each county}\n- x\n{/each}',
      'line 9, column 1: {#each county}: county is not a list',
    ],
    [
      'a list within a list',
      '{#each grounds}\n{#each lines}\n- x\n{/each}\n{/each}',
      'line 10, column 1: an {#each} within another is not possible',
    ],
    [
      'a condition that is not closed',
      '{#if serving}\n\ntext',
      'line 9, column 1: this {#if} is not closed: write {/if} where it ends',
    ],
    [
      'a condition within a line that is not closed',
      'a {#if serving}b',
      'line 9, column 3: this {#if} is not closed: write {/if} where it ends',
    ],
    [
      'a condition that closes twice',
      '{#if serving}x{/if}{/if}',
      'line 9, column 20: {/if} without an {#if} before it',
    ],
    ['an end without a beginning', '{/if}', 'line 9, column 1: {/if} without an {#if} before it'],
    ['an end of a list without a beginning', '{/each}', 'line 9, column 1: {/each} without an {#each} before it'],
    ['an otherwise without a beginning', 'a {:else} b', 'line 9, column 3: {:else} without an {#if} before it'],
    [
      'a second otherwise',
      '{#if serving}\na\n{:else}\nb\n{:else}\nc\n{/if}',
      'line 13, column 1: a second {:else}: a condition has one',
    ],
    [
      'a condition that is written wrongly',
      '{#if serving and completed}x{/if}',
      'line 9, column 1: write {#if name} or {#if not name}, not {#if serving and completed}',
    ],
    [
      'a list that is not closed',
      '{#each grounds}\n- x',
      'line 9, column 1: this {#each} is not closed: write {/each} where it ends',
    ],
    [
      'an emphasis that is not closed',
      'a *b',
      'line 9, column 3: this emphasis is not closed: write * where it ends, or \\* for a star',
    ],
    ['a brace that is not closed', 'a {county', 'line 9, column 3: this brace is not closed'],
    ['a brace that was not opened', 'a county}', 'line 9, column 9: a brace is closed that was not opened'],
    [
      'an unknown block',
      '{block: tabel}',
      'line 9, column 1: there is no block {block: tabel}; the nearest known one is {block: table}',
    ],
    ['a block within a line', 'see {block: table}', 'line 9, column 5: {block: table} has to stand alone on its line'],
    [
      'an unknown part of a block',
      '{block: centred}\ntext: a\ntexts: b',
      'line 11, column 1: {block: centred} has no part "texts"; the nearest known one is "text"',
    ],
    [
      'a part of a block that has none',
      '{block: page-break}\ntext: a',
      'line 10, column 1: {block: page-break} has no part "text"; it takes none',
    ],
    [
      'a part that comes twice',
      '{block: centred}\ntext: a\ntext: b',
      'line 11, column 1: {block: centred} has the part "text" once only',
    ],
    [
      'a part that is missing',
      '{block: centred}',
      'line 9, column 1: {block: centred} has to have a line "text: …" below it',
    ],
    [
      'words below a block that are no part',
      '{block: page-break}\nAnd more.',
      'line 10, column 1: below a block stand its parts',
    ],
    [
      'an unknown case',
      'See {cite: salee}.',
      'line 9, column 5: there is no case {cite: salee} in authorities.yaml; the nearest that may be cited is {cite: saelee}',
    ],
    [
      'a case that is not published',
      'See {cite: samra}.',
      'line 9, column 5: {cite: samra} may not be cited: it is not published (Cal. Rules of Court, rule 8.1115(a))',
    ],
    [
      'a case whose citation nobody found',
      'See {cite: hall}.',
      '{cite: hall} may not be cited: its official citation was not found in a source',
    ],
    ['a table of Markdown', '| a | b |', 'line 9, column 1: tables are not written in Markdown'],
    ['a heading of a level too deep', '#### a', 'line 9, column 1: headings have one to three #'],
    ['a heading without a blank', '#a', 'line 9, column 1: write a blank after the #'],
    ['an item with a star', '* a', 'line 9, column 1: write list items with "- "'],
    ['HTML', '<b>a</b>', 'line 9, column 1: HTML is not possible'],
    ['a link', 'see [a](b)', 'line 9, column 1: links and images are not possible'],
  ])('%s', (_, body, words) => expect(problemsOf(separator(body))).toContain(words));

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'an unknown paper',
      { paper: 'seperator' },
      'line 2, column 8: paper "seperator" is not known; it is one of motion-bulk',
    ],
    ['an unknown paper, with the nearest', { paper: 'seperator' }, 'the nearest is "separator"'],
    [
      'the paper of another file',
      { paper: 'index', layout: 'exhibit' },
      'line 1, column 1: the template of index has to be in a file index.md',
    ],
    ['a version that is no number', { version: 'two' }, 'line 3, column 10: version has to be a whole number from 1'],
    [
      'a layout of another paper',
      { layout: 'pleading' },
      'line 5, column 9: layout "pleading" is not known; it is one of sheet',
    ],
    ['another language', { language: 'fr' }, 'line 6, column 11: language "fr" is not known; it is one of en-US'],
    ['an unknown field', { titel: 'x' }, 'line 8, column 1: the head has no "titel"; the nearest known is "title"'],
    [
      'an unknown name in the title',
      { title: 'Packet {packtNumber}' },
      'line 4, column 15: there is no value {packtNumber}; the nearest known one is {packetNumber}',
    ],
    [
      'an unknown name in a quoted title',
      { title: "'Packet {packtNumber}'" },
      'line 4, column 16: there is no value {packtNumber}',
    ],
    [
      'an approval without a day',
      { approved: '{ by: Jane }' },
      'line 7, column 11: approved has to say when, as YYYY-MM-DD',
    ],
    ['an approval without a name', { approved: '{ on: 2026-01-01 }' }, 'line 7, column 11: approved has to say who'],
    [
      'an approval of another kind',
      { approved: 'yes' },
      'line 7, column 11: approved has to be none, or { by: NAME, on: YYYY-MM-DD }',
    ],
    ['a head that is not YAML', { title: "'a" }, 'the head is not YAML'],
  ])('for its head: %s', (_, head, words) => expect(problemsOf(separator('Words.', head))).toContain(words));

  it.each<[string, string, string | RegExp, string, string]>([
    [
      'an order without a decision',
      'order-case.md',
      /\{block: decision\}\n(.+\n)+/,
      '',
      'order-case.md, line 1, column 1: order-case has to have {block: decision}',
    ],
    [
      'an order without a judge',
      'order-bulk.md',
      /\{block: judge\}\n(.+\n)+/,
      '',
      'order-bulk.md, line 1, column 1: order-bulk has to have {block: judge}',
    ],
    [
      'an order whose judge hangs on a condition',
      'order-case.md',
      /(\{block: judge\}\n(?:.+\n)+)/,
      '{#if elected}\n$1\n{/if}\n',
      'order-case has to have {block: judge} in every case: take it out of {#if} and {#each}',
    ],
    [
      'an order with two decisions',
      'order-case.md',
      /(\{block: decision\}\n(?:.+\n)+)/,
      '$1\n$1',
      'order-case can have {block: decision} once only',
    ],
    [
      'a motion without its grounds',
      'motion-bulk.md',
      /\{#each grounds\}[^]*?\{\/each\}/,
      '',
      'motion-bulk has to say {grounds}, and the template does not name it',
    ],
    [
      'an order without the hash of its list',
      'order-bulk.md',
      /\{#if listSha256\}[^]*?\{\/if\}\n/,
      '',
      'order-bulk has to say {listSha256}, and the template does not name it',
    ],
    [
      'a template without a head',
      'index.md',
      '---',
      '',
      'index.md, line 1, column 1: a template begins with its head between two lines ---',
    ],
    [
      'words that are missing',
      'words.yaml',
      '  short: Dismiss, seal\n',
      '',
      'relief dismiss-and-seal has to have words for "short"',
    ],
    [
      'words that nobody asks for',
      'words.yaml',
      'short: Dismiss, seal',
      'shrt: Dismiss, seal',
      'line 5, column 3: relief dismiss-and-seal has no "shrt"; the nearest known is "short"',
    ],
    [
      'words that name an unknown value',
      'words.yaml',
      'COUNTY OF {county}',
      'COUNTY OF {cuonty}',
      'there is no value {cuonty}; the nearest known one is {county}',
    ],
    [
      'words of a table that name a value',
      'words.yaml',
      'line: Line',
      'line: Line of {county}',
      'table: line can name no value: only words of the caption can',
    ],
    [
      'a case that is not citable without a reason',
      'authorities.yaml',
      /\n {4}reason: it is not published.*/,
      '',
      'an authority that may not be cited has to have a "reason"',
    ],
    [
      'a citation that is written otherwise',
      'authorities.yaml',
      '(2018) 28 Cal.App.5th 744',
      '28 Cal.App.5th 744',
      '"cite" has to be written as *People v. Name* (2018) 1 Cal.5th 1',
    ],
    [
      'a case that is made not citable while the memorandum cites it',
      'authorities.yaml',
      /citable: yes\n(.*people-v-banda)/,
      'citable: no\n    reason: it was depublished\n$1',
      'memorandum.md, line 37, column 42: {cite: banda} may not be cited: it was depublished',
    ],
  ])('%s', (_, name, from, to, words) => {
    const text = shippedText(name);
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(problemsOf({ name, text: changed })).toContain(words);
  });

  it('says every problem of every file at once, in their order', () => {
    const problems = problemsOf(separator('{a1}\n\n{#if b1}\n\n{c1}', { version: '0' }), { name: 'indx.md', text: '' });
    expect(problems.split('\n').map((line) => /^(\S+), line (\d+)/.exec(line)?.slice(1).join(' '))).toEqual([
      'indx.md 1',
      'separator.md 3',
      'separator.md 9',
      'separator.md 11',
      'separator.md 11',
      'separator.md 13',
      'separator.md 15',
    ]);
    expect(problems).toContain('take it out of {#if} and {#each}');
    expect(problems).toContain(
      'indx.md, line 1, column 1: no paper has a template of this name; the nearest known is index.md',
    );
  });

  it('refuses a file that is given twice', () => {
    expect(problemsOf(separator('a'), separator('a'))).toContain('this file is given twice');
  });

  it('keeps notes, stars and braces that are meant', () => {
    expect(problemsOf(separator('<!-- {nobody}\nreads this -->\n5 * 3 \\{a\\} \\*'))).toBe('none');
  });
});

import { shippedText, problemsOf, separator } from '../testing/template-files';
import { loadTemplates, shippedTemplateFiles } from './load-templates';
import { PAPER_IDS } from './paper-kinds';

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
    text: shippedText('index.md').replace('# INDEX OF PAPERS', '# LIST OF PACKETS'),
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

describe('the head of a template, and what its paper has to have', () => {
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
      /\{#if listFiles\}[^]*?\{\/if\}/,
      '',
      'order-bulk has to say {listFiles}, and the template does not name it',
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

import { problemsOf, separator } from '../testing/template-files';

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
});

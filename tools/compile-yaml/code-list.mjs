// A list of offences: those of the replays as they stand (frozen), those of the statute with a closed schema.
import { parse } from 'yaml';
import { Reader } from './closed.mjs';

const QUALIFIER_RULES = ['count', 'excluded', 'cannot-tell'];
const LIST = [
  'list',
  'kind',
  'title',
  'citation',
  'decides',
  'attempts',
  'conspiracies',
  'sources',
  'entries',
  'combinations?',
  'open?',
];
const ENTRY = [
  'offence',
  'condition?',
  'asks?',
  'from?',
  'to?',
  'outside?',
  'group?',
  'words?',
  'attempts?',
  'conspiracies?',
  'source',
  'mark',
  'confirm?',
];
const COMBINATION = ['with', 'of', 'within', 'group?', 'source', 'mark', 'confirm?'];
const OPEN = ['citation', 'source', 'mark', 'confirm'];

/**
 * @param {string} name of the file @param {string} text
 * @returns {Record<string, unknown>} the list as the library takes it
 */
export function readCodeList(name, text) {
  const reader = new Reader(name);
  const list = parse(text);
  if (`${list?.list}.yaml` !== name) reader.fail('list', 'must be the name of the file');
  return list.kind === undefined ? list : readStatuteList(reader, list);
}

/** @param {Reader} reader @param {unknown} value */
function readStatuteList(reader, value) {
  const list = reader.object(value, 'the list', LIST);
  const sources = reader.sources(list.sources, 'sources');
  const used = new Set();
  /** @param {unknown} key @param {string} place */
  const sourceKey = (key, place) => {
    used.add(key);
    return reader.choice(key, `${place}.source`, Object.keys(sources));
  };
  const read = {
    list: list.list,
    kind: reader.choice(list.kind, 'kind', ['statute']),
    title: reader.text(list.title, 'title'),
    citation: reader.text(list.citation, 'citation'),
    decides: reader.text(list.decides, 'decides'),
    attempts: reader.choice(list.attempts, 'attempts', QUALIFIER_RULES),
    conspiracies: reader.choice(list.conspiracies, 'conspiracies', QUALIFIER_RULES),
    sources,
    entries: reader.list(list.entries, 'entries').map((each, i) => readEntry(reader, each, `entries[${i}]`, sourceKey)),
    ...(list.combinations === undefined
      ? {}
      : {
          combinations: reader
            .list(list.combinations, 'combinations')
            .map((each, i) => readCombination(reader, each, `combinations[${i}]`, sourceKey)),
        }),
    ...(list.open === undefined
      ? {}
      : { open: reader.list(list.open, 'open').map((each, i) => readOpen(reader, each, `open[${i}]`, sourceKey)) }),
  };
  refuseOverlaps(reader, read.entries);
  for (const key of Object.keys(sources))
    if (!used.has(key)) reader.fail(`sources.${key}`, 'is used by no entry: remove it');
  return read;
}

/** Two entries of one citation that are in force on the same day would both decide. @param {Reader} reader @param {readonly { offence: string, from?: number, to?: number }[]} entries */
function refuseOverlaps(reader, entries) {
  entries.forEach((each, i) => {
    const other = entries.findIndex(
      (one, j) =>
        j < i &&
        one.offence === each.offence &&
        (one.from ?? 0) <= (each.to ?? 99991231) &&
        (each.from ?? 0) <= (one.to ?? 99991231),
    );
    if (other >= 0)
      reader.fail(
        `entries[${other}] and entries[${i}] (${each.offence})`,
        'are in force on the same day: give them days that do not meet, or make one of the two',
      );
  });
}

/** @typedef {(key: unknown, place: string) => string} SourceKey */

/** @param {Reader} reader @param {unknown} value @param {string} place @param {SourceKey} sourceKey */
function readEntry(reader, value, place, sourceKey) {
  const entry = reader.object(value, place, ENTRY);
  const offence = reader.text(entry.offence, `${place}.offence`);
  const here = `${place} (${offence})`;
  if ((entry.condition === undefined) !== (entry.asks === undefined))
    reader.fail(here, 'needs both "condition" and "asks", or neither');
  const from = entry.from === undefined ? undefined : reader.day(entry.from, `${here}.from`);
  const to = entry.to === undefined ? undefined : reader.day(entry.to, `${here}.to`);
  if (from !== undefined && to !== undefined && from > to) reader.fail(here, '"from" must not be after "to"');
  if (entry.outside !== undefined && from === undefined && to === undefined)
    reader.fail(here, '"outside" needs "from" or "to"');
  return {
    offence,
    ...texts(reader, entry, here, ['condition', 'asks']),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(entry.outside === undefined
      ? {}
      : { outside: reader.choice(entry.outside, `${here}.outside`, ['no', 'cannot-tell']) }),
    ...texts(reader, entry, here, ['group', 'words']),
    ...rules(reader, entry, here),
    source: sourceKey(entry.source, here),
    mark: reader.mark(entry.mark, here),
    ...texts(reader, entry, here, ['confirm']),
  };
}

/** @param {Reader} reader @param {unknown} value @param {string} place @param {SourceKey} sourceKey */
function readCombination(reader, value, place, sourceKey) {
  const each = reader.object(value, place, COMBINATION);
  return {
    with: reader.text(each.with, `${place}.with`),
    of: reader.list(each.of, `${place}.of`).map((one, i) => reader.text(one, `${place}.of[${i}]`)),
    within: reader.choice(each.within, `${place}.within`, ['step', 'charge']),
    ...texts(reader, each, place, ['group']),
    source: sourceKey(each.source, place),
    mark: reader.mark(each.mark, place),
    ...texts(reader, each, place, ['confirm']),
  };
}

/** @param {Reader} reader @param {unknown} value @param {string} place @param {SourceKey} sourceKey */
function readOpen(reader, value, place, sourceKey) {
  const each = reader.object(value, place, OPEN);
  return {
    ...texts(reader, each, place, ['citation']),
    source: sourceKey(each.source, place),
    mark: reader.mark(each.mark, place),
    ...texts(reader, each, place, ['confirm']),
  };
}

/** @param {Reader} reader @param {Record<string, unknown>} from @param {string} place @param {readonly string[]} names */
function texts(reader, from, place, names) {
  return Object.fromEntries(
    names.filter((each) => from[each] !== undefined).map((each) => [each, reader.text(from[each], `${place}.${each}`)]),
  );
}

/** @param {Reader} reader @param {Record<string, unknown>} from @param {string} place */
function rules(reader, from, place) {
  const names = ['attempts', 'conspiracies'].filter((each) => from[each] !== undefined);
  return Object.fromEntries(
    names.map((each) => [each, reader.choice(from[each], `${place}.${each}`, QUALIFIER_RULES)]),
  );
}

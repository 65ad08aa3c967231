// The data of the identity library with closed schemas: nicknames, and the model with its weights.
import { parse } from 'yaml';
import { Reader } from './closed.mjs';

/** What a model must say of each field, and nothing else; the levels of the library's comparisons. */
export const LEVELS = {
  last: ['same', 'sound', 'close', 'part', 'different'],
  first: ['same', 'nickname', 'sound', 'close', 'initial', 'middle', 'different'],
  order: ['straight', 'swapped'],
  middle: ['same', 'initial', 'different'],
  suffix: ['same', 'one-missing', 'different'],
  birth: ['same', 'swapped', 'digit', 'month', 'year-only', 'same-year', 'near', 'different', 'far'],
  case: ['same', 'similar', 'elsewhere'],
  sex: ['same', 'different'],
  ssn: ['same', 'different'],
};
const SETTINGS = [
  'population-floor',
  'ask-from',
  'same-from',
  'same-from-unsure',
  'margin',
  'rarest-name',
  'nicknames',
  'sounds',
  'slips',
  'block-cap',
  'far-years',
];

/** @param {string} name of the file @param {string} text @returns {string[][]} */
export function readNicknames(name, text) {
  const reader = new Reader(name);
  const table = reader.object(parse(text), 'the table', ['groups']);
  return reader.list(table.groups, 'groups').map((line, i) => {
    const names = reader.text(line, `groups[${i}]`).split(/\s+/);
    if (names.length < 2) reader.fail(`groups[${i}]`, 'must have at least two names');
    for (const each of names)
      if (!/^[A-Z]+$/.test(each)) reader.fail(`groups[${i}]`, `"${each}" must be capitals A to Z`);
    return names;
  });
}

/** @param {string} name of the file @param {string} text */
export function readWeights(name, text) {
  const reader = new Reader(name);
  const model = reader.object(parse(text), 'the model', ['model', 'fitted', 'settings', 'fields']);
  const settings = reader.object(model.settings, 'settings', SETTINGS);
  for (const each of SETTINGS) number(reader, settings[each], `settings.${each}`, 0, Infinity);
  if (Number(settings['same-from']) > Number(settings['same-from-unsure']))
    reader.fail('settings', '"same-from" must not be above "same-from-unsure"');
  if (Number(settings['ask-from']) > Number(settings['same-from']))
    reader.fail('settings', '"ask-from" must not be above "same-from"');
  const fields = reader.object(model.fields, 'fields', Object.keys(LEVELS));
  for (const [field, names] of Object.entries(LEVELS)) {
    const levels = reader.object(fields[field], `fields.${field}`, names);
    for (const level of names) {
      const place = `fields.${field}.${level}`;
      const chances = reader.object(levels[level], place, ['m', 'u']);
      for (const chance of ['m', 'u']) number(reader, chances[chance], `${place}.${chance}`, 1e-9, 1);
    }
  }
  return { model: reader.text(model.model, 'model'), fitted: reader.text(model.fitted, 'fitted'), settings, fields };
}

/** @param {Reader} reader @param {unknown} value @param {string} place @param {number} low @param {number} high */
function number(reader, value, place, low, high) {
  if (typeof value !== 'number' || !(value >= low && value <= high))
    reader.fail(place, `must be a number from ${low} to ${high}`);
}

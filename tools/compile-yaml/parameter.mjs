// One parameter a file: an amount, an age or a day, with the days from which each value is in force.
import { parse } from 'yaml';
import { Reader } from './closed.mjs';

const PARAMETER = ['parameter', 'title', 'unit', 'citation', 'decides', 'values'];
const VALUE = ['from', 'value', 'source', 'mark', 'confirm?'];
const UNITS = ['date', 'grams', 'plants', 'years', 'days', 'convictions'];

/**
 * @param {string} name of the file @param {string} text
 * @returns {{ parameter: string, values: { from: number, value: number }[] }} the parameter as the library takes it; days are `yyyymmdd`
 */
export function readParameter(name, text) {
  const reader = new Reader(name);
  const parameter = reader.object(parse(text), 'the parameter', PARAMETER);
  if (`${parameter.parameter}.yaml` !== name) reader.fail('parameter', 'must be the name of the file');
  const unit = reader.choice(parameter.unit, 'unit', UNITS);
  const values = reader
    .list(parameter.values, 'values')
    .map((each, i) => readValue(reader, each, `values[${i}]`, unit));
  values.forEach((each, i) => {
    const before = values[i - 1];
    if (before && before.from >= each.from) reader.fail(`values[${i}].from`, 'must be later than the one before');
  });
  return {
    parameter: String(parameter.parameter),
    title: reader.text(parameter.title, 'title'),
    unit,
    citation: reader.text(parameter.citation, 'citation'),
    decides: reader.text(parameter.decides, 'decides'),
    values,
  };
}

/** @param {Reader} reader @param {unknown} value @param {string} place @param {string} unit */
function readValue(reader, value, place, unit) {
  const each = reader.object(value, place, VALUE);
  return {
    from: reader.day(each.from, `${place}.from`),
    value: unit === 'date' ? reader.day(each.value, `${place}.value`) : amount(reader, each.value, `${place}.value`),
    source: reader.source(each.source, `${place}.source`),
    mark: reader.mark(each.mark, place),
    ...(each.confirm === undefined ? {} : { confirm: reader.text(each.confirm, `${place}.confirm`) }),
  };
}

/** @param {Reader} reader @param {unknown} value @param {string} place @returns {number} */
function amount(reader, value, place) {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0)
    reader.fail(place, 'must be a number greater than 0');
  return value;
}

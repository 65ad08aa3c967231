// Which agency prosecutes: the table with a closed schema. Every place stands for one agency of its county only.
import { parse } from 'yaml';
import { Reader } from './closed.mjs';

const TABLE = ['table', 'title', 'citation', 'decides', 'police', 'courts', 'sources', 'counties', 'open'];
const AGENCY = [
  'agency',
  'kind',
  'places',
  'courts?',
  'ori?',
  'from?',
  'to?',
  'source',
  'mark',
  'ori-source?',
  'ori-mark?',
  'confirm?',
];
const KINDS = ['city-attorney', 'city-prosecutor'];

/** @param {string} name of the file @param {string} text @returns the table as the library takes it */
export function readProsecutingAgencies(name, text) {
  const reader = new Reader(name);
  const table = reader.object(parse(text), 'the table', TABLE);
  if (`${table.table}.yaml` !== name) reader.fail('table', 'must be the name of the file');
  const sources = reader.sources(table.sources, 'sources');
  const patterns = (/** @type {'police' | 'courts'} */ field) =>
    reader.list(table[field], field).map((each, i) => {
      const pattern = reader.text(each, `${field}[${i}]`);
      if (pattern.split('{place}').length !== 2) reader.fail(`${field}[${i}]`, 'must have {place} once');
      return pattern;
    });
  return {
    table: name.replace(/\.yaml$/, ''),
    title: reader.text(table.title, 'title'),
    citation: reader.text(table.citation, 'citation'),
    decides: reader.text(table.decides, 'decides'),
    police: patterns('police'),
    courts: patterns('courts'),
    sources,
    counties: reader
      .list(table.counties, 'counties')
      .map((each, i) => readCounty(reader, each, `counties[${i}]`, sources)),
    open: reader.list(table.open, 'open').map((each, i) => {
      const open = reader.object(each, `open[${i}]`, ['citation', 'source', 'mark', 'confirm']);
      return {
        citation: reader.text(open.citation, `open[${i}].citation`),
        source: reader.choice(open.source, `open[${i}].source`, Object.keys(sources)),
        mark: reader.mark(open.mark, `open[${i}]`),
        confirm: reader.text(open.confirm, `open[${i}].confirm`),
      };
    }),
  };
}

/** @param {Reader} reader @param {unknown} value @param {string} place @param {object} sources */
function readCounty(reader, value, place, sources) {
  const county = reader.object(value, place, ['county', 'agencies']);
  const seen = new Map();
  const agencies = reader
    .list(county.agencies, `${place}.agencies`)
    .map((each, i) => readAgency(reader, each, `${place}.agencies[${i}]`, sources));
  for (const { agency, places, courts, ori } of agencies) {
    for (const key of [...places.map((each) => `place ${each}`), ...courts.map((each) => `court ${each}`), ...ori]) {
      if (seen.has(key)) reader.fail(place, `"${key}" leads to ${seen.get(key)} and to ${agency}: leave it to one`);
      seen.set(key, agency);
    }
  }
  return { county: reader.text(county.county, `${place}.county`), agencies };
}

/** @param {Reader} reader @param {unknown} value @param {string} place @param {object} sources */
function readAgency(reader, value, place, sources) {
  const each = reader.object(value, place, AGENCY);
  const names = (/** @type {'places' | 'courts' | 'ori'} */ field) =>
    each[field] === undefined
      ? []
      : reader.list(each[field], `${place}.${field}`).map((one, i) => reader.text(one, `${place}.${field}[${i}]`));
  const ori = names('ori');
  if (ori.length > 0 !== (each['ori-mark'] !== undefined && each['ori-source'] !== undefined))
    reader.fail(place, '"ori" needs "ori-source" and "ori-mark"');
  for (const code of ori) if (!/^CA\d{7}$/.test(code)) reader.fail(`${place}.ori`, 'must be codes such as CA0194200');
  return {
    agency: reader.text(each.agency, `${place}.agency`),
    kind: reader.choice(each.kind, `${place}.kind`, KINDS),
    places: names('places'),
    courts: names('courts'),
    ori,
    ...(each.from === undefined ? {} : { from: reader.day(each.from, `${place}.from`) }),
    ...(each.to === undefined ? {} : { to: reader.day(each.to, `${place}.to`) }),
    source: reader.choice(each.source, `${place}.source`, Object.keys(sources)),
    mark: reader.mark(each.mark, place),
    ...(ori.length === 0
      ? {}
      : {
          oriSource: reader.choice(each['ori-source'], `${place}.ori-source`, Object.keys(sources)),
          oriMark: reader.mark(each['ori-mark'], `${place}.ori-mark`),
        }),
    ...(each.confirm === undefined ? {} : { confirm: reader.text(each.confirm, `${place}.confirm`) }),
  };
}

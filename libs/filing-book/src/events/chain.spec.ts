import { chained, made, sampleRows } from '../testing/sample-batch';
import { canonicalJson, printEvents, readBook, verifyChain } from './chain';

const events = chained([
  made(1, sampleRows(2)),
  { kind: 'note', batch: '', ref: '', text: 'first' },
  { kind: 'note', batch: '', ref: '', text: 'second' },
]);
const text = printEvents(events);
const lines = text.trimEnd().split('\n');

describe(readBook.name, () => {
  it('reads what was written, and an empty book', () => {
    expect(readBook(text)).toEqual({
      events,
      end: events[2]?.sha256,
      wholeBytes: Buffer.byteLength(text),
      torn: false,
    });
    expect(readBook('')).toMatchObject({ events: [], torn: false });
  });

  it('a last line that a crash tore off was never recorded', () => {
    const torn = readBook(text.slice(0, -20));
    expect([torn.events.length, torn.torn, torn.end]).toEqual([2, true, events[1]?.sha256]);
    // Whole but for its end: nobody was told that it stands.
    expect(readBook(text.slice(0, -1))).toMatchObject({
      torn: true,
      wholeBytes: Buffer.byteLength(`${lines[0]}\n${lines[1]}\n`),
    });
    expect(readBook('{"version":1').events).toEqual([]);
  });

  it.each([
    ['changed', [lines[0], lines[1]?.replace('first', 'other'), lines[2]], 2],
    ['taken out', [lines[0], lines[2]], 2],
    ['moved', [lines[1], lines[0], lines[2]], 1],
    ['not JSON', [lines[0], 'x', lines[2]], 2],
    ['of another version', [lines[0]?.replace('"version":1', '"version":2')], 1],
    ['with an unknown field', [lines[0]?.replace('"version":1', '"version":1,"more":1')], 1],
  ])('a line that was %s refuses the book by its line', (_, changed, line) => {
    expect(() => readBook(`${changed.join('\n')}\n`)).toThrow(new RegExp(`line ${line}:`));
  });

  it('keeps one office to a book', () => {
    const [first] = events;
    const other = chained([{ kind: 'note', batch: '', ref: '', text: 'x' }])[0];
    expect(first && other && verifyChain([other])).toBe(other?.sha256);
  });
});

it('the hash does not depend on the order in which a database gives the fields', () => {
  expect(canonicalJson({ b: [{ y: 1, x: undefined }], a: null })).toBe('{"a":null,"b":[{"y":1}]}');
  const turned = events.map((event) => Object.fromEntries(Object.entries(event).reverse()) as (typeof events)[number]);
  expect(verifyChain(turned)).toBe(events[2]?.sha256);
});

it('the book holds no name, no number of the state and no number of a case that we filed', () => {
  for (const secret of ['PERSON', 'A10000000', 'BA100000', '1970-01-01']) expect(text).not.toContain(secret);
});

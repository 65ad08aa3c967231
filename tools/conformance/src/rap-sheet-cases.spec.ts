import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicy } from '@clearway/county-policy';
import { historyOf, readRapSheet, readTextLines } from '@clearway/rap-sheet';
import { parseCalendarDate } from '@clearway/record';
import { decidePerson, explainConvictions } from '@clearway/rules';
import { parse } from 'yaml';

interface DecidedCase {
  readonly name: string;
  readonly sheet: string;
  readonly whole?: boolean;
  readonly cut?: boolean;
  readonly decided?: {
    readonly county?: string;
    readonly 'as of'?: string;
    readonly outcomes: Readonly<Record<string, string>>;
    readonly problems?: readonly string[];
  };
}

const FOLDER = join(__dirname, '..', '..', '..', 'libs', 'sources', 'rap-sheet', 'cases');
const PERSON = readFileSync(join(FOLDER, 'person.txt'), 'utf8');
const CASES = readdirSync(FOLDER)
  .filter((each) => each.endsWith('.yaml'))
  .flatMap((each) => parse(readFileSync(join(FOLDER, each), 'utf8')) as DecidedCase[])
  .filter((each) => each.decided !== undefined);

/** `101 1 2`: cycle, step and count. */
function keyOf(key: string): string {
  const order = key.split(':')[1] ?? '';
  return [order.slice(0, 3), Number(order.slice(3, 6)), Number(order.slice(6, 9))].join(' ');
}

describe('the rules decide on a RAP sheet as on any other source', () => {
  it('has cases', () => expect(CASES.length).toBeGreaterThan(10));

  it.each(CASES.map((each) => [each.name, each] as const))('%s', (_, { sheet, whole, cut, decided }) => {
    const text = readTextLines(
      Buffer.from(`${whole === true ? '' : PERSON}${sheet}${cut === true ? '' : '* * * END OF MESSAGE * * *'}`),
    );
    const history = historyOf(readRapSheet(text), { file: 0, sha256: 'ab' });
    const asOf = parseCalendarDate(decided?.['as of'] ?? '2026-11-01');
    const person = decidePerson(history, loadPolicy('california-statute'), {
      county: decided?.county ?? 'SAN FRANCISCO',
      asOf,
    });
    const outcomes = Object.fromEntries(
      person.convictions.map(({ key, determination }) => [keyOf(key), determination.outcome]),
    );
    expect(outcomes).toEqual(decided?.outcomes);
    if (decided?.problems) expect(person.problems).toEqual(decided.problems);
  });

  it('says by page and line where a fact stands', () => {
    const sheet = `${PERSON}\fCOURT: NAM:01\n19950607  CASC SAN FRANCISCO\nCNT:01 #A1\n  11359 HS-SALE\n*DISPO:CONVICTED\n* * * END OF MESSAGE * * *`;
    const history = historyOf(readRapSheet(readTextLines(Buffer.from(sheet))), { file: 0, sha256: 'ab' });
    const run = { county: 'SAN FRANCISCO', asOf: 20261101 };
    const [explanation] = explainConvictions(history, loadPolicy('california-statute'), run, ['sheet.txt']);
    expect(explanation?.rules.flatMap(({ facts }) => facts.map(({ where }) => where))).toContain(
      'sheet.txt, page 2, line 11',
    );
  });
});

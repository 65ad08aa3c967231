import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { synthesizeSync } from '../synthesize';
import { type TruePerson } from '../truth';
import { COURT_COLUMNS } from './court-rows';
import { partsOfName } from './identity-of-plan';
import { type LinkedFiles, type SheetFile } from './linked-files';
import { type LinkedFilesTruth, type LinkedPersonTruth } from './linked-truth';

interface Made {
  readonly state: string;
  readonly extract: string;
  readonly sheets: readonly SheetFile[];
  readonly done: string;
  readonly truth: string;
  readonly people: readonly LinkedPersonTruth[];
  readonly files: LinkedFilesTruth;
  readonly statePeople: readonly TruePerson[];
}

function make(seed: number, rows = 25_000): Made {
  let linked: LinkedFiles | undefined;
  const statePeople: TruePerson[] = [];
  const sheets: SheetFile[] = [];
  const chunks: Buffer[] = [];
  for (const bytes of synthesizeSync({
    county: 'LOS ANGELES',
    rows,
    seed,
    onLinked: (files) => (linked = files),
    onTruth: (person) => statePeople.push(person),
  })) {
    chunks.push(bytes);
    sheets.push(...(linked?.sheets() ?? []));
  }
  if (!linked) throw new Error('nobody was told of the linked files');
  const extract = [...linked.courtExtract()].join('');
  const lines = [...linked.truthLines()];
  return {
    state: Buffer.concat(chunks).toString('latin1'),
    extract,
    sheets,
    done: [...linked.doneList()].join(''),
    truth: lines.join(''),
    people: lines.slice(0, -1).map((line) => JSON.parse(line) as LinkedPersonTruth),
    files: (JSON.parse(lines.at(-1) ?? '') as { files: LinkedFilesTruth }).files,
    statePeople,
  };
}

const made = make(11);
const rows = parse(made.extract, { columns: true }) as Record<string, string>[];
const sha = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

it('is the same bytes for the same options, and others for another seed', () => {
  const [one, again, other] = [make(11, 6_000), make(11, 6_000), make(12, 6_000)];
  expect(one.sheets.length).toBeGreaterThan(1);
  expect(again.sheets.map(({ name, bytes }) => `${name} ${sha(bytes)}`)).toEqual(
    one.sheets.map(({ name, bytes }) => `${name} ${sha(bytes)}`),
  );
  expect([again.state, again.extract, again.done, again.truth].map(sha)).toEqual(
    [one.state, one.extract, one.done, one.truth].map(sha),
  );
  expect(sha(other.extract)).not.toBe(sha(one.extract));
});

it('changes nothing of a county that is made alone', () => {
  const alone = Buffer.concat([...synthesizeSync({ county: 'LOS ANGELES', rows: 5_000, seed: 11 })]);
  expect(sha(alone)).toBe('c6adc603197acce0');
});

it('every row of the extract and every sheet is one person’s, and the state’s people are all there', () => {
  expect(made.extract.split('\n')[0]).toBe(COURT_COLUMNS.join(','));
  const lines = made.people.flatMap(({ records }) =>
    records.flatMap((each) => (each.source === 'court-extract' ? each.lines : [])),
  );
  expect([...lines].sort((a, b) => a - b)).toEqual(rows.map((_, at) => at + 2));
  const named = (source: string): string[] =>
    made.people.flatMap(({ records }) =>
      records.flatMap((each) =>
        each.source !== source ? [] : [each.source === 'state-file' ? each.subjectId : 'file' in each ? each.file : ''],
      ),
    );
  expect(named('rap-sheet')).toEqual(made.sheets.map(({ name }) => name));
  expect(named('state-file')).toEqual(made.statePeople.map(({ subjectId }) => subjectId));
  expect(made.files.recordsOf.stateFile).toBe(made.statePeople.length);
  expect(made.files.courtRows).toBe(rows.length);
});

it('a count that the truth places in the extract has that section, day and case there', () => {
  const counts = made.people.flatMap((each) => each.counts).filter(({ line }) => line !== undefined);
  expect(counts).toHaveLength(rows.length);
  const said = counts.map(({ line, date }) => {
    const row = rows[(line ?? 0) - 2] ?? {};
    const section = row['Charge']?.replace(/^(?:664|182)\/|\(.*$/g, '');
    return `${row['Code']} ${section} ${row['County']} ${date.length === 10 ? row['Disposition Date'] : date}`;
  });
  expect(said).toEqual(counts.map(({ section, county, date }) => `${section} ${county} ${date}`));
});

it('sources overlap as stated: people and convictions in one of them only, names and births as clerks wrote them', () => {
  const { people, files } = made;
  const isAtCourtOnly = ({ records }: LinkedPersonTruth): boolean =>
    records.every(({ source }) => source !== 'state-file');
  expect(people.filter(isAtCourtOnly).length / people.length).toBeGreaterThan(0.02);
  expect(files.convictionsOnlyIn.courtExtract).toBeGreaterThan(40);
  expect(files.convictionsInSeveral).toBeGreaterThan(1000);
  expect(files.granted).toBe(made.done.split('\n').length - 2);
  expect(people.flatMap(({ counts }) => counts).filter(({ grantedOn }) => grantedOn !== undefined)).toHaveLength(
    files.granted,
  );
  const share = (test: (row: Record<string, string>) => boolean): number => rows.filter(test).length / rows.length;
  expect(share((row) => row['CII'] === '')).toBeGreaterThan(0.8);
  expect(share((row) => row['Birth Date']?.endsWith('0000') === true)).toBeGreaterThan(0.005);
  expect(share((row) => row['Birth Date'] === '')).toBeGreaterThan(0.005);
  expect(new Set(made.sheets.map(({ bytes }) => bytes.subarray(0, 4).toString('latin1')))).toEqual(
    new Set(['%PDF', 'RE: ']),
  );
});

it('some people are twins, or father and son of one name', () => {
  const sons = made.statePeople.filter(({ name }, at) => {
    const [own, before] = [partsOfName(name), partsOfName(made.statePeople[at - 1]?.name ?? '')];
    return own.suffix === 'JR' && own.last === before.last && own.first === before.first;
  });
  const twins = made.statePeople.filter(({ name, birthDate }, at) => {
    const before = made.statePeople[at - 1];
    return before?.birthDate === birthDate && partsOfName(name).last === partsOfName(before.name).last;
  });
  expect(sons.length).toBeGreaterThan(0);
  expect(twins.length).toBeGreaterThan(0);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicy } from '@clearway/county-policy';
import {
  annotateFiles,
  COLUMN_COUNT,
  type FileAnnotation,
  portionsOf,
  readPersons,
  scanPopulation,
} from '@clearway/doj-bulk';
import { annotationsOf, bySourcePosition, DecidedTexts } from '@clearway/outputs';
import { annotationHeader } from '@clearway/reports';
import { decidePerson } from '@clearway/rules';
import { synthesizeSync } from '@clearway/synthetic-county';
import { CaseFactsBook } from '@clearway/case-facts';
import { type Correction, correctionKey, defectsOf, type History } from '@clearway/record';
import { analyzeFiles } from './analyze-files';
import { type DecideSettings, type KeptPerson } from './decide-people';

const county = 'LOS ANGELES';
const asOf = 20200701;
/** A replay asks for convictions alone; the statute also for the arrest and the other counts of a cycle. */
const POLICIES = ['los-angeles-2020', 'los-angeles', 'california-statute'] as const;
const annotation = { asOf, ruleSetHash: 'a'.repeat(64), policyHash: 'b'.repeat(64) };
const fileNames = ['county.csv'];

/** The rows of a synthetic county, and what may be wrong with them. */
const DAMAGE: Readonly<Record<string, (cells: string[], turn: number, earlier: readonly string[]) => void>> = {
  none: () => undefined,
  'blank cells': (cells, turn) => (cells[(turn * 7) % cells.length] = ''),
  'convictions, comments and dates where there were none': (cells, turn) => {
    const at = {
      DISP_DESCR: ['CONVICTED', 'CONVICTED/SET ASIDE 1203.4', ''],
      COMMENT_TEXT: ['11358 HS', 'SEE 11357(A) HS'],
      STP_EVENT_DATE: ['20130230', '', '19990000'],
      STP_TYPE_DESCR: ['DECEASED', 'REGISTRATION'],
    };
    const [name, values] = Object.entries(at)[turn % 4]!;
    cells[COLUMN[name]!] = values[(turn >> 2) % values.length]!;
  },
  'cannabis charges without a disposition': (cells, turn) => {
    cells[COLUMN['OFFENSE_DESCR']!] = ['11358 HS-CULTIVATE MARIJUANA', '664/11359 HS', '"11360(A) HS"', '113 PC'][turn % 4]!;
    cells[COLUMN['DISP_DESCR']!] = ['', 'NULL', '  -  ', 'N/A', 'DISMISSED'][(turn >> 2) % 5]!;
    if (turn % 3 === 0) cells[COLUMN['STP_TYPE_DESCR']!] = ['COURT ACTION', 'ARREST/DETAINED/CITED'][turn % 2]!;
  },
  'sentences where there were none': (cells, turn) => {
    cells[COLUMN['SENT_LOC_DESCR']!] = 'PROBATION';
    cells[COLUMN['SENT_LENGTH']!] = String((turn % 7) + 1);
    cells[COLUMN['SENT_TIME_CODE']!] = 'Y';
    if (turn % 2 === 0) cells[COLUMN['DISP_DESCR']!] = '';
  },
  'other names, births and CIIs': (cells, turn) =>
    (cells[[COLUMN['PRI_NAME']!, COLUMN['PRI_DOB']!, COLUMN['CII_NUMBER']!, COLUMN['GENDER']!][turn % 4]!] = [
      'SOMEBODY ELSE',
      '19700101',
      '',
      'X',
    ][turn % 4]!),
  'counts out of order': (cells, turn) => (cells[COLUMN['CNT_ORDER']!] = `10${turn % 4}00${turn % 3}001000`),
  'counts that come again': (cells, turn, earlier) => {
    // One of a person at most: a second one that is read would hide what the first one does.
    if (turn % 16 === 0) cells[COLUMN['CNT_ORDER']!] = earlier[COLUMN['CNT_ORDER']!]!;
  },
  'blanks, and last days of months': (cells, turn) => {
    const at = {
      DISP_DESCR: ['      ', '  CONVICTED', ' DISMISSED'],
      COMMENT_TEXT: ['   ', ' 11358 HS', '-'],
      STP_EVENT_DATE: ['20130531', '20130631', '20130229'],
      STP_TYPE_DESCR: [' DECEASED', '   '],
    };
    const [name, values] = Object.entries(at)[turn % 4]!;
    cells[COLUMN[name]!] = values[(turn >> 2) % values.length]!;
  },
  'letters of Windows-1252': (cells, turn) => {
    cells[COLUMN['STP_ORI_DESCR']!] = 'CASC CA\xd1ADA';
    // No letter, but what is a formula to a spreadsheet.
    if (turn % 3 === 0) cells[COLUMN['HEIGHT']!] = '=1';
  },
  'steps of one day, office and kind': (cells, turn) => {
    const step = {
      CYC_DATE: '20130401',
      STP_EVENT_DATE: '20130401',
      STP_ORI_CODE: '',
      STP_ORI_DESCR: 'CASC LOS ANGELES',
      STP_ORDER: '001',
    };
    for (const [name, value] of Object.entries(step)) cells[COLUMN[name]!] = value;
    // Rows that say this beside rows of other cycles that do not: what a row is like must be asked of the row before, not of the one read before.
    if (turn % 7 < 3) cells[COLUMN['STP_ORI_DESCR']!] = 'CASC KERN';
  },
  'counts beside others, of every kind and end': (cells, turn) => {
    const at = {
      DISP_DESCR: ['DISMISSED', 'DISMISSED/SEALED', 'ACQUITTED', 'CONTINUED', 'PROS REJ-INSUFF EVID', '', 'DISMISSAL DENIED', 'CONVICTED'],
      OFFENSE_DESCR: ['32 PC-ACCESSORY', '11364 HS-PARAPHERNALIA', '11530 HS', '459 PC-MARIJUANA', '11358 HS', 'SEE COMMENT', '182 PC', ''],
      OFN: ['X1', '', '  -  '],
      FE_NUM_CRT_CASE: ['X2', ''],
      SENT_LENGTH: ['3'],
      CONV_STAT_DESCR: ['FELONY'],
      DISP_OFFENSE_DESCR: ['11359 HS'],
      STP_TYPE_DESCR: ['COURT ACTION', 'ARREST/DETAINED/CITED', 'PROBATION'],
      DISP_DATE: ['20130230'],
      CYC_DATE: [''],
    };
    const [name, values] = Object.entries(at)[turn % 10]!;
    cells[COLUMN[name]!] = values[Math.floor(turn / 10) % values.length]!;
    // Pleas for which the charges beside them are asked.
    if (turn % 3 === 0 && cells[COLUMN['DISP_DESCR']!]!.startsWith('CONVICTED')) cells[COLUMN['OFFENSE_DESCR']!] = '32 PC-ACCESSORY';
  },
  'two subjects': (cells, turn) => (cells[COLUMN['SUBJECT_ID']!] = String(90_000_000 + (turn % 2))),
};
/** What is done to every row, and not to every fifth. */
const TO_EVERY_ROW = new Set(['steps of one day, office and kind']);
/** And to every second. */
const OFTEN = new Set(['counts beside others, of every kind and end']);
/** Kinds of defects that the damage must have made: else the comparison says nothing about them. */
const FOUND: Readonly<Record<string, readonly string[]>> = {
  'blank cells': ['partial-date', 'severity-not-stated', 'orphan-sentence'],
  'cannabis charges without a disposition': ['missing-disposition', 'orphan-sentence'],
  'sentences where there were none': ['orphan-sentence'],
  'other names, births and CIIs': ['conflicting-birth-dates'],
};
const BETWEEN_CELLS = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;
let COLUMN: Readonly<Record<string, number>> = {};

describe('analyze, which leaves out of a history what decides nothing', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-decide-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function countyFile(name: string): string {
    const damage = DAMAGE[name]!;
    const every = TO_EVERY_ROW.has(name) ? 1 : OFTEN.has(name) ? 2 : 5;
    const [head = '', ...lines] = Buffer.concat([...synthesizeSync({ county, rows: 4000, seed: 11 })])
      .toString('latin1')
      .split('\n');
    COLUMN = Object.fromEntries(head.split(',').map((name, column) => [name.trim(), column]));
    const damaged = lines.map((line, turn) => {
      const cells = line.split(BETWEEN_CELLS);
      if (turn % every > 0 || cells.length !== COLUMN_COUNT) return line;
      damage(cells, turn / every, (lines[Math.max(0, turn - 4)] ?? '').split(BETWEEN_CELLS));
      return cells.join(',');
    });
    const path = join(folder, 'county.csv');
    writeFileSync(path, [head, ...damaged].join('\n'), 'latin1');
    return path;
  }

  it.each(POLICIES.flatMap((policy) => Object.keys(DAMAGE).map((name) => [policy, name] as const)))(
    'under %s decides, counts and writes what whole histories give: %s',
    async (policyName, name) => {
      const policy = loadPolicy(policyName);
      const inputs = [{ path: countyFile(name) }];
      const settings: DecideSettings = { policy, county, annotation, keepPeople: true, fileNames };
      const columns = { annotationHeader: annotationHeader(), withIdentityNumbers: false };
      const kept: KeptPerson[] = [];
      mkdirSync(join(folder, 'short'));
      const prepare = () => ({ order: { module: join(__dirname, 'decide-people'), settings }, columns });
      const { tallies } = await analyzeFiles(inputs, {
        outputDir: join(folder, 'short'),
        workDir: join(folder, 'work-1'),
        threads: 0,
        bufferBytes: 1 << 18,
        prepare,
        onKept: (one) => void kept.push(one as KeptPerson),
      });

      const population = await scanPopulation(inputs, { workDir: join(folder, 'work-2'), threads: 0 });
      const texts = new DecidedTexts({ asOf, policy }, fileNames);
      const annotations: FileAnnotation[] = [];
      const whole: KeptPerson[] = [];
      const kinds = new Set<string>();
      for await (const history of readPersons(population)) {
        const person = decidePerson(history, policy, { county, asOf, quality: {} });
        for (const { kind } of person.defects ?? []) kinds.add(kind);
        texts.addHistory(history);
        annotations.push(...annotationsOf(person, annotation));
        const { defects: _, keptTogether: __, ...rest } = person;
        const bare = {
          ...rest,
          convictions: person.convictions.map((one) => ({
            ...one,
            determination: { ...one.determination, trace: [] },
          })),
        };
        whole.push({ ...texts.add(person), person: bare });
      }
      expect(kept).toEqual(whole);
      for (const kind of FOUND[name] ?? []) expect([...kinds]).toContain(kind);
      expect(tallies).toEqual([texts.tally()]);

      mkdirSync(join(folder, 'whole'));
      const portions = portionsOf(population.files[0]!);
      await annotateFiles([{ ...inputs[0]!, portions }], {
        annotations: annotations.sort(bySourcePosition),
        ...columns,
        outputDir: join(folder, 'whole'),
        workDir: join(folder, 'work-3'),
        threads: 0,
      });
      for (const file of ['All_Results.csv', 'All_Results_Condensed.csv', 'Prop64_Results.csv'])
        expect(readFileSync(join(folder, 'short', file)).equals(readFileSync(join(folder, 'whole', file)))).toBe(true);
    },
  );

  it('applies corrections as whole histories do, also to counts that it does not read', async () => {
    const policy = loadPolicy('california-statute');
    const inputs = [{ path: countyFile('cannabis charges without a disposition') }];
    const population = await scanPopulation(inputs, { workDir: join(folder, 'work-2'), threads: 0 });
    const histories: History[] = [];
    for await (const history of readPersons(population)) histories.push(history);
    const corrections = histories.flatMap((history) => correctionsFor(history));
    const data = { rows: [], decisions: [], corrections };
    const book = new CaseFactsBook(data);
    const texts = new DecidedTexts({ asOf, policy }, fileNames);
    const whole = histories.map((history) => {
      const person = decidePerson(book.corrected(history, asOf), policy, { county, asOf, quality: {}, cases: book });
      return { ...texts.add(person), corrections: person.corrections };
    });

    const kept: KeptPerson[] = [];
    const settings: DecideSettings = { policy, county, annotation, keepPeople: true, fileNames, cases: data };
    const columns = { annotationHeader: annotationHeader(), withIdentityNumbers: false };
    mkdirSync(join(folder, 'short'));
    await analyzeFiles(inputs, {
      outputDir: join(folder, 'short'),
      workDir: join(folder, 'work-1'),
      threads: 0,
      prepare: () => ({ order: { module: join(__dirname, 'decide-people'), settings }, columns }),
      onKept: (one) => void kept.push(one as KeptPerson),
    });
    expect(kept.map(({ person, ...rows }) => ({ ...rows, corrections: person?.corrections }))).toEqual(whole);
    const states = new Set(whole.flatMap((each) => each.corrections?.map(({ state }) => state) ?? []));
    expect([...states].sort()).toEqual(['impossible', 'no-such-place', 'stale', 'used']);
  }, 60_000);
});

/** One of every defect, one that is stale, and one of every count of which nobody knows whether it is read. */
function correctionsFor(history: History): readonly Correction[] {
  const base = { person: history.person, evidence: '', by: 'DDA ROE', on: 20200601 };
  const value: Readonly<Record<string, string>> = { disposition: 'CONVICTED', severity: 'FELONY', section: '11358 HS' };
  const ofDefects = defectsOf(history).flatMap(({ field, key, now }, i): Correction[] =>
    field === '' ? [] : [{ ...base, id: `${history.person} d${i}`, key: correctionKey(field, key), field, was: i % 5 === 4 ? 'something else' : now, value: value[field] ?? '1979-05-01' }],
  );
  const counts = history.cycles.flatMap(({ subject, steps }) => steps.flatMap((step) => step.counts.map(({ order }) => `${subject}:${order}`)));
  return [...ofDefects, ...counts.slice(0, 10).map((key, i): Correction => ({ ...base, id: `${history.person} c${i}`, key, field: 'case-number', was: '', value: 'X1' }))];
}

import { recordedValue } from '../corrections/recorded-value';
import { correctionKey } from '../corrections/correction';
import { type History } from '../history';
import { smallHistory } from '../testing/small-history';
import { type Defect, type SourceFile } from './defect';
import { defectsOf } from './defects-of';

const kindsOf = (history: History, files: readonly SourceFile[] = []): string[] =>
  defectsOf(history, files).map(({ kind }) => kind);
const STATE: SourceFile = { kind: 'state-file' };
const COURT: SourceFile = { kind: 'court-extract', covers: [{ county: 'FRESNO', from: 20000101, to: 20101231 }] };

/** The count of the history with rows of these files, as a merge leaves it. */
function fromFiles(history: History, files: readonly number[]): History {
  const cycles = history.cycles.map((cycle) => ({
    ...cycle,
    steps: cycle.steps.map((step) => ({
      ...step,
      counts: step.counts.map((count) => ({ ...count, rows: files.map((file) => ({ ...count.rows[0]!, file })) })),
    })),
  }));
  return { ...history, cycles };
}

describe('defects of a record', () => {
  it('are none where nothing is missing, and then nothing is made', () => {
    expect(defectsOf(smallHistory([{}]))).toEqual([]);
    expect(defectsOf(smallHistory([{}]))).toBe(defectsOf(smallHistory([{}])));
  });

  it('have their place, what the record says now, and what the count is looked up by', () => {
    expect(defectsOf(smallHistory([{ eventDate: 20050300 }]))).toEqual([
      {
        kind: 'partial-date',
        key: '0:101002001000',
        at: { file: 0, row: 0, line: 2 },
        field: 'conviction-date',
        now: '2005-03',
        count: { charge: '11358 HS', court: 'CASC FRESNO', caseNumbers: ['F05000001'] },
      },
    ]);
  });

  it.each<[string, Parameters<typeof smallHistory>[0], string[]]>([
    ['a birth date of which only the year is known', [{ birthDate: 19700000 }], ['partial-date']],
    [
      'a whole birth date beside a partial one is enough',
      [{ birthDate: 19700000 }, { birthDate: 19700101, disposition: 'DISMISSED' }],
      [],
    ],
    ['two whole birth dates', [{}, { birthDate: 19800101, disposition: 'DISMISSED' }], ['conflicting-birth-dates']],
    ['a cannabis conviction whose arrest nobody dated', [{ cycleDate: 0 }], ['partial-date']],
    ['another conviction whose arrest nobody dated decides nothing', [{ cycleDate: 0, offence: '459 PC' }], []],
    [
      'two convictions of one court action lack one day',
      [{ eventDate: 0 }, { eventDate: 0, order: '101002002000' }],
      ['partial-date'],
    ],
    [
      'a reduction under PC 17(b) states the grade',
      [{ convictionStatus: '' }, { order: '101002001000', disposition: 'REDUCED 17(B)', convictionStatus: '' }],
      [],
    ],
    ['no grade at all', [{ convictionStatus: '' }], ['severity-not-stated']],
    ['a charge without a section', [{ offence: 'CULTIVATE MARIJUANA' }], ['unknown-section']],
    ['a number that no section has, which is readable', [{ offence: '21135900 PC-X' }], []],
    ['two numbers run together, of which one may be of cannabis', [{ offence: '21111357 HS-X' }], ['unknown-section']],
    ['the conviction on the day of the arrest', [{ cycleDate: 20050301 }], []],
    ['the conviction on the day before the arrest', [{ cycleDate: 20050302 }], ['disposition-before-arrest']],
    ['the tenth birthday', [{ birthDate: 19950301, cycleDate: 20050301 }], []],
    [
      'the day before the tenth birthday',
      [{ birthDate: 19950302, cycleDate: 20050301 }],
      ['conviction-before-age-ten'],
    ],
    [
      'a cannabis count of a court without a disposition',
      [{ disposition: '', convictionStatus: '' }],
      ['missing-disposition'],
    ],
    [
      'the same with a sentence',
      [{ disposition: '', convictionStatus: '', sentenceLength: '3', sentenceUnit: 'Y' }],
      ['orphan-sentence'],
    ],
    [
      'a count of another section without a disposition decides nothing',
      [{ disposition: '', convictionStatus: '', offence: '459 PC' }],
      [],
    ],
    [
      'a sentence of another count beside a conviction of the case',
      [
        {},
        {
          order: '101002002000',
          offence: '459 PC',
          disposition: '',
          convictionStatus: '',
          sentenceLength: '3',
          sentenceUnit: 'Y',
        },
      ],
      ['orphan-sentence'],
    ],
    [
      'a dismissed count with a sentence is no orphan',
      [{ disposition: 'DISMISSED', convictionStatus: '', sentenceLength: '1', sentenceUnit: 'Y' }],
      [],
    ],
    ['two numbers in one column', [{}, { order: '101002001000', caseNumber: 'F05000002' }], ['two-case-numbers']],
    [
      'one number written in two ways',
      [{ caseNumber: 'F-05000001' }, { order: '101002001000', caseNumber: 'F05000001' }],
      [],
    ],
    ["the agency's number and the court's are two columns", [{ courtCase: 'F05900001' }], []],
  ])('%s', (_, rows, expected) => {
    expect(kindsOf(smallHistory(rows))).toEqual(expected);
  });

  it('a rejected row, and another record that may be this person', () => {
    const history = smallHistory([{}], { incomplete: true });
    expect(kindsOf(history)).toEqual(['rejected-row']);
    // The code is one that merged histories have.
    const asked = JSON.parse(
      JSON.stringify(history).replace('"code":"rejected-row"', '"code":"possible-other-record"'),
    ) as History;
    expect(kindsOf(asked)).toEqual(['possible-other-record']);
  });

  it("a conviction in the court's system alone, and one in the state's that the extract would have", () => {
    const history = smallHistory([{}]);
    expect(kindsOf(fromFiles(history, [1]), [STATE, COURT])).toEqual(['not-in-the-state-file']);
    expect(kindsOf(fromFiles(history, [0]), [STATE, COURT])).toEqual(['not-in-the-court-extract']);
    expect(kindsOf(fromFiles(history, [0, 1]), [STATE, COURT])).toEqual([]);
    const before = { ...COURT, covers: [{ county: 'FRESNO', from: 20060101, to: 20101231 }] };
    expect(kindsOf(fromFiles(history, [0]), [STATE, before])).toEqual([]);
    expect(kindsOf(fromFiles(history, [0]))).toEqual([]);
  });

  it('two sources that say another grade or another day', () => {
    const united = (change: Record<string, unknown>): History => {
      const history = fromFiles(smallHistory([{}]), [0, 1]);
      const cycles = history.cycles.map((cycle) => ({
        ...cycle,
        steps: cycle.steps.map((step) => ({
          ...step,
          counts: step.counts.map((count) => ({
            ...count,
            dispositions: [...count.dispositions, { ...count.dispositions[0]!, ...change, row: 1 }],
          })),
        })),
      }));
      return { ...history, cycles };
    };
    const fieldsOf = (history: History): string[] =>
      defectsOf(history, [STATE, COURT]).map(({ kind, field }) => `${kind} ${field}`);
    expect(fieldsOf(united({ severity: 'misdemeanor', severityText: 'MISDEMEANOR' }))).toEqual([
      'sources-disagree severity',
    ]);
    expect(fieldsOf(united({ date: 20050401 }))).toEqual(['sources-disagree conviction-date']);
    expect(fieldsOf(united({}))).toEqual([]);
  });

  it('what a defect says of the record now is what a correction would be held against', () => {
    const rows = [
      { birthDate: 0, eventDate: 0, cycleDate: 20050302, convictionStatus: '', offence: 'CULTIVATE MARIJUANA' },
      { eventDate: 20050200, cycleDate: 20060101 },
      { disposition: '', convictionStatus: '', caseNumber: 'X1' },
    ];
    const history = smallHistory(rows);
    const correctable = defectsOf(history).filter(
      (each): each is Defect & { field: Exclude<Defect['field'], ''> } => each.field !== '',
    );
    expect(correctable.length).toBeGreaterThan(4);
    for (const { field, key, now, or } of correctable) {
      expect(recordedValue(history, { field, key: correctionKey(field, key) })).toBe(now);
      if (or) expect(recordedValue(history, { field: or.field, key })).toBe(or.now);
    }
  });
});

import { FactsUse } from '@clearway/case-facts';
import { joinPeople, readName } from '@clearway/identity';
import { joinDraft } from '../same-person/join-draft';
import { decisionId, type DraftDecision, type JoinVerdict } from './decision';
import { decisionsCsv } from './decisions-csv';
import { readDecisions, recordDecisions } from './decisions-file';
import { decisionsInForce } from './in-force';
import { joinDecisionsOf, joinsInForce, joinStatesOf } from './join-decisions';

// One moment for all: what comes later in the file holds all the same.
const RECORDER = { by: 'paralegal', at: '2026-11-23T10:00:00.000Z', day: 20261123 };
const ABOUT = { records: ['zeta', 'alpha'], people: ['p9', 'p1'], shown: 'f'.repeat(16) } as const;
const answered = (kind: JoinVerdict['kind'], reason = 'booking photo', about = ABOUT): DraftDecision =>
  joinDraft(about, { kind, reason }, { by: '', on: 0 });

/** A file of these, in this order; a number undoes the event at that place. */
function fileOf(...steps: readonly (DraftDecision | number)[]): string {
  return steps.reduce<string>((text, step, place) => {
    const draft = typeof step === 'number' ? undoing(text, step, `reason ${place}`) : step;
    return text + recordDecisions(text, [draft], RECORDER).text;
  }, '');
}

function undoing(text: string, place: number, reason: string): DraftDecision {
  const event = readDecisions(text)[place];
  if (!event) throw new Error('no such event');
  const { person, key, basis, id } = event;
  return { person, key, basis, decision: { kind: 'undo', of: id, reason }, signed: { by: '', on: 0 } };
}

const person = (id: string, cii = '') => ({
  id,
  source: 'state-file' as const,
  file: `file of ${id}`,
  subject: '',
  cii,
  ssnHash: '',
  names: [readName('OKONKWO,ROBERT JAMES')],
  births: [19800307],
  sex: 'M' as const,
  cases: [{ court: 'FRESNO', number: 'F012345' }],
});
const [ALPHA, ZETA] = [person('alpha', 'A1'), person('zeta')];

/** Are the two one person under these decisions? */
function isJoined(text: string, records = [ALPHA, ZETA]): boolean {
  return joinPeople(records, { decisions: joinDecisionsOf(readDecisions(text)) }).people < records.length;
}

function statesOf(text: string, records: readonly ReturnType<typeof person>[]): string[] {
  const events = readDecisions(text);
  const { personOf } = joinPeople(records, { decisions: joinDecisionsOf(events) });
  const states = joinStatesOf(events, (id) => personOf[records.findIndex((each) => each.id === id)]);
  const csv = decisionsCsv(events, new FactsUse({ rows: [], decisions: decisionsInForce(events) }), states);
  return csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',')[1] ?? '');
}

describe('decisions about who is one person', () => {
  it('are one event, however often and on whichever run they are given', () => {
    const again = joinDraft(
      { ...ABOUT, records: ['alpha', 'zeta'], people: ['p2', 'p1'], shown: '0' },
      { kind: 'same-person', reason: 'booking photo' },
      { by: '', on: 0 },
    );
    expect(decisionId(again)).toBe(decisionId(answered('same-person')));
    const text = fileOf(answered('same-person'));
    expect(recordDecisions(text, [again], { ...RECORDER, at: 'later' })).toMatchObject({ text: '', known: 1 });
    expect(
      new Set(['same-person', 'different-people'].map((kind) => decisionId(answered(kind as 'same-person')))).size,
    ).toBe(2);
  });

  it('a refused join is not made, and an undo lets the weights speak again', () => {
    expect(isJoined('')).toBe(true);
    expect(isJoined(fileOf(answered('different-people')))).toBe(false);
    expect(isJoined(fileOf(answered('different-people'), 0))).toBe(true);
    expect(isJoined(fileOf(answered('different-people'), 0, 1))).toBe(false);
  });

  it('the last line holds, also where the clock stood still or went back', () => {
    const both = [answered('same-person'), answered('different-people')] as const;
    expect(isJoined(fileOf(...both))).toBe(false);
    expect(isJoined(fileOf(both[1], both[0]))).toBe(true);
    const back = recordDecisions(fileOf(both[1]), [both[0]], { ...RECORDER, at: '2020-01-01T00:00:00.000Z' });
    expect(isJoined(fileOf(both[1]) + back.text)).toBe(true);
    expect(joinsInForce(readDecisions(fileOf(...both))).map(({ decision }) => decision.kind)).toEqual([
      'different-people',
    ]);
  });

  it('leave decisions about counts alone, and are left alone by them', () => {
    const count = { person: 'p1', key: '0:1', basis: 'b', signed: { by: '', on: 0 } };
    const text = fileOf(
      { ...count, decision: { kind: 'withdraw-challenge', reason: 'x' } },
      answered('same-person'),
      0,
    );
    expect(joinDecisionsOf(readDecisions(text)).map(({ kind }) => kind)).toEqual(['joined']);
    expect(decisionsInForce(readDecisions(fileOf(answered('same-person'))))).toEqual([]);
  });

  it('say in decisions.csv what became of them', () => {
    const twoNumbers = [ALPHA, { ...ZETA, cii: 'A2' }];
    expect(statesOf(fileOf(answered('same-person')), [ALPHA, ZETA])).toEqual(['applied']);
    expect(statesOf(fileOf(answered('different-people')), [ALPHA, ZETA])).toEqual(['applied']);
    expect(statesOf(fileOf(answered('same-person')), [ALPHA])).toEqual(['waiting']);
    expect(statesOf(fileOf(answered('same-person')), twoNumbers)).toEqual(['contradicted']);
    expect(statesOf(fileOf(answered('same-person'), answered('different-people'), 1), [ALPHA, ZETA])).toEqual([
      'applied',
      'undone',
      'recorded',
    ]);
    expect(statesOf(fileOf(answered('same-person'), answered('different-people')), [ALPHA, ZETA])).toEqual([
      'replaced',
      'applied',
    ]);
  });

  it('a line whose records are not those of its question is refused', () => {
    const text = fileOf(answered('same-person')).replace('zeta', 'omega');
    expect(() => readDecisions(text)).toThrow(/line 1: is no decision/);
  });
});

import { type CourtUpdateRow } from '@clearway/court-exchange';
import { batchCorrected, correctedChain } from '../answers/correction';
import { NO_DIFFERENCE } from '../batch/difference';
import { type DraftEvent } from '../events/event';
import { assertTies, countsOf } from '../reports/batch-counts';
import { batchId, chained, made, receipt, released, sampleRows, sent } from '../testing/sample-batch';
import { applyEvents, problemsOfLast } from './apply-events';
import { type BatchState, type BookState } from './book-state';

const rows = sampleRows(4);
const one = made(1, rows);
const FILED = [one, released(1, one), sent(1)];

const stateOf = (drafts: readonly DraftEvent[]): BookState => applyEvents(chained(drafts));
const codesOf = (drafts: readonly DraftEvent[]): string[] => stateOf(drafts).problems.map(({ code }) => code);
const batchOf = (drafts: readonly DraftEvent[], number = 1): BatchState =>
  stateOf(drafts).batches.get(batchId(number)) as BatchState;

describe('a batch', () => {
  it('is made, released, sent, answered; its numbers add up at every step', () => {
    const answers = receipt(1, [
      [1, 'granted'],
      [2, 'denied'],
      [3, 'not-found'],
    ]);
    expect(countsOf(batchOf([one]))).toMatchObject({ lines: 4, 'not-filed': 4, open: 0 });
    expect(countsOf(batchOf(FILED))).toMatchObject({ lines: 4, open: 4 });
    expect(countsOf(batchOf([...FILED, answers]))).toMatchObject({
      lines: 4,
      granted: 1,
      denied: 1,
      'not-found': 1,
      open: 1,
    });
    expect(codesOf([...FILED, answers])).toEqual([]);
    expect(() => assertTies(batchId(1), { ...countsOf(batchOf(FILED)), granted: 1 })).toThrow(/adds up to 5/);
  });

  it.each<[string, readonly DraftEvent[], readonly string[]]>([
    ['an unknown batch', [released(9, one)], ['batch.unknown']],
    ['released twice', [...FILED.slice(0, 2), released(1, one)], ['batch.released-already']],
    [
      'released with another manifest',
      [one, { ...released(1, one), manifestSha256: 'ab'.repeat(32) } as DraftEvent],
      ['batch.changed'],
    ],
    ['sent without a release', [one, sent(1)], ['batch.not-released']],
    ['sent twice', [...FILED, sent(1)], ['batch.sent-already']],
    ['sent before it was signed', [...FILED.slice(0, 2), sent(1, '2026-11-30')], ['batch.sent-before-release']],
    ['made twice', [one, one], ['batch.known']],
    [
      'made twice from other files',
      [one, { ...one, manifestSha256: 'ab'.repeat(32) } as DraftEvent],
      ['batch.changed'],
    ],
    ['with a line twice', [made(1, [...rows, ...rows])], ['batch.ref-twice']],
    ['that corrects an unknown one', [made(2, rows, { corrects: batchId(9) })], ['batch.corrects-unknown']],
    [
      'voided after it was sent',
      [...FILED, { kind: 'release-voided', batch: batchId(1), why: 'x', difference: NO_DIFFERENCE }],
      ['batch.sent-already'],
    ],
    [
      'released after it was voided',
      [
        ...FILED.slice(0, 2),
        { kind: 'release-voided', batch: batchId(1), why: 'x', difference: NO_DIFFERENCE },
        released(1, one),
      ],
      ['batch.voided'],
    ],
    ['answered before it is released', [one, receipt(1, [[1, 'granted']])], ['batch.not-released']],
  ])('%s is reported and changes nothing', (_, drafts, codes) => {
    expect(codesOf(drafts)).toEqual(codes);
    const before = stateOf(drafts.slice(0, -1)).batches.get(batchId(1));
    expect(stateOf(drafts).batches.get(batchId(1))).toEqual(before);
  });
});

describe('what is signed is what is filed', () => {
  const changed = (i: number): Partial<CourtUpdateRow> => (i === 1 ? { relief: 'redesignate-misdemeanor' } : {});

  it('a later run that decides otherwise blocks the sending of a signed batch, and says which lines', () => {
    const later = made(
      2,
      sampleRows(5, changed).filter(({ line }) => line !== 1),
    );
    const drafts = [one, released(1, one), later];
    expect(batchOf(drafts).outdated).toEqual({
      by: batchId(2),
      added: ['3f9a01bc44de-5'],
      removed: ['3f9a01bc44de-1'],
      changed: [{ ref: '3f9a01bc44de-2', to: '3f9a01bc44de-2' }],
    });
    expect(codesOf([...drafts, sent(1)])).toEqual(['batch.outdated']);
    const voided: DraftEvent = {
      kind: 'release-voided',
      batch: batchId(1),
      why: 'decided otherwise',
      difference: NO_DIFFERENCE,
    };
    expect(codesOf([...drafts, voided, released(2, later), sent(2)])).toEqual([]);
  });

  it('the same lines again, or other people of the same court, block nothing', () => {
    expect(batchOf([one, released(1, one), made(2, rows)]).outdated).toBeUndefined();
    const others = made(
      2,
      sampleRows(3, (i) => ({ caseNumber: `XX${i}` })),
    );
    expect(codesOf([one, released(1, one), others, sent(1), released(2, others)])).toEqual([]);
  });

  it('of two batches that nobody signed the later counts', () => {
    expect(codesOf([one, made(2, sampleRows(4, changed)), released(1, one)])).toEqual(['batch.superseded']);
  });

  it('a line is before the court once, and what is granted is not filed again', () => {
    const again = made(2, sampleRows(2));
    expect(codesOf([...FILED, again, released(2, again)])).toEqual(['batch.filed-already']);
    const state = stateOf([
      ...FILED,
      receipt(1, [
        [1, 'granted'],
        [2, 'denied'],
        [3, 'denied'],
        [4, 'denied'],
      ]),
      again,
      released(2, again),
    ]);
    expect(state.problems).toMatchObject([{ code: 'batch.granted-already', refs: ['3f9a01bc44de-1'] }]);
  });
});

describe('a correction', () => {
  const next = made(
    2,
    sampleRows(3, () => ({ charge: 'CORRECTED' })),
    { corrects: batchId(1) },
  );
  const link = (rest: 'withdrawn' | 'stays', drafts: readonly DraftEvent[]): DraftEvent => {
    const state = stateOf(drafts);
    return batchCorrected(
      state.batches.get(batchId(1)) as BatchState,
      state.batches.get(batchId(2)) as BatchState,
      'wrong charge',
      rest === 'withdrawn' ? 'rest' : [],
    );
  };

  it('takes the open lines over and withdraws the rest, or leaves it', () => {
    for (const rest of ['withdrawn', 'stays'] as const) {
      const drafts = [...FILED, next, link(rest, [...FILED, next]), released(2, next), sent(2)];
      expect(codesOf(drafts)).toEqual([]);
      expect(countsOf(batchOf(drafts))).toMatchObject({
        lines: 4,
        moved: 3,
        [rest === 'stays' ? 'open' : 'withdrawn']: 1,
      });
      expect(countsOf(batchOf(drafts, 2))).toMatchObject({ lines: 3, open: 3 });
      expect(batchOf(drafts).lines.get('3f9a01bc44de-1')?.movedTo).toEqual({
        batch: batchId(2),
        ref: '3f9a01bc44de-1',
      });
    }
  });

  it('is named by its manifest, and recorded before it is released', () => {
    expect(codesOf([...FILED, next, released(2, next)])).toEqual(['batch.not-linked']);
    const unnamed = made(2, sampleRows(3));
    expect(codesOf([...FILED, unnamed, link('stays', [...FILED, unnamed])])).toEqual(['batch.corrects-another']);
    expect(codesOf([one, next, link('stays', [one, next])])).toEqual(['batch.not-released']);
  });

  it('of a correction reaches lines that still stand in the first batch', () => {
    const first = [...FILED, next, link('stays', [...FILED, next]), released(2, next)];
    const third = made(
      3,
      sampleRows(4, () => ({ charge: 'AGAIN' })),
      { corrects: batchId(2) },
    );
    const state = stateOf([...first, third]);
    const at = (number: number): BatchState => state.batches.get(batchId(number)) as BatchState;
    const chain = correctedChain(state, at(3));
    expect(chain.map(({ batch }) => batch)).toEqual([batchId(2), batchId(1)]);
    const links = chain.map((each) => batchCorrected(each, at(3), 'again'));
    expect(links.map(({ moved }) => moved.length)).toEqual([3, 1]);
    expect(codesOf([...first, third, ...links, released(3, third)])).toEqual([]);
    // Without the second link a line would be before the court twice.
    expect(codesOf([...first, third, links[0] as DraftEvent, released(3, third)])).toEqual(['batch.filed-already']);
  });

  it('withdraws single lines, and none that it does not have', () => {
    const drafts = [...FILED, next];
    const withdraw = (ref: string): DraftEvent => ({
      kind: 'batch-corrected',
      batch: batchId(1),
      correctedBy: batchId(2),
      why: 'x',
      moved: [],
      withdrawn: [ref],
    });
    expect(countsOf(batchOf([...drafts, withdraw('3f9a01bc44de-4')]))).toMatchObject({ withdrawn: 1, open: 3 });
    expect(codesOf([...drafts, withdraw('3f9a01bc44de-9')])).toEqual(['line.unknown']);
  });

  it('does not take over what is granted', () => {
    const drafts = [...FILED, receipt(1, [[1, 'granted']]), next];
    expect(stateOf([...drafts, link('stays', drafts)]).problems).toMatchObject([
      { code: 'line.answered', refs: ['3f9a01bc44de-1'] },
    ]);
  });

  it('an answer for a line that went on elsewhere is reported', () => {
    const drafts = [...FILED, next, link('withdrawn', [...FILED, next]), released(2, next)];
    expect(
      stateOf([
        ...drafts,
        receipt(1, [
          [1, 'granted'],
          [4, 'granted'],
        ]),
      ]).problems,
    ).toMatchObject([{ code: 'line.moved', refs: ['3f9a01bc44de-1', '3f9a01bc44de-4'] }]);
  });
});

describe('answers', () => {
  it('of unknown lines, twice, and against an earlier one are reported; the others are taken', () => {
    const drafts = [
      ...FILED,
      receipt(1, [
        [1, 'granted'],
        [2, 'not-found'],
        [3, 'granted'],
      ]),
      receipt(1, [
        [1, 'denied'],
        [3, 'granted'],
        [9, 'granted'],
        [2, 'granted', '2026-12-20'],
      ]),
    ];
    const { problems } = stateOf(drafts);
    expect(problems.map(({ code, refs }) => [code, ...refs])).toEqual([
      ['line.unknown', '3f9a01bc44de-9'],
      ['line.answered-twice', '3f9a01bc44de-3'],
      ['line.contradiction', '3f9a01bc44de-1'],
    ]);
    // Not found first, found and granted later: that is no contradiction.
    expect(countsOf(batchOf(drafts))).toMatchObject({ granted: 3, open: 1 });
  });

  it('are taken back whole or line by line, and the taking back too', () => {
    const drafts = [
      ...FILED,
      receipt(1, [
        [1, 'granted'],
        [2, 'denied'],
      ]),
    ];
    const of = chained(drafts)[3]?.sha256 ?? '';
    const undo = (refs: string[]): DraftEvent => ({ kind: 'undone', of, refs, why: 'wrong file' });
    expect(countsOf(batchOf([...drafts, undo([])]))).toMatchObject({ open: 4 });
    const part = [...drafts, undo(['3f9a01bc44de-2'])];
    expect(countsOf(batchOf(part))).toMatchObject({ granted: 1, denied: 0, open: 3 });
    const back: DraftEvent = { kind: 'undone', of: chained(part)[4]?.sha256 ?? '', refs: [], why: 'it was right' };
    expect(countsOf(batchOf([...part, back]))).toMatchObject({ granted: 1, denied: 1 });
    expect(codesOf([...FILED, { kind: 'undone', of: 'ab'.repeat(32), refs: [], why: 'x' }])).toEqual(['event.unknown']);
    expect(codesOf([...FILED, { kind: 'undone', of: chained(FILED)[2]?.sha256 ?? '', refs: ['x'], why: 'x' }])).toEqual(
      ['event.whole-only'],
    );
  });

  it('what later events stand on is not taken back silently', () => {
    const undo: DraftEvent = { kind: 'undone', of: chained(FILED)[1]?.sha256 ?? '', refs: [], why: 'x' };
    expect(problemsOfLast(chained([...FILED, undo]), 1).map(({ code }) => code)).toEqual(['batch.not-released']);
    expect(problemsOfLast(chained(FILED), 1)).toEqual([]);
  });
});

it('lists of cases: asked, answered, contradicted, never asked', () => {
  const reply = (ref: string, answer: 'exists' | 'destroyed') => ({
    ref,
    answer,
    caseNumber: '',
    courthouse: '',
    on: '2026-12-01',
    note: '',
  });
  const asked: DraftEvent = { kind: 'match-asked', test: true, refs: ['m1', 'm2'], listSha256: 'ab'.repeat(32) };
  const answered = (...replies: ReturnType<typeof reply>[]): DraftEvent => ({
    kind: 'match-answered',
    fileSha256: 'cd'.repeat(32),
    replies,
  });
  const state = stateOf([
    asked,
    answered(reply('m1', 'exists')),
    answered(reply('m1', 'destroyed'), reply('m9', 'exists'), reply('m2', 'destroyed')),
  ]);
  expect(state.problems.map(({ code, refs }) => [code, ...refs])).toEqual([
    ['match.unknown-ref', 'm9'],
    ['match.contradiction', 'm1'],
  ]);
  expect([state.replies.get('m1')?.answer, state.replies.get('m2')?.answer]).toEqual(['exists', 'destroyed']);
});

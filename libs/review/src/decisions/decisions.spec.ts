import { type DraftDecision } from './decision';
import { readDecisions, recordDecisions } from './decisions-file';
import { decisionsInForce } from './in-force';

const RECORDER = { by: 'analyst', at: '2026-11-23T10:00:00.000Z', day: 20261123 };
const COUNT = { person: 'p1', key: '0:101001001000', basis: 'b1' };
const draft = (decision: DraftDecision['decision'], signed = { by: '', on: 0 }): DraftDecision => ({
  ...COUNT,
  decision,
  signed,
});
const answer = (value: string): DraftDecision => draft({ kind: 'answer', question: 'birth-date', fact: 'age', value });
const challenge = draft({ kind: 'challenge', ground: 'c2-criteria', evidence: 'record', evidenceKind: 'court-record' });

function fileOf(...drafts: readonly DraftDecision[]): string {
  return drafts.reduce((text, each) => text + recordDecisions(text, [each], RECORDER).text, '');
}

describe('a decisions file', () => {
  it('takes a decision once, however often it is given', () => {
    const once = recordDecisions('', [answer('under-18'), answer('under-18')], RECORDER);
    expect([once.events.length, once.known]).toEqual([1, 1]);
    expect(recordDecisions(once.text, [answer('under-18')], { ...RECORDER, at: 'later' })).toMatchObject({
      text: '',
      known: 1,
    });
  });

  it('says who and when: by the sheet, else by the one who records', () => {
    const [first, second] = readDecisions(
      fileOf(answer('under-18'), draft(challenge.decision, { by: 'DDA ROE', on: 20261101 })),
    );
    expect(first).toMatchObject({ by: 'analyst', on: 20261123, recordedBy: 'analyst' });
    expect(second).toMatchObject({ by: 'DDA ROE', on: 20261101, recordedBy: 'analyst', recordedAt: RECORDER.at });
  });

  it('shows that a line was changed or taken out, by its line', () => {
    const lines = fileOf(answer('under-18'), answer('18-to-20'), challenge).trimEnd().split('\n');
    expect(() => readDecisions([lines[0], lines[2]].join('\n'))).toThrow(/line 2: a line before it was changed/);
    expect(() => readDecisions(lines.join('\n').replace('under-18', '21-and-over'))).toThrow(/line 2/);
    expect(() => readDecisions('{"a":1}\n')).toThrow(/line 1: is no decision/);
    expect(() => readDecisions('x')).toThrow(/line 1: is not JSON/);
  });

  it('the last answer to a question stands, a withdrawal takes a challenge back', () => {
    const standing = decisionsInForce(readDecisions(fileOf(answer('under-18'), challenge, answer('18-to-20'))));
    expect(standing.map(({ answer: given, challenge: brought }) => given?.value ?? brought?.ground)).toEqual([
      'c2-criteria',
      '18-to-20',
    ]);
    const after = decisionsInForce(
      readDecisions(fileOf(challenge, draft({ kind: 'withdraw-challenge', reason: 'not provable' }))),
    );
    expect(after).toMatchObject([{ withdraws: true }]);
  });

  it('an undo takes a decision back and can be undone itself', () => {
    const first = fileOf(answer('under-18'));
    const [{ id } = { id: '' }] = readDecisions(first);
    const undone =
      first + recordDecisions(first, [draft({ kind: 'undo', of: id, reason: 'wrong file' })], RECORDER).text;
    expect(decisionsInForce(readDecisions(undone))).toEqual([]);
    const undo = readDecisions(undone)[1]?.id ?? '';
    const back =
      undone + recordDecisions(undone, [draft({ kind: 'undo', of: undo, reason: 'right file' })], RECORDER).text;
    expect(decisionsInForce(readDecisions(back))).toHaveLength(1);
  });
});

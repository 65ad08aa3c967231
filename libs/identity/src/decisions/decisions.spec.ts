import { joinPeople } from '../join-people';
import { record } from '../testing/records';
import { decisionsInForce, type JoinDecision } from './join-decision';

const one = record({ id: 'one', cii: 'A1', name: 'OKONKWO,ROBERT JAMES', births: [19800307], cases: ['SCN012345'] });
const two = record({ id: 'two', file: 'file-2', name: 'OKONKWO,ROBERT J', births: [19800307], cases: ['SCN012345'] });
const three = record({
  id: 'three',
  file: 'file-3',
  name: 'OKONKWO,ROBERT J',
  births: [19800307],
  cases: ['SCN012345'],
});
const stranger = record({ id: 'stranger', file: 'file-2', name: 'DOE,JANE', births: [19900101] });

let moment = 0;
function decision(kind: JoinDecision['kind'], records: readonly [string, string], undoes?: string): JoinDecision {
  moment += 1;
  const id = `decision-${moment}`;
  return {
    id,
    kind,
    records,
    by: 'a reviewer',
    at: `2026-01-01T00:00:${String(moment).padStart(2, '0')}Z`,
    ...(undoes === undefined ? {} : { undoes }),
  };
}

it('a refused join is never made again, not by the way of a third record either', () => {
  expect(joinPeople([one, two, three]).people).toBe(1);
  const refused = joinPeople([one, two, three], { decisions: [decision('refused', ['two', 'one'])] });
  expect(refused.personOf[0]).not.toBe(refused.personOf[1]);
  expect(refused.asks.some(({ records }) => records.includes(0) && records.includes(1))).toBe(false);
});

it('a refusal is stronger than a number, and the number is a problem', () => {
  const alike = record({ id: 'alike', cii: 'A1', name: 'OKONKWO,ROBERT JAMES', births: [19800307] });
  const joined = joinPeople([one, alike], { decisions: [decision('refused', ['one', 'alike'])] });
  expect(joined.people).toBe(2);
  expect(joined.problems.map(({ kind }) => kind)).toEqual(['refused-within-one-number']);
});

it('a join by a person holds against the weights, and can be undone', () => {
  const joins = decision('joined', ['one', 'stranger']);
  expect(joinPeople([one, stranger], { decisions: [joins] }).people).toBe(1);
  expect(joinPeople([one, stranger], { decisions: [decision('undone', joins.records, joins.id), joins] }).people).toBe(
    2,
  );
});

it('no decision makes two CIIs one person: it is a problem', () => {
  const numbered = { ...stranger, cii: 'A2' };
  const joined = joinPeople([one, numbered], { decisions: [decision('joined', ['one', 'stranger'])] });
  expect(joined.people).toBe(2);
  expect(joined.problems).toEqual([{ kind: 'join-contradicts', records: [0, 1] }]);
});

it('of two decisions about the same records the later one holds, and an undo brings the earlier one back', () => {
  const [first, second] = [decision('joined', ['one', 'two']), decision('refused', ['two', 'one'])];
  expect(decisionsInForce([second, first])).toEqual([second]);
  const undo = decision('undone', second.records, second.id);
  expect(decisionsInForce([first, second, undo])).toEqual([first]);
  expect(decisionsInForce([first, second, undo, decision('undone', undo.records, undo.id)])).toEqual([second]);
});

it('a decision about a record that no file has waits', () => {
  expect(joinPeople([one], { decisions: [decision('joined', ['one', 'elsewhere'])] }).counts.decisionsWaiting).toBe(1);
});

it('refuses two decisions with one id, and an undo of nothing', () => {
  const joins = decision('joined', ['one', 'two']);
  expect(() => decisionsInForce([joins, joins])).toThrow('the same id');
  expect(() => decisionsInForce([decision('undone', ['one', 'two'], 'no-such')])).toThrow('not in the list');
});

import { BareCounts, emptyRowFacts, HistoryAssembler, readCharge } from '@clearway/record';
import { CODE_LISTS } from '../../parameters/code-lists.generated';
import { convictionsOf } from '../../person/convictions';
import { nearMissOf } from './near-misses';
import { PREDECESSOR_SECTIONS } from './predecessors';

const bare = new BareCounts();
const ARREST = 'ARREST/DETAINED/CITED';

/** What a plea to PC 32 is where the arrest was of this charge too. */
function accessoryBeside(offence: string): string | undefined {
  const assembler = new HistoryAssembler();
  const facts = { ...emptyRowFacts(), subjectId: '1', eventDate: 19700101 };
  assembler.add({ ...facts, order: '101001001000', stepType: ARREST, offence: '459 PC-BURGLARY' });
  assembler.add({ ...facts, order: '101001002000', stepType: ARREST, offence, row: 1 });
  assembler.add({
    ...facts,
    order: '101002001000',
    stepType: 'COURT ACTION',
    offence: '32 PC-ACCESSORY',
    disposition: 'CONVICTED',
    row: 2,
  });
  const history = assembler.finish({ person: 'CASE', incomplete: false, twoCiis: false });
  return nearMissOf(convictionsOf(history, 20200701)[0]!);
}

/** Every section that a list of the law or of a replay names, and the old numbers. */
const CHARGES = [
  ...CODE_LISTS.flatMap(({ entries }) => entries.map((each) => (typeof each === 'string' ? each : each.offence))),
  ...PREDECESSOR_SECTIONS.flatMap((section) => [`${section} HS`, `${section} PC`]),
  ...['11357', '11358', '11359', '11360', '11361'].flatMap((section) => [
    `${section} HS`,
    `${section} PC`,
    `664/${section} HS`,
  ]),
  '459 PC-MARIJUANA',
  '459 PC, 11358 HS',
  '11530',
];

describe('a count that a reader of rows leaves out as bare', () => {
  it('makes no case one of cannabis', () => {
    const left = CHARGES.filter((charge) => bare.isBare(ARREST, '', charge));
    expect(left.length).toBeGreaterThan(50);
    for (const charge of left) expect([charge, accessoryBeside(charge)]).toEqual([charge, undefined]);
    // The question is a real one.
    expect(accessoryBeside('11358 HS')).toBe('accessory');
    expect(readCharge('11530 HS').offences).toHaveLength(1);
    expect(accessoryBeside('11530 HS')).toBe('accessory');
  });
});

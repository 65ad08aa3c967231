import { readWorkbook } from '@clearway/spreadsheets';
import { type DecidedConviction, type DecidedPerson, type Question, type Relief } from '@clearway/rules';
import { type ExchangeProblem } from '@clearway/court-exchange';
import { DANGER_WORDS, DANGERS } from './danger';
import { DangerBook, type DangerLine, type FiledPacket } from './danger-book';
import { dangerCounts, dangerListCsv, dangerListWorkbook, readDangerList } from './danger-list';

interface Sample {
  readonly relief?: Relief;
  readonly questions?: readonly string[];
  readonly authority?: string;
  readonly caseNumber?: string;
  readonly cut?: true;
}

const question = (code: string): Question => ({ code, answers: [] });
function person(id: string, conviction: Sample = {}, change: Partial<DecidedPerson> = {}): DecidedPerson {
  const { relief = 'dismiss-and-seal', questions = [], authority = '', caseNumber = `BA${id}`, cut } = conviction;
  const decided = {
    key: '0:101002001000',
    court: { ori: 'CA019115J', name: 'CASC COMPTON', county: 'LOS ANGELES' },
    caseNumbers: [{ number: caseNumber, from: 'OFN' }],
    ...(cut ? { caseNumberInDoubt: cut } : {}),
    determination: { relief, floor: relief, questions: questions.map(question), standing: 'open', authority },
  } as unknown as DecidedConviction;
  return {
    person: id,
    name: `DOE,${id}`,
    otherNames: [],
    ciis: ['A1'],
    problems: [],
    convictions: [decided],
    facts: { superStrikes: [], sexOffences: [], sexOffenderRegistration: false },
    ...change,
  } as unknown as DecidedPerson;
}

const packetOf = (people: readonly DecidedPerson[], id = 'p1', agency = 'DA'): FiledPacket => ({
  id,
  courthouse: { name: 'CASC COMPTON' },
  agency,
  lines: people.map((each, i) => ({
    line: i + 1,
    caseNumber: each.convictions[0]?.caseNumbers[0]?.number ?? '',
    person: each.person,
    name: each.name.replace(',', ', '),
    key: '0:101002001000',
    count: 1,
    citation: 'HS 11359',
    relief: 'x',
  })),
});

function dangersOf(
  people: readonly DecidedPerson[],
  packets = [packetOf(people)],
  kind: 'filing' | 'replay' = 'filing',
): readonly DangerLine[] {
  const book = new DangerBook(kind);
  for (const each of people) book.add(each);
  return book.finish(packets);
}

describe(DangerBook.name, () => {
  it.each<[string, DecidedPerson, readonly string[]]>([
    ['nothing', person('1'), []],
    [
      'resentencing: serving, and a victim may be heard',
      person('1', { relief: 'recall-and-resentence' }),
      ['serving', 'victim-notice'],
    ],
    ['a sentence that may be served', person('1', { questions: ['sentence'] }), ['maybe-serving', 'floor-only']],
    [
      'a question about a super strike',
      person('1', { questions: ['challenge-super-strike'] }),
      ['super-strike-open', 'floor-only'],
    ],
    [
      'a question about PC 290',
      person('1', { questions: ['challenge-registration'] }),
      ['registration-290-open', 'floor-only'],
    ],
    ['one subject with two CIIs', person('1', {}, { problems: ['two-ciis-one-subject'] }), ['two-identities']],
    ['two birth dates', person('1', {}, { problems: ['conflicting-birth-dates'] }), ['two-identities']],
    [
      'another record that may be of the person',
      person('1', {}, { problems: ['possible-other-record'] }),
      ['who-is-who-open'],
    ],
    ['a case number that lost zeros', person('1', { cut: true }), ['case-number-cut']],
    ['two CIIs', person('1', {}, { ciis: ['A1', 'A2'] }), ['two-identities']],
    ['a name without a common word', person('1', {}, { otherNames: ['SMITH,JANE'] }), ['two-identities']],
    ['another name', person('1', {}, { otherNames: ['DOE,JANE'] }), ['other-names']],
    [
      'a super strike on the record',
      person(
        '1',
        {},
        {
          facts: {
            superStrikes: ['187 PC'],
            sexOffences: [],
            sexOffenderRegistration: true,
          } as unknown as DecidedPerson['facts'],
        },
      ),
      ['super-strike-on-record', 'registration-290-on-record'],
    ],
    [
      'an authority that counsel has not written',
      person('1', { authority: '[Counsel states here]' }),
      ['authority-missing'],
    ],
    ['an election without authority', person('1', { relief: 'dismiss' }), ['authority-missing']],
    ['an election with it', person('1', { relief: 'dismiss', authority: 'PC 1385' }), []],
  ])('%s', (_, each, dangers) => expect(dangersOf([each]).map(({ danger }) => danger)).toEqual(dangers));

  it('co-defendants count although nothing is filed for them', () => {
    const [one, other] = [person('1', { caseNumber: 'BA-7' }), person('2', { caseNumber: 'BA7', relief: 'none' })];
    expect(dangersOf([one, other], [packetOf([one])]).map(({ danger, detail }) => [danger, detail])).toEqual([
      ['co-defendants', '2 people'],
    ]);
  });

  it('finds co-defendants where the court is closed and has renumbered the case', () => {
    const [one, other] = [person('1', { caseNumber: 'BA7' }), person('2', { caseNumber: 'BA7' })];
    const packet = packetOf([one]);
    const moved = {
      ...packet,
      courthouse: { name: 'Airport Courthouse' },
      lines: packet.lines.map((line) => ({
        ...line,
        caseNumber: '22CR1',
        formerCaseNumber: 'BA7',
        courtOfRecord: 'CASC COMPTON',
      })),
    };
    expect(dangersOf([one, other], [moved]).map(({ danger }) => danger)).toEqual(['co-defendants']);
  });

  it('the same case in the batches of two agencies; a name that papers changed; a replay', () => {
    const one = person('1');
    const packet = packetOf([one]);
    expect(
      dangersOf([one], [packet, packetOf([one], 'p2', 'CITY')]).map(({ danger, packet: id }) => [danger, id]),
    ).toEqual([
      ['two-batches', 'p2'],
      ['two-batches', 'p1'],
    ]);
    const renamed = { ...packet, lines: packet.lines.map((line) => ({ ...line, name: 'DOE, OTHER' })) };
    expect(dangersOf([one], [renamed]).map(({ danger }) => danger)).toEqual(['name-differs']);
    expect(dangersOf([one], [packet], 'replay').map(({ danger }) => danger)).toEqual(['authority-missing']);
  });

  it('does not depend on the order of people, and lists the gravest first', () => {
    const people = [
      person('1', { questions: ['section'] }),
      person('2', { relief: 'recall-and-resentence' }),
      person('3', {}, { ciis: ['A1', 'A2'] }),
    ];
    const packets = [packetOf(people)];
    expect(dangersOf([...people].reverse(), packets)).toEqual(dangersOf(people, packets));
    expect(dangersOf(people, packets).map(({ danger }) => danger)).toEqual([
      'two-identities',
      'serving',
      'victim-notice',
      'floor-only',
    ]);
  });
});

describe('danger_list', () => {
  const lines = dangersOf([
    person('1', { relief: 'recall-and-resentence' }),
    person('2', { relief: 'recall-and-resentence' }),
  ]);

  it('says of each danger what to do', () => {
    for (const danger of DANGERS) expect(DANGER_WORDS[danger].todo.length).toBeGreaterThan(20);
    expect(dangerListCsv(lines)).toContain(DANGER_WORDS['victim-notice'].todo.slice(0, 30));
    // No id that is made from a number of the state.
    expect(dangerListCsv(lines).split('\n')[0]).not.toContain('person');
  });

  it('is read back for a release; the workbook counts', async () => {
    const problems: ExchangeProblem[] = [];
    expect(dangerCounts(readDangerList(Buffer.from(dangerListCsv(lines)), 'danger_list.csv', problems))).toEqual({
      serving: 2,
      'victim-notice': 2,
    });
    expect(problems).toEqual([]);
    readDangerList(Buffer.from('danger,packet,line\nnew-danger,p,1\n'), 'danger_list.csv', problems);
    expect(problems).toMatchObject([{ line: 2, column: 'danger' }]);
    const pieces: Uint8Array[] = [];
    for await (const piece of dangerListWorkbook(lines)) pieces.push(piece);
    const sheets = readWorkbook(Buffer.concat(pieces)).sheets;
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Counts', DANGERS.length + 1],
      ['Dangers', 5],
    ]);
  });
});

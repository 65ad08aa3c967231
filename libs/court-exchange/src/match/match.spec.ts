import { readCsv, readWorkbook } from '@clearway/spreadsheets';
import { type MatchQuestion } from '../formats/match';
import { ExchangeFileError, type ExchangeProblem } from '../reading/problem';
import { matchListCsv, matchListWorkbook } from './match-list';
import { type AskedCount, countsAskedOfUpdate, matchQuestions } from './match-questions';
import { matchRef } from './match-ref';
import { readMatchReplies } from './read-match-replies';
import { numberShape, spreadSample } from './spread-sample';

function asked(change: Partial<AskedCount> = {}): AskedCount {
  return {
    courthouse: 'CASC COMPTON',
    courthouseOri: 'CA019115J',
    caseNumber: 'BA-123456',
    otherCaseNumbers: [],
    defendant: 'DOE, JOHN',
    count: 1,
    section: 'HS 11359',
    convictionDate: '1998-03-12',
    ...change,
  };
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const OPTIONS = { on: 20261201 };

function problemsOf(text: string): readonly ExchangeProblem[] {
  try {
    readMatchReplies(bytes(text), 'answers.csv', OPTIONS);
  } catch (error) {
    if (error instanceof ExchangeFileError) return error.problems;
    throw error;
  }
  return [];
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

describe('the list of cases that a court is asked about', () => {
  it('asks once for each court, case and defendant, however the number is written', () => {
    const questions = matchQuestions([
      asked({ count: 2, section: 'HS 11358' }),
      asked({ caseNumber: 'BA 123456' }),
      asked({ defendant: 'ROE, RICHARD' }),
      asked({ courthouse: 'CASC NORWALK' }),
    ]);
    expect(questions.map(({ courthouse, defendant, counts }) => [courthouse, defendant, counts.length])).toEqual([
      ['CASC COMPTON', 'DOE, JOHN', 2],
      ['CASC COMPTON', 'ROE, RICHARD', 1],
      ['CASC NORWALK', 'DOE, JOHN', 1],
    ]);
    expect(new Set(questions.map(({ ref }) => ref)).size).toBe(3);
    // Never what a spreadsheet program would take for a number.
    for (const { ref } of questions) expect(ref).toMatch(/^m[0-9a-f]{15}$/);
    expect(matchRef('casc  compton', 'ba123456', 'Doe,John')).toBe(questions[0]?.ref);
    expect(matchRef('CASC COMPTON', 'BA123456', '王小明')).not.toBe(matchRef('CASC COMPTON', 'BA123456', '김철수'));
  });

  it('reads the court_update.csv of a run, and refuses another file by name and line', () => {
    const head =
      'courthouse,courthouse_ori,case_number,other_case_numbers,defendant,count,section,charge,conviction_date';
    const [count] = countsAskedOfUpdate(
      bytes(`${head}\nCASC COMPTON,CA019115J,'-12,A1; A2,"DOE, JOHN",3,HS 11359,X,1998-03-12\n`),
      'court_update.csv',
    );
    expect(count).toMatchObject({
      caseNumber: '-12',
      otherCaseNumbers: ['A1', 'A2'],
      defendant: 'DOE, JOHN',
      count: 3,
    });
    // Papers name today's court and number; the planner asks by those of the record.
    const renamed = countsAskedOfUpdate(
      bytes(
        `${head},former_case_number,court_of_record\nCompton Courthouse,,22CR1,,"DOE, JOHN",1,HS 11359,X,1998,BA1,CASC COMPTON\n`,
      ),
      'court_update.csv',
    );
    expect(renamed[0]).toMatchObject({ courthouse: 'CASC COMPTON', caseNumber: 'BA1' });
    expect(() => countsAskedOfUpdate(bytes('a,b\n1,2\n'), 'other.csv')).toThrow(/other\.csv: line 1, header/);
  });

  it('writes cells that no program runs, and a workbook with the same rows', async () => {
    const questions = matchQuestions([asked({ caseNumber: '=cmd|1', defendant: '@SUM' })]);
    const csv = matchListCsv(questions);
    expect(csv).toContain("'=cmd|1");
    expect(csv).toContain("'@SUM");
    const book = readWorkbook(await whole(matchListWorkbook(questions)));
    const sheet = book.sheets.find(({ name }) => name === 'Cases');
    expect(sheet?.rows[1]?.cells.get(3)?.text).toBe('=cmd|1');
    expect([...(sheet?.rows[0]?.cells.values() ?? [])].map(({ text }) => text)).toEqual(
      [...readCsv(csv.replace('\uFEFF', ''))][0]?.fields,
    );
  });
});

describe(spreadSample.name, () => {
  const many = matchQuestions(
    Array.from({ length: 400 }, (_, i) =>
      asked({
        courthouse: i < 390 ? 'CASC BIG' : 'CASC SMALL',
        caseNumber: i === 7 ? `${i}-X-${i}` : `BA${100000 + i}`,
        convictionDate: i === 8 ? '1961-01-01' : '1998-03-12',
      }),
    ),
  );

  it('takes from every court, shape and decade, as many as asked, the same each time', () => {
    const sample = spreadSample(many, 20);
    expect(sample).toHaveLength(20);
    expect(sample.filter(({ courthouse }) => courthouse === 'CASC SMALL').length).toBe(10);
    expect(sample.map(({ caseNumber }) => numberShape(caseNumber))).toContain('9-A-9');
    expect(sample.some(({ counts }) => counts[0]?.convictionDate === '1961-01-01')).toBe(true);
    expect(
      spreadSample([...many].reverse(), 20)
        .map(({ ref }) => ref)
        .sort(),
    ).toEqual(sample.map(({ ref }) => ref).sort());
  });

  it('takes all where there are fewer', () => expect(spreadSample(many, 1000)).toHaveLength(400));
});

describe(readMatchReplies.name, () => {
  const [first, second, third] = ['aaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbb', 'ccccccccccccccc'].map(
    (text) => `m${text}`,
  ) as [string, string, string];

  it('reads what courts write: other heads, any case, mark, line ends, blank lines, days in several formats', () => {
    const text = `\uFEFFSome court, list of cases\r\nOur Ref,Status,New Case Number,Present Court,Date,Comments\r\n${first.toUpperCase()},FOUND,,,12/1/2026,\r\n,,,,,\r\n${second},Renumbered,22CR001,,1-Dec-26,"old, new"\r\n${third},xfer,,CASC NORWALK,"Nov. 30, 2026",\r\n`;
    expect(readMatchReplies(bytes(text), 'a.csv', OPTIONS).replies).toEqual([
      { ref: first, answer: 'exists', caseNumber: '', courthouse: '', on: '2026-12-01', note: '' },
      { ref: second, answer: 'renumbered', caseNumber: '22CR001', courthouse: '', on: '2026-12-01', note: 'old, new' },
      { ref: third, answer: 'transferred', caseNumber: '', courthouse: 'CASC NORWALK', on: '2026-11-30', note: '' },
    ]);
  });

  it('reads its own workbook back, with what is not answered yet', async () => {
    const questions: readonly MatchQuestion[] = matchQuestions([asked(), asked({ defendant: 'ROE, R' })]);
    const { replies, unanswered } = readMatchReplies(await whole(matchListWorkbook(questions)), 'a.xlsx', OPTIONS);
    expect(replies).toEqual([]);
    expect(unanswered).toEqual(questions.map(({ ref }) => ref));
  });

  it("takes a court's own words before the usual ones", () => {
    const text = `ref,answer\n${first},granted\n${second},WEG\n`;
    const read = readMatchReplies(bytes(text), 'a.csv', { ...OPTIONS, words: { weg: 'destroyed', granted: 'exists' } });
    expect(read.replies.map(({ answer }) => answer)).toEqual(['exists', 'destroyed']);
  });

  it('says everything that is wrong at once, with line, column and the nearest code', () => {
    const text = [
      'ref,answer,present_case_number,present_courthouse,answered_on',
      `${first},exsits,,,`,
      `${second},renumbered,,,`,
      `${second},transferred,,,`,
      `${third},exists,,,31/12/2026`,
      'x1,exists,,,',
      `${first},,22CR1,,`,
      `${third},exists,,,2026-12-02`,
      `${third},not found,,,,,surplus`,
      `${first},granted in part,,,`,
    ].join('\n');
    expect(problemsOf(text).map(({ line, column, nearest }) => [line, column, nearest])).toEqual([
      [2, 'answer', 'exists'],
      [3, 'present_case_number', ''],
      [4, 'present_courthouse', ''],
      [4, 'answer', ''],
      [5, 'answered_on', ''],
      [6, 'ref', ''],
      [7, 'answer', ''],
      [8, 'answered_on', ''],
      [9, 'row', ''],
      [9, 'answer', ''],
      [10, 'answer', ''],
    ]);
  });

  it.each([
    ['an empty file', '', 'header'],
    ['no column for answers', `ref,answr\n${first},exists\n`, 'header'],
    ['a quote that is never closed', `ref,answer\n"${first},exists\n`, 'column 1'],
  ])('%s is said by line', (_, text, column) => {
    expect(problemsOf(text)).toMatchObject([{ file: 'answers.csv', column }]);
  });

  it('the same row twice is one answer', () => {
    expect(
      readMatchReplies(bytes(`ref,answer\n${first},exists\n${first},Found\n`), 'a.csv', OPTIONS).replies,
    ).toHaveLength(1);
  });
});

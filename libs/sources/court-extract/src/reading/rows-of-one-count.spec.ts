import { describeHistories, extractOf, historiesFrom } from '../testing/describe-histories';

const HEAD =
  'CII,Person Number,Name,Birth Date,Sex,Case Number,Defendant Number,Court,County,Arrest Date,Count,Charge,Code,Disposition,Disposition Date,Severity,Sentence,Comment';
/** Rows of one defendant and case: `count charge | disposition | day | severity | sentence`. */
function file(...rows: readonly string[]): string {
  const lines = rows.map((row) => {
    const [about = '', disposition = '', day = '', severity = '', sentence = ''] = row.split('|').map((x) => x.trim());
    const [count = '', charge = ''] = about.split(' ');
    return `,P7,"GOLF,GUS",1970-01-01,M,F106,1,CASC FRESNO,FRESNO,2004-01-01,${count},${charge},HS,${disposition},${day},${severity},${sentence},`;
  });
  return [HEAD, ...lines, ''].join('\n');
}
const read = (...rows: readonly string[]): string[] =>
  describeHistories(historiesFrom(file(...rows), 'generic')).map((each) =>
    each.replace('GOLF,GUS 1970-01-01 | CASC FRESNO #F106 101', ''),
  );
const doubts = (...rows: readonly string[]): unknown =>
  historiesFrom(file(...rows), 'generic').flatMap(({ cycles, problems }) => [
    ...cycles.flatMap(({ steps }) => steps.flatMap(({ counts }) => counts.map((count) => count.doubts))),
    ...problems.map(({ code }) => code).filter((code) => code === 'sources-disagree'),
  ]);

describe('several rows of one count', () => {
  it('are one count with what came later', () => {
    expect(
      read('1 11359 | CONVICTED | 2005-03-01 | FELONY', '1 11359 | DISMISSED PER 11361.8 | 2019-03-01 | FELONY'),
    ).toEqual(['2+3: 001001 | HS 11359 | 2005-03-01 | convicted felony | relief-11361.8 felony']);
    expect(
      read(
        '1 11359 | CONVICTED | 2005-03-01 | FELONY',
        '1 11359 | SET ASIDE PER 1203.4 | 2010-03-01',
        '1 11359 | CONVICTED | 2005-03-01 | FELONY | 2 YEARS PRISON',
      ),
    ).toEqual(['2+3+4: 001001 | HS 11359 | 2005-03-01 | convicted felony | set-aside-1203.4 unknown | 2Y PRISON']);
    const { account, notes } = extractOf(
      file('1 11359 | CONVICTED | 2005-03-01', '1 11359 | DISMISSED | 2010-01-01'),
      'generic',
    );
    expect(account).toMatchObject({ rows: 2, used: 2, counts: 1, cases: 1 });
    expect(notes).toEqual([]);
  });

  it('are one count in whatever order they stand', () => {
    expect(
      read(
        '1 11359 | DISMISSED PER 11361.8 | 2019-03-01',
        '2 11360 | CONVICTED | 2005-03-01',
        '1 11359 | CONVICTED | 2005-03-01 | FELONY',
      ).sort(),
    ).toEqual([
      '3: 001002 | HS 11360 | 2005-03-01 | convicted unknown',
      '4+2: 001001 | HS 11359 | 2005-03-01 | convicted felony | relief-11361.8 unknown',
    ]);
  });

  it('may leave out the charge or its subdivision, and the one that says more stands', () => {
    const rows = ['1 11357 | CONVICTED | 2005-03-01 | FELONY', '1 | SET ASIDE PER 1203.4 | 2010-03-01'];
    expect(read(...rows, '1 11357(a) | DISMISSED PER 11361.8 | 2019-03-01')).toEqual([
      '2+3+4: 001001 | HS 11357(a) | 2005-03-01 | convicted felony | set-aside-1203.4 unknown | relief-11361.8 unknown',
    ]);
  });

  it('that contradict each other are a question, and nothing is chosen', () => {
    const convicted = '1 11359 | CONVICTED | 2005-03-01 | FELONY';
    expect(doubts(convicted, '1 11359 | DISMISSED | 2005-03-01 | FELONY')).toEqual([
      ['conviction'],
      'sources-disagree',
    ]);
    expect(doubts(convicted, '1 11359 | ACQUITTED | 2006-03-01')).toEqual([['conviction'], 'sources-disagree']);
    expect(doubts(convicted, '1 11359 | CONVICTED | 2005-03-01 | MISDEMEANOR')).toEqual([
      ['severity'],
      'sources-disagree',
    ]);
    expect(doubts(convicted, '1 11359 | CONVICTED | 2006-03-01 | FELONY')).toEqual([['date'], 'sources-disagree']);
    expect(doubts(convicted, '1 11359 | DISMISSED | 2007-03-01')).toEqual([undefined]);
  });

  it('with another section stay two counts, each with its own later rows', () => {
    const rows = [
      '1 11359 | CONVICTED | 2005-03-01 | FELONY',
      '1 11360(a) | CONVICTED | 2005-03-01 | FELONY',
      '1 11360(a) | DISMISSED PER 11361.8 | 2019-03-01 | FELONY',
      '2 11357(a) | CONVICTED | 2005-03-01 | FELONY',
      '2 11357(a) | DISMISSED | 2019-03-01 | FELONY',
    ];
    expect(read(...rows)).toEqual([
      '2: 001001 | HS 11359 | 2005-03-01 | convicted felony',
      '3+4: 001002 | HS 11360(a) | 2005-03-01 | convicted felony | relief-11361.8 felony',
      '5+6: 001003 | HS 11357(a) | 2005-03-01 | convicted felony | dismissed felony',
    ]);
    expect(extractOf(file(...rows), 'generic').notes.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 count-number-twice',
      '5 count-number-twice',
    ]);
  });

  it('without a number of the count are as many counts', () => {
    expect(read('- 11359 | CONVICTED | 2005-03-01', '- 11359 | CONVICTED | 2005-03-01 | FELONY')).toHaveLength(2);
    expect(
      read('- 11359 | CONVICTED | 2005-03-01', '1 11359 | CONVICTED | 2005-03-01', '1 11359 | DISMISSED | 2009-03-01'),
    ).toEqual([
      '2: 001001 | HS 11359 | 2005-03-01 | convicted unknown',
      '3+4: 001002 | HS 11359 | 2005-03-01 | convicted unknown | dismissed unknown',
    ]);
  });
});

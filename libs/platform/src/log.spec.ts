import { Log, PoisonError, type LogFields } from './index';

describe('the log', () => {
  const lines: string[] = [];
  const log = new Log(
    'ingestion',
    'debug',
    (line) => lines.push(line),
    () => new Date(0),
  );
  beforeEach(() => lines.splice(0));

  it('writes only fields on the list', () => {
    log.info('batch stored', { batch: 3, name: 'DOE,JANE' } as LogFields);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      level: 'info',
      service: 'ingestion',
      words: 'batch stored',
      batch: 3,
    });
  });

  it('writes an error by its code and place, never by its message', () => {
    log.failure('a batch failed', new TypeError('Cannot read DOE,JANE'));
    log.failure('a batch failed', new PoisonError('message.bad-data', 'DOE,JANE'));
    log.error(new Error('DOE,JANE'), 'DOE,JANE');
    log.log('DOE,JANE', 'DOE,JANE');
    log.warn('DOE,JANE');
    expect(lines.join('')).not.toMatch(/DOE/);
    expect(lines[0]).toMatch(/"code":"bug.typeerror","kind":"bug","at":"log.spec.ts:\d+"/);
    expect(lines[1]).toMatch(/"code":"message.bad-data","kind":"poison"/);
  });
});

import { bytesText, durationText, grouped } from './numbers';
import { Progress, progressText, type ProgressTarget } from './progress';

class Recorder implements ProgressTarget {
  readonly columns = 80;
  text = '';
  time = 0;
  constructor(readonly isTerminal: boolean) {}
  write(text: string): void {
    this.text += text;
  }
  now(): number {
    return this.time;
  }
}

describe(progressText.name, () => {
  it('shows share, rows, rate and the time left', () => {
    expect(progressText({ stage: 'deciding', done: 400, total: 1000, count: 400_000, unit: 'rows' }, 2, 0)).toBe(
      'deciding   40 %  400,000 rows  200,000 rows/s  3 s left',
    );
  });

  it('keeps within the width of the terminal', () => {
    for (const columns of [20, 40, 60, 80, 200]) {
      expect(
        progressText({ stage: 'deciding', done: 400, total: 1000, count: 400_000 }, 2, columns).length,
      ).toBeLessThan(columns);
    }
  });

  it('says nothing of time before it can know', () => {
    expect(progressText({ stage: 'reading', done: 0, total: 1000 }, 0, 0)).toBe('reading    0 %');
    expect(progressText({ stage: 'sorting', done: 0, total: 0, count: 12, unit: 'packets' }, 0, 0)).toBe(
      'sorting  12 packets',
    );
  });
});

describe(Progress.name, () => {
  it('redraws one line on a terminal, at most ten times a second', () => {
    const target = new Recorder(true);
    const progress = new Progress(target);
    for (target.time = 0; target.time < 1000; target.time++)
      progress.update({ stage: 'reading', done: target.time, total: 1000 });
    progress.finishLine();
    expect(target.text).not.toContain('\n');
    expect(target.text.split('\r').length - 1).toBe(11);
    expect(target.text.endsWith('\r\x1b[2K')).toBe(true);
  });

  it('writes a line every five seconds elsewhere, without control characters', () => {
    const target = new Recorder(false);
    const progress = new Progress(target);
    for (target.time = 0; target.time <= 12_000; target.time += 10)
      progress.update({ stage: 'reading', done: target.time, total: 20_000 });
    expect(target.text.split('\n').length - 1).toBe(2);
    expect(target.text).not.toContain('\r');
    expect(target.text).not.toContain('\x1b');
  });
});

describe('numbers', () => {
  it('are written the same everywhere', () => {
    expect([0, 999, 1000, 1234567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect([850, 1200, 3_400_000, 1.08e9].map(bytesText)).toEqual(['850 B', '1.2 kB', '3.4 MB', '1.1 GB']);
    expect([0.4, 59, 125, 3720].map(durationText)).toEqual(['0 s', '59 s', '2 min 05 s', '1 h 02 min']);
  });
});

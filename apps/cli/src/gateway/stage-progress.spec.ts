import { progressText } from '../terminal/progress';
import { stageProgress } from './stage-progress';

describe(stageProgress, () => {
  const shown = (...of: Parameters<typeof stageProgress>): string => progressText(stageProgress(...of), 10, 0);

  it('shows of each stage what that stage counts', () => {
    expect(shown('resolving', {}, { stage: 'resolving', unit: 'persons', done: 500, total: 2000 })).toBe(
      'resolving   25 %  500 people  50 people/s  30 s left',
    );
    expect(shown('indexing', {}, { stage: 'indexing', unit: 'bytes', done: 40e6, total: 80e6 })).toBe(
      'indexing   50 %  40 MB  4 MB/s  10 s left',
    );
    expect(
      shown(
        'drawing',
        { personsDecided: 7, convictionsDecided: 9 },
        { stage: 'drawing', unit: 'letters', done: 30, total: null },
      ),
    ).toBe('drawing  30 letters  3 letters/s');
  });

  it('shows decided convictions while they are decided, and nothing of a stage that has said nothing', () => {
    expect(shown('deciding', { persons: 4, personsDecided: 2, convictionsDecided: 30 }, undefined)).toBe(
      'deciding   50 %  30 convictions  3 convictions/s  10 s left',
    );
    expect(shown('resolving', {}, { stage: 'indexing', unit: 'bytes', done: 1, total: 1 })).toBe('resolving');
  });
});

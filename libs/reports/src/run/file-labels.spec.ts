import { fileLabels } from './file-labels';

describe('fileLabels', () => {
  it('tells two files of one name apart', () =>
    expect(fileLabels(['a.csv', 'b.csv', 'a.csv'])).toEqual(['a.csv (file 1)', 'b.csv', 'a.csv (file 3)']));
});

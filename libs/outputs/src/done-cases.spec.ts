import { readCaseInputs } from './case-inputs';
import { withDoneLists } from './done-cases';

describe(withDoneLists, () => {
  it('keeps the hash of the corrections file beside the lists', () => {
    const cases = readCaseInputs([], undefined, Buffer.from(''));
    const { inputs } = withDoneLists(cases, { lists: [], people: [] }, undefined);
    expect(inputs.corrections).toMatch(/^e3b0c442/);
    expect(inputs).toEqual(cases?.inputs);
  });
});

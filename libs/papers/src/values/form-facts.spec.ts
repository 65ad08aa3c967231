import { FORM_VALUE_NAMES } from '@clearway/court-forms';
import { formFactNames, isFormFact } from './form-facts';

describe('the values that a court’s form may name', () => {
  it('has every name that the mappings which come with Clearway ask for', () => {
    expect(FORM_VALUE_NAMES.filter((name) => !isFormFact(name))).toEqual([]);
  });

  it('lists what it takes', () => {
    expect(formFactNames().filter((name) => !isFormFact(name))).toEqual([]);
    expect(formFactNames()).toEqual(expect.arrayContaining(['caseNumber', 'line.1.section', 'section.11358']));
    expect(['lines', 'line.0.section', 'line.1.nothing', 'nothing'].filter(isFormFact)).toEqual([]);
  });
});

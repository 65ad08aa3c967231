import { found, type FactsAsked } from '../../engine/criterion';
import { type RemedyProvision } from './remedy';

/**
 * People v. Medina (2018) 24 Cal.App.5th 61: the conspiracy that 11361.8(e) does not reach may be a wobbler, which the court can
 * reduce to a misdemeanor under PC 17(b).
 */
export const pc17b: RemedyProvision = {
  code: 'pc-17-b',
  remedy: 'reduction-17b',
  citation: 'PC 17(b); People v. Medina (2018) 24 Cal.App.5th 61',
  words: 'a conspiracy that 11361.8(e) does not reach may be reduced to a misdemeanor',
  from: '1976-01-01',
  mark: 'F',
  speaksOf: ({ readings }) => readings.form.possible.includes('conspiracy'),
  test: ({ readings, resolution }) => {
    const { grade, form } = readings;
    const facts: FactsAsked = () => [...form.evidence(), ...grade.evidence()];
    const left = resolution.presumed.filter(({ answer }) => answer.path.includes('conspiracy-not-named'));
    if (left.length === 0 || !grade.possible.includes('felony')) return found('no', facts);
    const sure = left.length === resolution.presumed.length && grade.possible.length === 1;
    return found(
      sure ? 'yes' : 'cannot-tell',
      facts,
      grade.possible.length > 1 ? 'severity' : form.possible.length > 1 ? 'form' : 'conspiracy',
    );
  },
};

import { reachProvision } from '../provision';

/**
 * People v. Medina (2018) 24 Cal.App.5th 61: a conspiracy (PC 182(a)(1)) to possess cannabis for sale is not eligible under
 * 11361.8(e); being punishable as its object, it may be reduced under PC 17(b). Medina had completed the sentence: for one who
 * serves it, (a) does not name sections, and an attorney is asked.
 */
export const conspiracyNotNamed = reachProvision({
  code: 'conspiracy-not-named',
  citation: 'PC 182; People v. Medina (2018) 24 Cal.App.5th 61',
  words: 'a conspiracy is not among the convictions of 11361.8(e)',
  reason: 'Conspiracy is not named (Medina)',
  from: '2016-11-09',
  overrides: ['predecessor-not-named', 'related-not-named'],
  asks: ['form', 'door', 'reach'],
  when: ({ form, door, reach }) => form === 'conspiracy' && (door === 'completed' || reach === 'not-reached'),
  mark: 'F',
});

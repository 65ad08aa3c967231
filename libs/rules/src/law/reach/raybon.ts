import { reachProvision } from '../provision';

/**
 * People v. Raybon (2021) 11 Cal.5th 1056: the possession of cannabis in prison (PC 4573.6) stays a felony.
 */
export const raybon = reachProvision({
  code: 'raybon',
  citation: 'PC 4573.6; People v. Raybon (2021) 11 Cal.5th 1056',
  words: 'cannabis in a prison or jail stays an offense',
  reason: 'Cannabis in prison stays a felony',
  from: '2021-08-12',
  overrides: ['conspiracy-not-named', 'predecessor-not-named', 'attempt-not-named'],
  asks: ['offence'],
  when: ({ offence }) => offence === 'in-prison',
  mark: 'F',
});

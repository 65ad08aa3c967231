import { reachProvision } from '../provision';

/**
 * People v. Boatwright (2019) 36 Cal.App.5th 848 reaches an accessory only where the felony was one of cannabis.
 */
export const accessoryNotReached = reachProvision({
  code: 'accessory-not-reached',
  citation: 'PC 32',
  words: "the accessory's felony was not one of cannabis, or 11361.8(e) does not reach an accessory",
  reason: 'Accessory is not reached',
  from: '2016-11-09',
  overrides: ['conspiracy-not-named', 'predecessor-not-named', 'attempt-not-named'],
  asks: ['offence', 'reach'],
  when: ({ offence, reach }) => offence === 'accessory' && reach === 'not-reached',
  mark: 'F',
});

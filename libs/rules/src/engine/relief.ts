/** What a court can do for a conviction. Order of worth, least first, for floors: see `RELIEF_ORDER`. */
export type Relief =
  | 'none'
  | 'recall-and-resentence'
  | 'dismiss-sentence'
  | 'redesignate-misdemeanor'
  | 'redesignate-infraction'
  /** Dismissed but not sealed: only by election. */
  | 'dismiss'
  | 'dismiss-and-seal';

/** One code for spreadsheets that sums the axes up. */
export type Outcome = Exclude<Relief, 'none'> | 'not-eligible' | 'review' | 'refer-to-other-prosecutor';

/** Where relief stands. */
export type Standing = 'open' | 'challenged' | 'order-overdue' | 'granted' | 'already-relieved';

import { type GrantableRelief, type LineEffect } from '../filing/filing-plan';

/** What a relief is called on paper, and what asking for it and ordering it means. */
export interface ReliefWords {
  /** In the narrow table of many cases, with a legend. */
  readonly code: string;
  /** In the table of one case. */
  readonly short: string;
  readonly name: string;
  readonly statute: string;
  readonly motion: string;
  readonly order: string;
}

export const RELIEF_WORDS: Readonly<Record<GrantableRelief, ReliefWords>> = {
  'dismiss-and-seal': {
    code: 'D&S',
    short: 'Dismiss, seal',
    name: 'Dismissal and sealing',
    statute: 'Health & Saf. Code, § 11361.8, subds. (e), (f)',
    motion: 'the conviction is to be dismissed and sealed',
    order: 'the conviction is dismissed and its record is sealed',
  },
  dismiss: {
    code: 'DIS',
    short: 'Dismiss',
    name: 'Dismissal without sealing',
    statute: 'as stated in the motion',
    motion: 'the conviction is to be dismissed',
    order: 'the conviction is dismissed',
  },
  'redesignate-infraction': {
    code: 'INF',
    short: 'To infraction',
    name: 'Redesignation as an infraction',
    statute: 'Health & Saf. Code, § 11361.8, subds. (e), (f), (h)',
    motion: 'the conviction is to be redesignated as an infraction for all purposes',
    order: 'the conviction is redesignated as an infraction for all purposes',
  },
  'redesignate-misdemeanor': {
    code: 'MIS',
    short: 'To misdemeanor',
    name: 'Redesignation as a misdemeanor',
    statute: 'Health & Saf. Code, § 11361.8, subds. (e), (f), (h)',
    motion: 'the conviction is to be redesignated as a misdemeanor for all purposes',
    order: 'the conviction is redesignated as a misdemeanor for all purposes',
  },
  'dismiss-sentence': {
    code: 'DSN',
    short: 'End sentence',
    name: 'Dismissal of the sentence',
    statute: 'Health & Saf. Code, § 11361.8, subds. (a), (b)',
    motion: 'the sentence being served is to be dismissed because it is legally invalid',
    order: 'the sentence is dismissed because it is legally invalid',
  },
  'recall-and-resentence': {
    code: 'RES',
    short: 'Resentence',
    name: 'Recall of the sentence and resentencing',
    statute: 'Health & Saf. Code, § 11361.8, subds. (a), (b)',
    motion: 'the sentence being served is to be recalled and the defendant resentenced',
    order: 'the sentence is recalled; resentencing is set by the court',
  },
};

/** What stands in the place of the statute where relief goes beyond it. */
export const ELECTED_WORDS = {
  /** In motion and order, which state the authority. */
  statute: 'beyond the statute, on the authority stated below',
  /** How the order tells apart what the schedule marks. */
  marked: ' and a letter in brackets',
  unmarked: ' and no letter in brackets',
  /** In exhibit and schedule. */
  legend: 'beyond the statute',
  /** In the clerk's file. */
  update: 'beyond the statute, on the authority that the order states',
} as const;

/** Order in which reliefs are listed on paper. */
export const RELIEFS_ON_PAPER: readonly GrantableRelief[] = ['dismiss-and-seal', 'dismiss', 'redesignate-infraction', 'redesignate-misdemeanor', 'dismiss-sentence', 'recall-and-resentence'];

/** The letter of the effect and what it stands for. */
export const EFFECT_WORDS: Readonly<Record<LineEffect, { readonly letter: string; readonly meaning: string }>> = {
  'whole-case': { letter: 'W', meaning: 'W, whole case: every conviction of the case is dismissed, and the arrest is sealed with it' },
  'one-defendant': { letter: 'D', meaning: 'D, one defendant: the same for this defendant; the case stands for the others' },
  'one-count': { letter: 'C', meaning: 'C, one count: this count only' },
};

export const EFFECTS_ON_PAPER: readonly LineEffect[] = ['whole-case', 'one-defendant', 'one-count'];

/** What a column can be, in words that stand in a mapping. */
export const RECORD_FIELDS = [
  'person-number',
  'cii',
  'name',
  'last-name',
  'first-name',
  'middle-name',
  'name-suffix',
  'birth-date',
  'sex',
  'race',
  'case-number',
  'case-suffix',
  'defendant-number',
  'court',
  'county',
  'ori',
  'arrest-date',
  'court-date',
  'conviction-date',
  'count-number',
  'charge',
  'code',
  'class-of-charge',
  'convicted-charge',
  'class-of-conviction',
  'disposition-code',
  'disposition',
  'disposition-date',
  'severity',
  'sentence',
  'sentence-length',
  'sentence-unit',
  'comment',
] as const;

/** What only a list of what already happened has. */
export const FACT_FIELDS = [
  'count-order',
  'on-list',
  'result',
  'result-date',
  'challenged-on',
  'challenged-by',
  'ground',
  'evidence',
  'evidence-kind',
  'filed-on',
  'granted-on',
  'relieved-on',
  'destroyed',
] as const;

/** `count`: the column stands for a charge, and a cell that is filled is a count. `ignore`: nobody reads it. */
export const FIELDS = [...RECORD_FIELDS, ...FACT_FIELDS, 'count', 'ignore'] as const;

export type Field = (typeof FIELDS)[number];

export const DATE_FIELDS: ReadonlySet<Field> = new Set<Field>([
  'birth-date',
  'arrest-date',
  'court-date',
  'conviction-date',
  'disposition-date',
  'result-date',
  'challenged-on',
]);
/** A day, or yes where only the fact is known. */
export const DAY_OR_YES: ReadonlySet<Field> = new Set<Field>(['filed-on', 'granted-on', 'relieved-on']);
/** Of what lists have, what a record can say of its own counts. */
export const FACTS_OF_A_RECORD: ReadonlySet<Field> = new Set<Field>(['filed-on', 'granted-on']);
/** Several columns may be these: what they say is put together, or each is one. */
export const REPEATABLE: ReadonlySet<Field> = new Set<Field>(['count', 'ignore', 'comment', 'sentence']);

/** What each count of a row can have columns of its own for, with `counts: columns`. */
export const OF_A_COUNT: ReadonlySet<Field> = new Set<Field>([
  'count',
  'charge',
  'code',
  'class-of-charge',
  'convicted-charge',
  'class-of-conviction',
  'disposition-code',
  'disposition',
  'disposition-date',
  'conviction-date',
  'severity',
  'sentence',
  'sentence-length',
  'sentence-unit',
  'comment',
]);

/** What a code of a court can mean, and the words of the state for it, which the rules know. */
export const DISPOSITION_WORDS = {
  convicted: 'CONVICTED',
  dismissed: 'DISMISSED',
  'prosecutor-rejected': 'PROSECUTOR REJECTED',
  acquitted: 'ACQUITTED',
  'set-aside-1203.4': 'CONVICTION SET ASIDE 1203.4 PC',
  'relief-11361.8': 'RELIEF UNDER 11361.8 HS',
  'reduced-17b': 'REDUCED TO MISDEMEANOR 17(B) PC',
  sealed: 'SEALED',
  other: 'OTHER',
} as const;
export type DispositionMeaning = keyof typeof DISPOSITION_WORDS;
export const DISPOSITION_MEANINGS = Object.keys(DISPOSITION_WORDS) as readonly DispositionMeaning[];

/** What a list can say that a court or an office did. */
export const RESULTS = ['granted', 'denied', 'challenged', 'filed', 'decided', 'destroyed', 'nothing'] as const;
export type Result = (typeof RESULTS)[number];

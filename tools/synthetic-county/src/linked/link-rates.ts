/** How the sources of a linked county overlap, as shares of what each can happen to. Assumed, not measured. */
export const LINK_RATES = {
  /** Of every second person: relatives of the person before. */
  families: { twin: 0.03, son: 0.1, suffix: 0.02, sharedCase: 0.6 },
  people: {
    /** Not in the state's file: the court alone knows them, and perhaps a sheet. */
    notInStateFile: 0.05,
    /** The same of relatives: where the state has one of two, the other's cases must not go to the one. */
    relativeNotInStateFile: 0.4,
    sheet: 0.1,
    /** Of the sheets. */
    sheetWithoutCii: 0.1,
    sheetAsPdf: 0.3,
    sheetWithAlias: 0.3,
    /** The court knows them by a number of its own. */
    personNumber: 0.3,
    ciiAtCourt: 0.1,
  },
  cases: {
    /** Cases of the county's courts that its system does not have. */
    notAtCourt: 0.08,
    /** People with a further case that the court's system has and the state does not. */
    courtOnly: 0.15,
    /** Of those cases: about cannabis. */
    courtOnlyCannabis: 0.6,
    otherWriting: 0.1,
  },
  /** Cannabis convictions of the court that were granted. */
  granted: 0.1,
} as const;

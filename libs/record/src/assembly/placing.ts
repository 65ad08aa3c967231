import { type Agency, type StepType } from '../history';
import { type PartialDate } from '../partial-date';
import { type ReadingCache } from './reading-cache';
import { type RowFacts } from './row-facts';

/** Digits of a CNT_ORDER: three of the cycle, three of the step, six of the count. */
const OF_CYCLE = 3;
const OF_STEP = 6;

/** Where a row stands. Rows of one step that follow each other have the very same object. */
export interface Place {
  /** First three digits of CNT_ORDER, and the next three. */
  readonly cycle: string;
  readonly step: string;
  readonly type: StepType;
  readonly typeText: string;
  /** 0 also when what stands there is no date. */
  readonly date: PartialDate;
  readonly cycleDate: PartialDate;
  readonly agency: Agency;
}

/** Says where rows stand, one after the other. */
export class Placing {
  private last: Place | undefined;

  constructor(private readonly cache: ReadingCache) {}

  placeOf(facts: RowFacts): Place {
    const { last } = this;
    const date = known(facts.eventDate);
    const cycleDate = known(facts.cycleDate);
    if (
      last !== undefined &&
      last.typeText === facts.stepType &&
      last.date === date &&
      last.cycleDate === cycleDate &&
      last.agency.name === facts.agency &&
      last.agency.ori === facts.ori &&
      last.agency.county === facts.county &&
      facts.order.startsWith(last.step, OF_CYCLE) &&
      facts.order.startsWith(last.cycle)
    )
      return last;
    return (this.last = {
      cycle: facts.order.slice(0, OF_CYCLE),
      step: facts.order.slice(OF_CYCLE, OF_STEP),
      type: this.cache.stepType(facts.stepType),
      typeText: facts.stepType,
      date,
      cycleDate,
      agency: this.cache.agency(facts.ori, facts.agency, facts.county),
    });
  }
}

function known(date: number): PartialDate {
  return date > 0 ? date : 0;
}

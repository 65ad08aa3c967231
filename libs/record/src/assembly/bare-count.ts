import { readCharge } from '../charge/read-charge';
import { type DispositionKind } from '../history';
import { remember, ReadingCache } from './reading-cache';

/** What a bare count may have come to. Where nothing is said, only an arrest is over with it: a court may have the count yet. */
const CAME_TO_NOTHING: readonly DispositionKind[] = ['dismissed', 'acquitted', 'prosecutor-rejected'];
const OF_CANNABIS = /^113(?:5[789]|6[01])|^115/;
const NAMES_CANNABIS = /MARIJ|CANNABIS|HASHISH|113(?:5[789]|60)/i;

/**
 * Bare counts: further counts of an arrest or of a court action that name a charge which has surely nothing to do with cannabis, and
 * came to nothing. Nobody asks about one who has the rest of its cycle: no conviction stands in it, no case waits for it (a court has
 * said that it is over, or never had it), its charge makes no case one of cannabis (HS 11364 and PC 32 ask the charges beside them), it is no
 * defect (`defectsOf`) and nothing that can be corrected. That it is a further one, of the very step, day, office and case numbers of the
 * count before, and that no sentence, comment or other charge stands in its only row, is for whoever sees the rows.
 */
export class BareCounts {
  private readonly cache = new ReadingCache();
  private readonly charges = new Map<string, boolean>();

  /** By its STP_TYPE_DESCR, DISP_DESCR and OFFENSE_DESCR; a comment it has none. */
  isBare(stepType: string, disposition: string, charge: string): boolean {
    const type = this.cache.stepType(stepType);
    const over = disposition === '' ? type === 'arrest' : type === 'court-action' || type === 'arrest';
    return over && (disposition === '' || this.cameToNothing(disposition)) && this.isOfAnother(charge);
  }

  private cameToNothing(disposition: string): boolean {
    // A text that says two things (dismissed, and sealed later) is no plain one.
    const kinds = this.cache.dispositionKinds(disposition);
    return kinds.length === 1 && CAME_TO_NOTHING.includes(kinds[0]!);
  }

  private isOfAnother(charge: string): boolean {
    return this.charges.get(charge) ?? remember(this.charges, charge, isSurelyOfAnother(charge));
  }
}

/** Read without a doubt, of no section that is of cannabis or was (HS 11530 to 11532 until 1973) under whatever code, and without its words. */
function isSurelyOfAnother(text: string): boolean {
  const { offences, problem, open } = readCharge(text);
  return (
    problem === undefined &&
    open === undefined &&
    !NAMES_CANNABIS.test(text) &&
    offences.length > 0 &&
    offences.every(({ section }) => !OF_CANNABIS.test(section))
  );
}

import { CHARGE_DEFECTS } from './charge-defects';
import { type Defect } from './defect';
import { RECORD_DEFECTS } from './record-defects';

/**
 * The named defects of the earlier tools that can change a determination. The others change columns, files or messages
 * (G16 case numbers, G22 the wall clock, G23 to G26 the reader, G28 empty determinations, G29 and G30 boundaries that the
 * replays keep, G33 identity columns, L3 the same day, which the replay keeps, L7 the order of a list).
 */
export const DEFECTS: readonly Defect[] = [...CHARGE_DEFECTS, ...RECORD_DEFECTS].sort(
  (a, b) =>
    (a.id[0] ?? '').charCodeAt(0) - (b.id[0] ?? '').charCodeAt(0) || Number(a.id.slice(1)) - Number(b.id.slice(1)),
);

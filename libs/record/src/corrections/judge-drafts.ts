import { type History } from '../history';
import { type CalendarDate } from '../partial-date';
import { correct } from './correct';
import { type Correction } from './correction';
import { correctionId, type DraftCorrection } from './corrections-file';
import { IMPOSSIBLE, impossibleAlone } from './impossible';

/** A draft that the record does not take: which of its parts, and what to do; never what stands there. */
export interface RefusedDraft {
  /** Index of the draft. */
  readonly index: number;
  readonly field: 'person' | 'key' | 'was' | 'value' | 'on';
  readonly cure: string;
}

const NOBODY = 'is nobody of this run: take the id of the person from a row of data_quality_rows.csv';
const NO_PLACE =
  'names no count of this person that can be corrected: a conviction, or a cannabis count without a disposition';
const CHANGED =
  'is not what the record says there now: take it from the newest worklist, or from data_quality_rows.csv';

/**
 * What of drafts would have no effect on the record for which they are made, or cannot be right. Pure.
 *
 * @param histories of the people whom they name, as far as the run has them
 * @param standing corrections of these people that are in force
 */
export function judgeDrafts(
  drafts: readonly DraftCorrection[],
  histories: readonly History[],
  standing: readonly Correction[],
  today: CalendarDate,
): readonly RefusedDraft[] {
  return drafts.flatMap((draft, index): readonly RefusedDraft[] => {
    const alone = impossibleAlone(draft, today);
    if (alone) return [{ index, field: alone.of, cure: IMPOSSIBLE[alone.why] }];
    const history = histories.find(({ person }) => person === draft.person);
    if (!history) return [{ index, field: 'person', cure: NOBODY }];
    const others = [...standing, ...drafts.map(asCorrection)].filter(
      (each) => each.person === draft.person && !isSamePlace(each, draft),
    );
    const id = correctionId(draft);
    const { corrections = [] } = correct(history, [...others, asCorrection(draft)], today);
    const { state, impossible } = corrections.find((each) => each.id === id) ?? {};
    if (state === 'no-such-place') return [{ index, field: 'key', cure: NO_PLACE }];
    if (state === 'stale') return [{ index, field: 'was', cure: CHANGED }];
    return impossible ? [{ index, field: 'value', cure: IMPOSSIBLE[impossible] }] : [];
  });
}

function asCorrection(draft: DraftCorrection): Correction {
  const { kind: _, ...rest } = draft;
  return { ...rest, id: correctionId(draft) };
}

function isSamePlace(one: Pick<Correction, 'key' | 'field'>, other: Pick<Correction, 'key' | 'field'>): boolean {
  return one.key === other.key && one.field === other.field;
}

import { type History } from '@clearway/record';
import { type FileAnnotation, type PassedOver } from '@clearway/doj-bulk';
import { type PersonResult, type PersonWork } from '../person-work';

export const TOY_HEADER = ['Person', 'Counts', 'Kind'];

/** Annotates every convicted count, and notes every comment: enough to see each row get what is its own. */
export function toyAnnotations(history: History, { counts: leftOut }: Pick<PassedOver, 'counts'> = { counts: 0 }): FileAnnotation[] {
  const found: FileAnnotation[] = [];
  const counts = history.cycles.flatMap(({ steps }) => steps.flatMap((step) => step.counts));
  for (const count of counts) {
    const conviction = count.dispositions.find(({ kind }) => kind === 'convicted');
    count.rows.forEach(({ file, row, comment }, index) => {
      if (index === conviction?.row) found.push({ file, row, csv: `${history.person},${counts.length + leftOut},${history.incomplete ? 'partly é' : 'whole'}`, decided: true });
      else if (comment !== undefined) found.push({ file, row, csv: `,,note`, decided: false });
    });
  }
  return found;
}

export function createPersonWork(): PersonWork<string, { people: number }> {
  let people = 0;
  return {
    decide(history: History, passedOver: PassedOver): PersonResult<string> {
      people++;
      return { annotations: toyAnnotations(history, passedOver), ...(history.deceased ? {} : { kept: history.person }) };
    },
    tally: () => ({ people }),
  };
}

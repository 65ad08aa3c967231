import { type DrawingWatch } from '../paper/draw-paper';
import { type FormSource } from '../packet/form-source';
import { type DrawJob, type DrawJobResult, runDrawJob } from './draw-job';

/** Who draws. */
export interface DrawingHands {
  /** Results in the order of the jobs, however many hands there are; jobs are taken as results are. */
  draw(jobs: Iterable<DrawJob>, watch: DrawingWatch): AsyncIterable<DrawJobResult>;
  /** Ends what was started; whoever made the hands calls it. */
  close?(): Promise<void>;
}

/** Draws in this thread, and lets others have their turn between jobs. */
export class OneHand implements DrawingHands {
  constructor(private readonly forms?: FormSource) {}

  async *draw(jobs: Iterable<DrawJob>, watch: DrawingWatch): AsyncIterable<DrawJobResult> {
    for (const job of jobs) {
      watch.check?.();
      yield runDrawJob(job, watch, this.forms);
      await new Promise((resume) => setImmediate(resume));
    }
  }
}

import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { keepCompiled, runAsBefore } from '../start/compiled-before';
import { type ThreadStart } from './person-work';
import { type CrewJob } from './portion-jobs';

// A thread of the built program.
if (parentPort) {
  const { member, deciders } = workerData as ThreadStart;
  // The last job of a run that goes well. This listener comes first: nobody ends the thread before the answer.
  parentPort.on('message', ({ kind }: CrewJob) => {
    if (kind === 'tally') keepCompiled();
  });
  runAsBefore(join(__dirname, 'analyze-worker.bundle.js'), member < deciders ? 'decides' : 'looks');
}

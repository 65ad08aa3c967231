import { setFlagsFromString } from 'node:v8';

/**
 * How much a function must have run, in bytes of its bytecode, before V8 optimises it: three times V8's own value. A run lasts seconds
 * and meets rare rows late: functions that are optimised early are thrown away at the first of them and optimised anew, which took a
 * quarter of the CPU time.
 */
const BYTES_BEFORE_OPTIMISING = 400_000;

/** How much of other functions is compiled into one, in bytes of bytecode; V8's own value is 920. What is thrown away is smaller then. */
const BYTES_INLINED = 200;

/**
 * Room for young objects with which a thread starts, in MB. V8 begins with less than one and doubles it each time that much is left over:
 * what a thread loads and keeps was copied several times by then.
 */
const YOUNG_MB_AT_START = 4;

/** For the whole process and the threads that it starts from now on. */
export function compileLater(): void {
  setFlagsFromString(`--interrupt-budget=${BYTES_BEFORE_OPTIMISING}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${BYTES_INLINED}`);
  setFlagsFromString(`--min-semi-space-size=${YOUNG_MB_AT_START}`);
  // Both processors are busy: who collects with the help of other threads waits until these get their turn.
  setFlagsFromString('--no-parallel-scavenge');
}

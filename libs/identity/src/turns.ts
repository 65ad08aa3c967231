/** How many records or pairs are worked on before whoever waits gets a turn: some ten milliseconds. */
export const A_TURN = 4096;

/** All of the work at once. */
export function allOf<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The work as a part of a larger one: `share` of what it has done, 0 to 1, becomes from `from` to `to`. */
export function* part<Result>(
  steps: Generator<number, Result>,
  [from, to]: readonly [number, number],
): Generator<number, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * Math.min(1, step.value);
  }
}

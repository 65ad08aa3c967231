/** The user of a machine, as `recorded_by` of an event has it. */
export function recorderOf(name: string): string {
  return `user:${name}`.slice(0, 80);
}

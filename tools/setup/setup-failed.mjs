/** Something that this machine lacks and that could not be put there; the message says exactly what to do. */
export class SetupFailed extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = 'SetupFailed';
    this.code = code;
  }
}

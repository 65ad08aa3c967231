/**
 * How long a test waits for what services do in their own time, in milliseconds. A condition ends the wait as soon as it holds; the
 * end is far away, because a machine that does ten other things is not a fault. It lies before the end of the test itself
 * (`jest.config.js`, `tools/test/stages.mjs`), so that the failure names what did not happen.
 */
export const PATIENCE_MS = 240_000;

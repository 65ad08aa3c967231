import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { notWritten } from '@clearway/doj-bulk';
import { type KeptOfPerson } from './portion-jobs';

/** What is kept of people decided out of the order of the files, on disk until their turn comes. */
export class KeptSpool {
  private readonly folder: string;
  private parts = 0;
  private part = 0;
  private waiting: KeptOfPerson[] = [];
  private next = 0;

  constructor(workDir: string) {
    this.folder = join(workDir, 'kept');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Parts come in the order of people. */
  add(kept: readonly KeptOfPerson[]): void {
    if (kept.length === 0) return;
    try {
      writeFileSync(this.path(this.parts++), serialize(kept), { mode: 0o600 });
    } catch (error) {
      throw notWritten(error, 'what was decided of people whose rows stand in several places');
    }
  }

  /** The next of the people before `person`, if there is one. */
  before(person: number): KeptOfPerson | undefined {
    if (this.next === this.waiting.length) {
      if (this.part === this.parts) return undefined;
      this.waiting = deserialize(readFileSync(this.path(this.part++))) as KeptOfPerson[];
      this.next = 0;
    }
    const first = this.waiting[this.next]!;
    if (first.person >= person) return undefined;
    this.next++;
    return first;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private path(part: number): string {
    return join(this.folder, `${part}.kept`);
  }
}

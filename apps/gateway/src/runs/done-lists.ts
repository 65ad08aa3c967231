import { ContentStore } from '@clearway/content-store';
import { type RunSettings } from '@clearway/contracts';
import { shippedMappingText } from '@clearway/court-extract';
import { mappingFrom, readDoneList, SourceFileError } from '@clearway/population';
import { type Policy } from '@clearway/rules';
import { Injectable } from '@nestjs/common';
import { type FieldProblem } from '../problems/api-problem';
import { type CreateRun } from './run.dto';
import { mappingText, SourceInputs } from './source-inputs';

/** A larger one is no list of an office; it would be read whole. */
const MOST_BYTES = 64 << 20;

/** Lists of what already happened: found, and read once, so that one which nobody can read is told before anything is started. */
@Injectable()
export class DoneListFiles {
  constructor(
    private readonly sources: SourceInputs,
    private readonly store: ContentStore,
  ) {}

  /** In the order of the request, each with the text of the mapping that reads it. What is wrong is a problem of its field. */
  async read(
    office: string,
    lists: CreateRun['done'],
    kind: Policy['kind'],
    problems: FieldProblem[],
  ): Promise<RunSettings['done']> {
    if (kind === 'replay' && lists.length > 0) {
      const message =
        'a replay decides as it was decided then, without facts of cases; leave the lists out, or name a policy for filing';
      problems.push({ path: 'done', message });
      return [];
    }
    const read: RunSettings['done'] = [];
    for (const [index, { name, sha256, mapping: given }] of lists.entries()) {
      const path = `done.${index}`;
      const bytes = await this.sources.bytesOf(office, sha256, `${path}.sha256`, problems);
      const text = given === undefined ? undefined : mappingText(given, `${path}.mapping`, problems);
      if (bytes === 0 || text === null) continue;
      if (bytes > MOST_BYTES) {
        problems.push({ path, message: `has more than ${MOST_BYTES >> 20} MB; divide it into several lists` });
        continue;
      }
      const mapping = this.mappingOf(name, sha256, text, path, problems);
      if (mapping !== undefined) read.push({ name, sha256, mapping });
    }
    if (new Set(read.map(({ sha256 }) => sha256)).size < read.length)
      problems.push({ path: 'done', message: 'names the same list twice; name each list once' });
    return read;
  }

  private mappingOf(
    name: string,
    sha256: string,
    text: string | undefined,
    path: string,
    problems: FieldProblem[],
  ): string | undefined {
    try {
      const given = text === undefined ? {} : { mapping: mappingFrom(text) };
      const { mapping } = readDoneList({ path: this.store.pathOf(sha256), name, ...given });
      return text ?? shippedMappingText(mapping.mapping.mapping);
    } catch (error) {
      if (!(error instanceof SourceFileError)) throw error;
      problems.push({ path, message: error.message });
      return undefined;
    }
  }
}

import { ContentStore } from '@clearway/content-store';
import { type RunSettings } from '@clearway/contracts';
import { ExtractError, shippedMappings, shippedMappingText } from '@clearway/court-extract';
import { mappingFrom, SourceFileError, sortInputs } from '@clearway/population';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type FieldProblem } from '../problems/api-problem';
import { UploadEntity } from '../uploads/upload.entity';
import { type CreateRun } from './run.dto';

type Input = RunSettings['inputs'][number];

/** Files that a request names: found among the uploads, and told apart by their content. */
@Injectable()
export class SourceInputs {
  constructor(
    private readonly database: DataSource,
    private readonly store: ContentStore,
  ) {}

  /** Bytes of an upload; what is not there is a problem of the field at `path`. */
  async bytesOf(office: string, sha256: string, path: string, problems: FieldProblem[]): Promise<number> {
    const upload = await this.database.getRepository(UploadEntity).findOne({ where: { office, sha256 } });
    if (upload && (await this.store.has(sha256))) return Number(upload.bytes);
    problems.push({ path, message: 'is not the hash of a file that this office has uploaded; upload the file first' });
    return 0;
  }

  /** What each file is when it is not packed: the same file with and without .gz has one hash here. */
  async unpackedHashes(office: string, hashes: readonly string[]): Promise<(sha256: string) => string> {
    const uploads = await this.database.getRepository(UploadEntity).find({ where: { office, sha256: In([...hashes]) } });
    const unpacked = new Map(uploads.map(({ sha256, unpackedSha256 }) => [sha256, unpackedSha256 ?? sha256]));
    return (sha256) => unpacked.get(sha256) ?? sha256;
  }

  /** In the order of the request. */
  async read(office: string, files: CreateRun['files'], problems: FieldProblem[]): Promise<Input[]> {
    const inputs: Input[] = [];
    for (const [index, { name, sha256, mapping }] of files.entries()) {
      const bytes = await this.bytesOf(office, sha256, `files.${index}.sha256`, problems);
      const text = mapping === undefined ? null : mappingText(mapping, `files.${index}.mapping`, problems);
      const kind = bytes === 0 ? 'state-file' : this.kindOf({ name, sha256, text }, `files.${index}`, problems);
      inputs.push({ name, sha256, bytes, kind, mapping: text });
    }
    return inputs;
  }

  private kindOf(
    { name, sha256, text }: { readonly name: string; readonly sha256: string; readonly text: string | null },
    path: string,
    problems: FieldProblem[],
  ): Input['kind'] {
    try {
      const mapping = text === null ? {} : { mapping: mappingFrom(text) };
      const [other] = sortInputs([{ path: this.store.pathOf(sha256), name, ...mapping }]).others;
      return other?.kind ?? 'state-file';
    } catch (error) {
      if (!(error instanceof SourceFileError)) throw error;
      problems.push({ path, message: error.message });
      return 'state-file';
    }
  }
}

/** Files of the state first, then the others, each in their order: a run numbers its files so. */
export function inOrderOfKinds(inputs: readonly Input[]): Input[] {
  const isState = ({ kind }: Input): boolean => kind === 'state-file';
  return [...inputs.filter(isState), ...inputs.filter((input) => !isState(input))];
}

/** The text of a mapping that comes with Clearway, or the caller's own; null when it cannot be used. */
export function mappingText(
  { name, text }: NonNullable<CreateRun['files'][number]['mapping']>,
  path: string,
  problems: FieldProblem[],
): string | null {
  try {
    if (name !== undefined && !shippedMappings().includes(name)) {
      problems.push({ path: `${path}.name`, message: `no such mapping comes with Clearway; there are ${shippedMappings().join(', ')}` });
      return null;
    }
    const found = name === undefined ? (text ?? '') : shippedMappingText(name);
    mappingFrom(found);
    return found;
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    problems.push(...error.message.split('\n').map((message) => ({ path: `${path}.text`, message })));
    return null;
  }
}

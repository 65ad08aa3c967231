import { ContentStore } from '@clearway/content-store';
import { Injectable } from '@nestjs/common';
import { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { DataSource } from 'typeorm';
import { ApiProblem } from '../problems/api-problem';
import { RunsService } from '../runs/runs.service';
import { readByteRange } from './byte-range';
import { mediaTypeOf } from './send-file';
import { RunOutputEntity } from './run-output.entity';

export interface OutputView {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly madeBy: string;
}

export interface DownloadHeaders {
  readonly range?: string;
  readonly ifRange?: string;
  readonly ifNoneMatch?: string;
  /** Only the headers are wanted. */
  readonly head: boolean;
}

/** The files that a run made: listed by name, sent as they lie in the content store. */
@Injectable()
export class OutputsService {
  constructor(
    private readonly database: DataSource,
    private readonly store: ContentStore,
    private readonly runs: RunsService,
  ) {}

  async list(office: string, run: string, asked?: number): Promise<{ revision: number; items: OutputView[] }> {
    const revision = await this.runs.newestDone(await this.runs.find(office, run), asked);
    const rows = await this.database.getRepository(RunOutputEntity).find({ where: { office, run, revision } });
    const items = rows.map(({ name, sha256, bytes, madeBy }) => ({ name, sha256, bytes: Number(bytes), madeBy }));
    return { revision, items: items.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  }

  /** Sends one file, or the part of it that a `Range` asks for; its hash is its ETag. */
  async send(
    {
      office,
      run,
      revision: asked,
    }: { readonly office: string; readonly run: string; readonly revision?: number | undefined },
    name: string,
    headers: DownloadHeaders,
    response: ServerResponse,
  ): Promise<void> {
    const found = await this.runs.find(office, run);
    const { purgedAt } = found;
    const revision = await this.runs.newestDone(found, asked);
    const output = await this.database
      .getRepository(RunOutputEntity)
      .findOne({ where: { office, run, revision, name } });
    if (!output)
      throw new ApiProblem(
        404,
        'output.not-found',
        'This run has no file of that name; its outputs are listed at the address above.',
      );
    if (purgedAt)
      throw new ApiProblem(410, 'run.purged', 'The files of this run were destroyed; only their hashes are kept.');
    const etag = `"${output.sha256}"`;
    const size = await this.store.sizeOf(output.sha256);
    response.setHeader('ETag', etag);
    response.setHeader('Accept-Ranges', 'bytes');
    response.setHeader('Cache-Control', 'private, no-store');
    if (headers.ifNoneMatch === etag) {
      response.statusCode = 304;
      response.end();
      return;
    }
    // A range of another version of the file would be spliced into it: then the whole file is sent.
    const range =
      headers.ifRange !== undefined && headers.ifRange !== etag ? 'whole' : readByteRange(headers.range, size);
    if (range === 'unsatisfiable') {
      response.setHeader('Content-Range', `bytes */${size}`);
      throw new ApiProblem(
        416,
        'output.bad-range',
        `The file has ${size} bytes; ask for a range that begins within them.`,
      );
    }
    const { first, last } = range === 'whole' ? { first: 0, last: size - 1 } : range;
    response.statusCode = range === 'whole' ? 200 : 206;
    if (range !== 'whole') response.setHeader('Content-Range', `bytes ${first}-${last}/${size}`);
    response.setHeader('Content-Type', mediaTypeOf(name));
    response.setHeader('Content-Disposition', `attachment; filename="${name.slice(name.lastIndexOf('/') + 1)}"`);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Length', last - first + 1);
    if (headers.head) {
      response.end();
      return;
    }
    await pipeline(await this.store.openRange(output.sha256, first, last + 1), response).catch(
      (error: NodeJS.ErrnoException) => {
        // The caller went away: nobody is left to be told.
        if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
      },
    );
  }
}

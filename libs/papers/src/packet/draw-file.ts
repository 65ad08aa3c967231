import { type BatchFileKind } from '@clearway/court-exchange';
import { createHash } from 'node:crypto';
import { type DrawnPaper, drawPaper, drawVolume } from '../paper/draw-paper';
import { type Paper } from '../paper/paper';
import { readBack, readBackVolume } from '../read-back/read-back';
import { faultOf, type PacketFault } from './packet-fault';
import { type PacketDrawing, type PaperFile } from './packet-drawing';

/** One megabyte as courts count it in their limits. */
const MEGABYTE = 1_000_000;

/** Draws files of a packet and keeps what is wrong with them. */
export class FileDrawer {
  readonly faults: PacketFault[] = [];

  constructor(private readonly drawing: PacketDrawing) {}

  get limit(): number {
    return this.drawing.filing.megabytesPerFile * MEGABYTE;
  }

  /** A paper drawn and read back; undefined, with the fault, where it cannot be drawn. */
  paper(name: string, paper: Paper): DrawnPaper | undefined {
    const { draw = drawPaper, watch = {} } = this.drawing;
    try {
      const drawn = draw(paper, watch);
      for (const { kind, page } of readBack(paper, drawn.bytes))
        this.faults.push({ paper: name, kind, page, detail: '' });
      return drawn;
    } catch (error) {
      this.faults.push(faultOf(name, error));
      return undefined;
    }
  }

  /** Several papers as one file, drawn and read back. */
  joined(name: string, papers: readonly Paper[], title: string): Omit<DrawnPaper, 'rowPages'> | undefined {
    try {
      const date = this.drawing.options.asOf;
      const drawn = drawVolume(papers, { title, date }, this.drawing.watch);
      for (const { kind, page } of readBackVolume(papers, { title, language: 'en-US' }, drawn.bytes))
        this.faults.push({ paper: name, kind, page, detail: '' });
      return drawn;
    } catch (error) {
      this.faults.push(faultOf(name, error));
      return undefined;
    }
  }

  /** A finished file; one that is larger than the court takes is a fault. */
  file(
    folder: string,
    name: string,
    kind: BatchFileKind,
    drawn: Pick<DrawnPaper, 'bytes' | 'pages'>,
    isPublic = true,
  ): PaperFile {
    if (drawn.bytes.length > this.limit)
      this.faults.push({ paper: name, kind: 'over-size-limit', page: 0, detail: '' });
    const sha256 = createHash('sha256').update(drawn.bytes).digest('hex');
    return { path: `${folder}/${name}`, kind, bytes: drawn.bytes, sha256, pages: drawn.pages, public: isPublic };
  }
}

import { type VolumeFile } from '../batch/volume-file';
import { drawVolumes } from '../batch/volumes';
import { type CourtFiling } from '../courts/court-profile';
import { type FilingOptions } from '../filing/filing-options';
import { type Packet } from '../filing/filing-plan';
import { type DrawingWatch } from '../paper/draw-paper';
import { drawPacket } from '../packet/draw-packet';
import { type FormSource } from '../packet/form-source';
import { type DrawnPacket } from '../packet/packet-drawing';

/** Packets that are drawn together: plain data, so that any thread can do it. */
export interface DrawJob {
  readonly options: FilingOptions;
  readonly filing: CourtFiling;
  readonly batchFolder: string;
  /** `volume`: they are joined; `files`: each has files of its own. */
  readonly how: 'files' | 'volume';
  readonly packets: readonly Packet[];
}

export interface DrawJobResult {
  /** In the order of the job. */
  readonly drawn: readonly DrawnPacket[];
  readonly volumes: readonly VolumeFile[];
}

/** Draws a job; the same job gives the same bytes in every thread. */
export function runDrawJob(job: DrawJob, watch: DrawingWatch = {}, forms?: FormSource): DrawJobResult {
  const { options, filing, batchFolder, packets } = job;
  const drawing = { options, filing, batchFolder, watch, ...(forms ? { forms } : {}) };
  if (job.how === 'volume') return drawVolumes(packets, drawing);
  const drawn = packets.map((packet) => {
    watch.check?.();
    return drawPacket(packet, drawing);
  });
  return { drawn, volumes: [] };
}

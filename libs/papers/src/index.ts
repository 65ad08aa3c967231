export { arrestToo, COURT_UPDATE_COLUMNS } from './court-data/court-update';
export { CANNOT_FILE_COLUMNS } from './court-data/cannot-file';
export {
  drawFilings,
  FilingLedger,
  type DrawingControl,
  type FilingCounts,
  type FilingResult,
  type FilingSink,
  type PacketRecord,
} from './draw-filings';
export { drawPacket, type DrawnPacket, type PacketFault, type PaperFile } from './draw-packet';
export { DrawingCancelledError, PaperWordsError } from './errors';
export { FilingPlanner, planFilings } from './filing/filing-planner';
export * from './filing/filing-options';
export * from './filing/filing-plan';
export { drawPaper, drawVolume, type DrawnPaper, type DrawnVolume, type VolumeInfo } from './paper/draw-paper';
export { readBack, readBackVolume, type Difference } from './read-back/read-back';

import { durationText, grouped } from './numbers';

/** How far one stage of the work is. */
export interface ProgressState {
  /** What is being done, in one word: `reading`, `deciding`, `drawing`. */
  readonly stage: string;
  /** Work done and work in all, in any one unit (bytes, rows, batches); `total` 0 when not known. */
  readonly done: number;
  readonly total: number;
  /** Things done so far and what they are called, shown with their rate. */
  readonly count?: number;
  readonly unit?: string;
}

/** Where progress is written; `isTerminal` decides between a bar that is redrawn and a line now and then. */
export interface ProgressTarget {
  readonly isTerminal: boolean;
  readonly columns: number;
  write(text: string): void;
  /** Milliseconds since any fixed moment. */
  now(): number;
}

const REDRAW_MS = 100;
const LINE_MS = 5_000;

/** Shows how far the work is. Safe to call often: it draws at most ten times a second, or a line every five seconds. */
export class Progress {
  private stage = '';
  private stageStart = 0;
  private lastDrawn = -Infinity;
  private drawn = false;

  constructor(private readonly target: ProgressTarget) {}

  update(state: ProgressState): void {
    const now = this.target.now();
    if (state.stage !== this.stage) {
      this.finishLine();
      this.stage = state.stage;
      this.stageStart = now;
      this.lastDrawn = this.target.isTerminal ? -Infinity : now;
    }
    if (now - this.lastDrawn < (this.target.isTerminal ? REDRAW_MS : LINE_MS)) return;
    this.lastDrawn = now;
    const text = progressText(state, (now - this.stageStart) / 1000, this.target.isTerminal ? this.target.columns : 0);
    if (this.target.isTerminal) {
      this.target.write(`\r\x1b[2K${text}`);
      this.drawn = true;
    } else this.target.write(`${text}\n`);
  }

  /** Removes the bar, so that other text can be written. */
  finishLine(): void {
    if (this.drawn) this.target.write('\r\x1b[2K');
    this.drawn = false;
  }
}

/** One line; with `columns` > 0 a bar takes what room is left. */
export function progressText(state: ProgressState, seconds: number, columns: number): string {
  const share = state.total > 0 ? Math.min(1, state.done / state.total) : undefined;
  const parts = [`${state.stage}`];
  if (share !== undefined) parts.push(`${String(Math.floor(share * 100)).padStart(3)} %`);
  if (state.count !== undefined) {
    const unit = state.unit ?? 'rows';
    parts.push(`${grouped(state.count)} ${unit}`);
    if (seconds > 0.5) parts.push(`${grouped(state.count / seconds)} ${unit}/s`);
  }
  if (share !== undefined && share > 0.01 && share < 1 && seconds > 0.5)
    parts.push(`${durationText((seconds / share) * (1 - share))} left`);
  const text = parts.join('  ');
  const room = columns - text.length - 4;
  if (share === undefined || room < 10) return columns > 0 ? text.slice(0, columns - 1) : text;
  const width = Math.min(30, room);
  const full = Math.round(share * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${text}`;
}

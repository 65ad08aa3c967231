/** `1,234,567`: the same on every machine. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `850 B`, `1.2 MB`, `3.4 GB` (powers of ten, as disks are sold). */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  for (const [unit, size] of [['GB', 1e9], ['MB', 1e6]] as const) if (bytes >= size) return `${(bytes / size).toFixed(1)} ${unit}`;
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** `9 s`, `2 min 05 s`, `1 h 02 min`. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} min`;
}

/** `1 line`, `1,234 lines`. */
export function counted(value: number, one: string, many: string): string {
  return `${grouped(value)} ${Math.round(value) === 1 ? one : many}`;
}

import { type Measured } from './rows';

/** Times `work`, which handles `filings` filings and returns the bytes of one; call it warm. */
export async function measure(filings: number, work: () => Promise<number> | number): Promise<Measured> {
  const before = process.resourceUsage();
  const start = performance.now();
  const bytesPerFiling = await work();
  const seconds = (performance.now() - start) / 1000;
  const after = process.resourceUsage();
  const used = after.userCPUTime + after.systemCPUTime - before.userCPUTime - before.systemCPUTime;
  return { filings, seconds, cpuSeconds: used / 1e6, bytesPerFiling, peakMegabytes: after.maxRSS / 1024 };
}

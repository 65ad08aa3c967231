import { SMALL_RUN } from '../testing/small-run';
import { runJson, runLogJson } from './run-json';

const outputs = [
  { path: 'summary.json', sha256: '3'.repeat(64), bytes: 10 },
  { path: 'All_Results.csv', sha256: '4'.repeat(64), bytes: 20 },
];

describe('run.json', () => {
  it('is the same text whatever order things were finished in', () => {
    const record = {
      run: SMALL_RUN,
      version: '0.1.0',
      catalogueHash: 'c'.repeat(64),
      traceRules: ['felony'],
      settings: { papers: 'bulk', letters: true },
      outputs,
    };
    const text = runJson(record);
    expect(runJson({ ...record, settings: { letters: true, papers: 'bulk' }, outputs: [...outputs].reverse() })).toBe(
      text,
    );
    expect(JSON.parse(text)).toMatchObject({
      asOf: '2020-07-01',
      policy: { name: 'los-angeles-2020' },
      inputs: [{ name: 'first.dat' }, { name: 'second.dat' }],
      outputs: [{ path: 'All_Results.csv' }, { path: 'summary.json' }],
    });
  });

  it('leaves clocks to run.log.json', () => {
    const log = runLogJson({
      runId: 'r1',
      startedAt: '2026-01-01T00:00:00Z',
      finishedAt: '2026-01-01T00:00:03Z',
      seconds: { scan: 1, decide: 2 },
      machine: { node: 'v20', platform: 'linux', cpus: 2, peakMemoryMegabytes: 100 },
    });
    expect(JSON.parse(log)).toMatchObject({ processingTimeInSeconds: 3, runId: 'r1' });
  });
});

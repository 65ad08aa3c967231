import { CrashPoints } from './index';

describe('crash points', () => {
  const killed: string[] = [];
  const at = (service: string, enabled: boolean, where?: string): CrashPoints =>
    new CrashPoints(service, enabled, where, () => killed.push(service));
  beforeEach(() => killed.splice(0));

  it('kill at the n-th hit of their point, in their service', async () => {
    const points = at('ingestion', true, 'ingestion:after-batch:2');
    await points.reach('after-batch');
    await points.reach('after-copy-before-commit');
    expect(killed).toEqual([]);
    void points.reach('after-batch');
    expect(killed).toEqual(['ingestion']);
  });

  it('are inert in another service and unless enabled', async () => {
    await at('eligibility', true, 'ingestion:after-batch:1').reach('after-batch');
    await at('ingestion', false, 'ingestion:after-batch:1').reach('after-batch');
    await at('ingestion', true).reach('after-batch');
    expect(killed).toEqual([]);
  });

  it('name the points that there are when asked for another', () => {
    expect(() => at('ingestion', true, 'ingestion:somewhere:1')).toThrow(/after-copy-before-commit/);
  });
});

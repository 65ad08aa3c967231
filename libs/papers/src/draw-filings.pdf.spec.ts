import { createHash } from 'node:crypto';
import { drawFilings, type DrawingControl, type FilingResult } from './draw-filings';
import { DrawingCancelledError } from './errors';
import { type DrawJob, type DrawJobResult } from './hands/draw-job';
import { planFilings } from './filing/filing-planner';
import { type FilingPlan } from './filing/filing-plan';
import { drawPaper } from './paper/draw-paper';
import { drawPacket } from './packet/draw-packet';
import { collectFiles } from './testing/collect-files';
import { samplePerson } from './testing/sample-people';
import { SAMPLE_OPTIONS, samplePeople } from './testing/sample-filing';

async function draw(
  plan: FilingPlan,
  options = SAMPLE_OPTIONS,
  control: DrawingControl = {},
): Promise<{ readonly files: ReadonlyMap<string, Uint8Array>; readonly result: FilingResult }> {
  const { files, sink } = collectFiles();
  const result = await drawFilings(plan, options, sink, control);
  return { files, result };
}
const text = (files: ReadonlyMap<string, Uint8Array>, path: string): string =>
  Buffer.from(files.get(path) ?? new Uint8Array()).toString('utf8');
const FOLDER = 'papers/los-angeles-compton/los-angeles-county-district-attorney';

describe('drawFilings', () => {
  it('writes motion, order and exhibit per courthouse and the data files of the clerk', async () => {
    const { files, result } = await draw(planFilings(samplePeople(30)));
    const beside = [
      'index.csv',
      'index.pdf',
      'court_update.csv',
      'confidential/court_update.json',
      'control_totals.csv',
      'manifest.json',
    ];
    expect([...files.keys()]).toEqual([
      ...['motion.pdf', 'order.pdf', 'exhibit_a.pdf', ...beside].map((name) => `${FOLDER}/${name}`),
      'court_update.csv',
      'court_update_totals.csv',
      'cannot_file.csv',
      'packets.csv',
    ]);
    expect(result.counts).toMatchObject({
      packets: 1,
      packetsHeldBack: 0,
      files: 3,
      linesFiled: 30,
      linesUnfiled: 0,
      casesFiled: 30,
      peopleFiled: 30,
    });
    expect(result.packets[0]?.faults).toEqual([]);
  });

  it('writes a motion and an order of its own per case and person', async () => {
    const { files, result } = await draw(planFilings(samplePeople(3), 'per-case'));
    expect([...files.keys()].filter((path) => path.endsWith('.pdf') && !path.endsWith('index.pdf'))).toEqual(
      [0, 1, 2].flatMap((i) => ['motion', 'order'].map((paper) => `${FOLDER}/ba10000${i}/${paper}.pdf`)),
    );
    expect(result.counts).toMatchObject({ packets: 3, files: 6 });
  });

  it.each(['bulk', 'per-case'] as const)('makes the same bytes again, %s', async (mode) => {
    const hash = async (): Promise<string> => {
      const { files } = await draw(planFilings(samplePeople(14), mode));
      const sum = createHash('sha256');
      for (const [path, bytes] of files) sum.update(path).update(bytes);
      return sum.digest('hex');
    };
    expect(await hash()).toBe(await hash());
  });

  it('has one row per count in court_update.csv, sorted, with closed codes and totals that fit', async () => {
    const people = [
      samplePerson('BBB', 'ROE,JANE', [{ case: 'BA2', caseEffect: 'whole-case' }]),
      samplePerson('AAA', '=DOE,JOHN', [
        { case: 'BA1', relief: 'redesignate-infraction', count: 2, chargeText: 'SELL, "TRANSPORT"' },
      ]),
    ];
    const plan = planFilings(people);
    const packet = plan.packets[0]?.id ?? '';
    const { files } = await draw(plan);
    const [header, ...rows] = text(files, 'court_update.csv').trimEnd().split('\n');
    expect(header).toBe(
      'courthouse,courthouse_ori,case_number,other_case_numbers,defendant,count,section,charge,conviction_date,relief,statute,case_effect,arrest_too,floor_only,prosecuting_agency,packet,line,order_file,former_case_number,court_of_record',
    );
    expect(rows).toEqual([
      `Compton Courthouse,CA019115J,BA1,,"'=DOE, JOHN",2,HS 11359,"SELL, ""TRANSPORT""",1998-03-12,redesignate-infraction,"Health & Saf. Code, § 11361.8, subds. (e), (f), (h)",one-count,no,no,LOS ANGELES COUNTY DISTRICT ATTORNEY,${packet},1,${FOLDER}/order.pdf,,CASC LOS ANGELES COMPTON`,
      `Compton Courthouse,CA019115J,BA2,,"ROE, JANE",1,HS 11359,POSSESS MARIJUANA FOR SALE,1998-03-12,dismiss-and-seal,"Health & Saf. Code, § 11361.8, subds. (e), (f)",whole-case,yes,no,LOS ANGELES COUNTY DISTRICT ATTORNEY,${packet},2,${FOLDER}/order.pdf,,CASC LOS ANGELES COMPTON`,
    ]);
    const sha256 = createHash('sha256')
      .update(files.get('court_update.csv') ?? '')
      .digest('hex');
    expect(text(files, 'court_update_totals.csv').trimEnd().split('\n')).toEqual([
      'courthouse,lines,cases,defendants,dismiss-and-seal,dismiss,redesignate-infraction,redesignate-misdemeanor,dismiss-sentence,recall-and-resentence,whole-case,one-defendant,one-count,arrests,packets,court_update_sha256',
      'Compton Courthouse,2,2,2,1,0,1,0,0,0,1,0,1,1,1,',
      `ALL,2,2,2,1,0,1,0,0,0,1,0,1,1,1,${sha256}`,
    ]);
  });

  it('lists what cannot be filed', async () => {
    const { files, result } = await draw(planFilings([samplePerson('AAA', 'DOE,JOHN', [{ caseNumbers: [], row: 4 }])]));
    expect(text(files, 'cannot_file.csv')).toMatch(/^\uFEFFreason,/);
    expect(text(files, 'cannot_file.csv').split('\n')[1]).toBe(
      'no-case-number,,1,6,"DOE, JOHN",CASC LOS ANGELES COMPTON,,1,HS 11359,1998-03-12,dismiss-and-seal,LOS ANGELES COUNTY DISTRICT ATTORNEY',
    );
    expect(result.counts).toMatchObject({
      packets: 0,
      linesFiled: 0,
      linesUnfiled: 1,
      unfiledByReason: { 'no-case-number': 1 },
    });
  });

  it('prints no state number anywhere', async () => {
    const { files } = await draw(planFilings(samplePeople(3)));
    for (const [path, bytes] of files)
      if (/csv$|manifest/.test(path)) expect(Buffer.from(bytes).toString()).not.toMatch(/A99999999|12345678/);
  });

  it('holds a packet back that differs, with its reason, and releases the others', async () => {
    const plan = planFilings(samplePeople(2, (i) => ({ court: i === 0 ? 'CASC POMONA' : 'CASC LOS ANGELES' })));
    const wrong = (paper: Parameters<typeof drawPaper>[0]): ReturnType<typeof drawPaper> =>
      drawPaper({ ...paper, blocks: paper.blocks.slice(1) });
    const hands = {
      async *draw(jobs: Iterable<DrawJob>): AsyncGenerator<DrawJobResult> {
        for (const job of jobs) {
          const drawing = { ...job, draw: job.batchFolder.includes('pomona') ? wrong : drawPaper };
          yield { drawn: job.packets.map((packet) => drawPacket(packet, drawing)), volumes: [] };
        }
      },
    };
    const { files, result } = await draw(plan, SAMPLE_OPTIONS, { hands });
    expect(result.counts).toMatchObject({
      batches: 1,
      packets: 1,
      packetsHeldBack: 1,
      linesFiled: 1,
      linesInBatches: 1,
      linesUnfiled: 1,
      unfiledByReason: { 'packet-held-back': 1 },
    });
    expect(text(files, 'court_update.csv')).not.toMatch(/pomona/i);
    expect([...files.keys()].filter((path) => path.includes('pomona'))).toEqual([]);
    expect(text(files, 'cannot_file.csv')).toContain('text-differs page 1');
    expect(text(files, 'packets.csv')).toContain('text-differs');
  });

  it('holds back a packet whose head cannot be printed, without saying what it says', async () => {
    const { result } = await draw(planFilings(samplePeople(1)), {
      ...SAMPLE_OPTIONS,
      prosecutors: { 'LOS ANGELES COUNTY DISTRICT ATTORNEY': { attorney: 'Jane \u0378 Roe' } },
    });
    expect(result.counts.packetsHeldBack).toBe(1);
    expect(result.packets[0]?.faults[0]).toEqual({
      paper: 'motion.pdf',
      kind: 'unprintable-text',
      page: 0,
      detail: 'U+0378',
    });
  });

  it('stops when it is told to, and reports progress', async () => {
    const plan = planFilings(samplePeople(4), 'per-case');
    const abort = new AbortController();
    const seen: number[] = [];
    const drawing = drawFilings(
      plan,
      SAMPLE_OPTIONS,
      { write: () => undefined },
      {
        signal: abort.signal,
        onProgress: (done) => {
          seen.push(done);
          if (done === 2) abort.abort();
        },
      },
    );
    await expect(drawing).rejects.toThrow(DrawingCancelledError);
    expect(seen).toEqual([1, 2]);
  });
});

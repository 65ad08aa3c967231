import { readPdf } from '@clearway/pdf-reading';
import { papersOf } from '../packet/draw-packet';
import { type FilingOptions } from '../filing/filing-options';
import { type Packet, type PlanMode } from '../filing/filing-plan';
import { planFilings } from '../filing/filing-planner';
import { type SampleConviction, samplePerson } from '../testing/sample-people';
import { SAMPLE_OPTIONS } from '../testing/sample-filing';
import { drawPaper } from './draw-paper';
import { courtFieldsOf, type Paper, textOf } from './paper';

function papers(
  convictions: readonly SampleConviction[],
  options: Partial<FilingOptions> = {},
  mode: PlanMode = 'bulk',
): Readonly<Record<string, Paper>> {
  const [packet] = planFilings([samplePerson('AAA', 'DOE,JOHN', convictions)], mode).packets as [Packet];
  return Object.fromEntries(papersOf(packet, { ...SAMPLE_OPTIONS, ...options }));
}
const words = (paper: Paper | undefined): string => paper?.blocks.flatMap(textOf).join(' ') ?? '';
const policy = SAMPLE_OPTIONS.policy;

describe('the words of papers', () => {
  it('name agency, court, county, numbers and date in the motion', () => {
    const text = words(papers([{ case: 'BA1' }, { case: 'BA2' }])['motion.pdf']);
    for (const part of [
      'LOS ANGELES COUNTY DISTRICT ATTORNEY',
      'SUPERIOR COURT OF CALIFORNIA',
      'COUNTY OF LOS ANGELES',
      'LOS ANGELES COMPTON',
      '2 counts in 2 cases, concerning 1 defendant',
      'November 23, 2026',
      'Jane Q. Roe (State Bar No. 123456)',
    ])
      expect(text).toContain(part);
  });

  it('name case and defendant where there is one of each', () => {
    const {
      'motion.pdf': motion,
      'order.pdf': order,
      'exhibit_a.pdf': exhibit,
    } = papers([{ case: 'BA1' }], {}, 'per-case');
    expect(exhibit).toBeUndefined();
    for (const paper of [motion, order])
      for (const part of ['Case No. BA1', 'DOE, JOHN,']) expect(words(paper)).toContain(part);
    expect(order?.title).toBe('[PROPOSED] ORDER FOR RELIEF FROM A CANNABIS CONVICTION, CASE NO. BA1');
  });

  it.each([
    ['dismiss-and-seal', 'subds. (e), (f)', 'presumed met'],
    ['redesignate-infraction', 'subds. (e), (f), (h)', 'as an infraction for all purposes'],
    ['recall-and-resentence', 'subds. (a), (b)', 'still being served'],
  ] as const)('cite the subdivisions of %s', (relief, subdivisions, phrase) => {
    const text = words(papers([{ relief }])['motion.pdf']);
    expect(text).toContain(subdivisions);
    expect(text).toContain(phrase);
  });

  it('ask for a hearing where somebody is to be resentenced, and for none elsewhere', () => {
    expect(words(papers([{ relief: 'redesignate-misdemeanor' }])['motion.pdf'])).toContain('No hearing requested');
    const text = words(papers([{}, { relief: 'recall-and-resentence' }])['motion.pdf']);
    expect(text).toContain('Hearing for resentencing only, to be set by the court');
    expect(text).not.toContain('No hearing requested');
    expect(text).toContain('unreasonable risk of danger to public safety is for the court to determine');
  });

  const AUTHORITY = 'Article 1 of the charter, approved by counsel on 2020-02-13.';
  const OTHER = 'Resolution 7 of the board.';

  it('print each authority that is used in motion and order, with the lines that it is for', () => {
    const drawn = papers([{ authority: AUTHORITY }, {}, { authority: OTHER }, { authority: OTHER }]);
    expect(words(drawn['motion.pdf'])).toContain(
      `For line 1, marked (a), the People request relief beyond what section 11361.8 itself gives, on this authority: ${AUTHORITY}`,
    );
    expect(words(drawn['order.pdf'])).toContain(
      `For lines 3 and 4, marked (b), the relief goes beyond what section 11361.8 itself gives and is granted on this authority: ${OTHER}`,
    );
    for (const name of ['order.pdf', 'exhibit_a.pdf']) {
      expect(words(drawn[name])).toContain('03/12/1998 D&S C (a) 2');
      expect(words(drawn[name])).toContain('A letter in brackets, (a), (b): relief beyond section 11361.8');
    }
    expect(words(drawn['order.pdf'])).toContain('says “D&S” and a letter in brackets (3 counts)');
    expect(words(drawn['order.pdf'])).toContain('says “D&S” and no letter in brackets (1 count)');
    expect(words(drawn['motion.pdf'])).toContain('1 count: the conviction');
    expect(words(drawn['motion.pdf'])).toContain(
      'Dismissal and sealing (beyond the statute, on the authority stated below), 3 counts',
    );
  });

  it('print the authority in the papers of one case, and none where every line is of the statute', () => {
    const [elected, statute] = [papers([{ authority: AUTHORITY }], {}, 'per-case'), papers([{}], {}, 'per-case')];
    expect(words(elected['motion.pdf'])).toContain(AUTHORITY);
    expect(words(elected['motion.pdf'])).not.toContain('presumed met');
    expect(words(elected['order.pdf'])).toContain('Dismiss, seal (a)');
    for (const name of ['motion.pdf', 'order.pdf']) expect(words(statute[name])).not.toMatch(/authority:|in brackets/);
  });

  it('never say sealed of a conviction that is dismissed only', () => {
    const drawn = papers([{ relief: 'dismiss', authority: AUTHORITY }]);
    for (const name of ['motion.pdf', 'order.pdf', 'exhibit_a.pdf']) {
      expect(words(drawn[name])).toMatch(/Dismissal without sealing|DIS/);
      expect(words(drawn[name]).replaceAll('Dismissal without sealing', '')).not.toMatch(/seal/i);
    }
  });

  it('count the lines of an authority where they are too many to list', () => {
    const many = Array.from({ length: 90 }, (_, i) => (i % 2 === 0 ? { authority: AUTHORITY } : {}));
    expect(words(papers(many)['motion.pdf'])).toContain('For the 45 lines marked (a), the People');
  });

  it('say that a replay without an authority waits for counsel, and that a statute policy asks for nothing more', () => {
    expect(words(papers([{}], { policy: { ...policy, kind: 'replay' } })['motion.pdf'])).toContain(
      'Counsel states that authority',
    );
    expect(words(papers([{}])['motion.pdf'])).toContain('No relief beyond section 11361.8 is requested.');
  });

  it('say where only the floor is filed, and where further case numbers stand', () => {
    const text = words(
      papers([
        {
          questions: [{ code: 'birth-date', answers: [] }],
          caseNumbers: [
            { number: 'BA1', from: 'OFN' },
            { number: 'BA2', from: 'OFN' },
          ],
        },
      ])['motion.pdf'],
    );
    expect(text).toContain('For 1 count of these, the People ask for the relief that the record supports now');
    expect(text).toContain('in brackets below the case number');
  });

  it('repeat every line in order and exhibit, with its effect', () => {
    const drawn = papers([
      { case: 'BA1', caseEffect: 'whole-case' },
      { case: 'BA2', relief: 'redesignate-misdemeanor', citation: 'attempt (PC 664) HS 11358' },
    ]);
    for (const name of ['order.pdf', 'exhibit_a.pdf']) {
      const text = words(drawn[name]);
      expect(text).toContain('1 BA1 DOE, JOHN 1 HS 11359 03/12/1998 D&S W');
      expect(text).toContain('2 BA2 DOE, JOHN 2 attempt (PC 664) HS 11358 03/12/1998 MIS C');
    }
  });
});

describe('a drawn paper', () => {
  it("leaves the court's part open in the order, and has no field anywhere else", () => {
    const drawn = papers([{}]);
    const fieldsOf = (name: string): readonly string[] =>
      readPdf(drawPaper(drawn[name] as Paper).bytes).fields.map(({ kind }) => kind);
    expect(fieldsOf('order.pdf')).toEqual(['choice', 'text', 'signature']);
    expect(fieldsOf('motion.pdf')).toEqual([]);
    expect(fieldsOf('exhibit_a.pdf')).toEqual([]);
  });

  it('names fields differently in every packet', () => {
    const plan = planFilings([samplePerson('AAA', 'DOE,JOHN', [{ case: 'BA1' }, { case: 'BA2' }])], 'per-case');
    const names = plan.packets.flatMap((packet) =>
      papersOf(packet, SAMPLE_OPTIONS).flatMap(([, paper]) => courtFieldsOf(paper).map(({ name }) => name)),
    );
    expect(names).toHaveLength(6);
    expect(new Set(names).size).toBe(6);
  });

  it('carries no state number, no person id and no birth date', () => {
    for (const paper of Object.values(papers([{}]))) {
      const text = readPdf(drawPaper(paper).bytes)
        .pages.flatMap((page) => page.texts.map((piece) => piece.text))
        .join(' ');
      expect(text).not.toMatch(/A99999999|12345678|AAA|DOB/);
    }
  });

  it('needs two pages for the order for one count', () => {
    expect(drawPaper(papers([{}], {}, 'per-case')['order.pdf'] as Paper).pages).toBe(2);
  });

  it('never leaves date and signature alone on a page', () => {
    for (let count = 1; count <= 14; count++) {
      const lines = Array.from({ length: count }, () => ({
        case: 'BA1',
        chargeText: 'TRANSPORT/SELL/GIVE AWAY MARIJUANA',
      }));
      const file = readPdf(drawPaper(papers(lines, {}, 'per-case')['order.pdf'] as Paper).bytes);
      const last = file.pages[file.pages.length - 1]?.texts.map(({ text }) => text).join(' ') ?? '';
      expect(last).toContain('JUDGE OF THE SUPERIOR COURT');
      expect(last).toContain('Department of Justice');
    }
  });
});

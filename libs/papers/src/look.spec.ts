import { mkdirSync, writeFileSync } from 'fs';
import { dirname } from 'path';
import { drawFilings, planFilings } from './index';
import { samplePerson } from './sample-people';
const options = { county: 'LOS ANGELES', asOf: 20261123, policy: { name: 'los-angeles-2020', title: 'Los Angeles County, 2020', kind: 'replay' as const, hash: 'ab12'.repeat(16), authority: '' }, prosecutor: { attorney: 'Jane Q. Roe', title: 'Deputy District Attorney', barNumber: '123456', address: ['211 West Temple Street, Suite 1200', 'Los Angeles, California 90012'], telephone: '(213) 555-0100', email: 'filings@example.org' } };
const NAMES = ["O'HARA-MÜLLER-ŠĆEPANOVIĆ,JOSÉ ÑANDÚ MAXIMILIAN", 'علي بن أبي طالب', '王小明', 'សុខ វិចិត្រា', 'GARCIA,MARIA', 'Владимир Ильин', 'राजेश कुमार', '김철수', 'כהן, דוד', 'DOE,JOHN A JR'];
it('look', async () => {
  for (const [mode, n, o] of [['bulk', 300, options], ['bulk', 3000, {...options, prosecutor: undefined, policy: {...options.policy, kind:'filing', authority: 'Penal Code section 1385, as the policy of the District Attorney of February 13, 2020 states.'}}], ['per-case', 6, options]] as const) {
    const people = Array.from({ length: n }, (_, i) => samplePerson('PERSON' + String(i).padStart(10, '0'), NAMES[i % NAMES.length] as string, mode === 'per-case' && i === 4 ? Array.from({ length: 40 }, (_, c) => ({ case: 'BA1', count: c + 1, relief: c % 2 ? 'redesignate-misdemeanor' as const: 'dismiss-and-seal' as const, chargeText: 'TRANSPORT/SELL/GIVE AWAY MARIJUANA OR CONCENTRATED CANNABIS', citation: 'attempt (PC 664) HS 11360(a)' })) : [{ case: 'BA' + (100000 + i), caseEffect: i % 3 ? 'whole-case' as const : 'one-count' as const, convictedOn: 19980312, citation: i % 7 ? 'HS 11359' : 'attempt (PC 664) HS 11358', relief: i % 5 === 0 ? 'redesignate-infraction' as const : 'dismiss-and-seal' as const, caseNumbers: i % 11 ? [{ number: 'BA' + (100000 + i), from: 'OFN' as const }] : [{ number: 'OFN' + i, from: 'OFN' as const }, { number: 'NA' + (100000 + i) + '-01', from: 'FE_NUM_CRT_CASE' as const }] }]));
    const t = Date.now();
    const plan = planFilings(people, mode);
    let size = 0;
    const r = await drawFilings(plan, o as any, { write(path, bytes) { size += bytes.length; const f = `/tmp/p-look/${mode}-${n}/${path}`; mkdirSync(dirname(f), { recursive: true }); writeFileSync(f, bytes); } });
    console.log(mode, n, Date.now() - t, 'ms', size, JSON.stringify(r.counts), JSON.stringify(r.packets.slice(0, 2)));
  }
});

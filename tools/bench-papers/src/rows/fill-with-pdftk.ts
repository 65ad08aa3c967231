import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFilings } from '@clearway/court-forms';
import { type BenchContext, type Measured } from '../rows';

/** `pdftk FORM fill_form VALUES output FILE flatten`, a process for each filing, where pdftk is installed. */
export async function fillWithPdftk({ form, filings, folder }: BenchContext): Promise<Measured | string> {
  if (spawnSync('pdftk', ['--version']).error) return 'not installed';
  const sample = await sampleFilings(form);
  const paths = {
    form: join(folder, 'form.pdf'),
    values: join(folder, 'values.xfdf'),
    output: join(folder, 'filled.pdf'),
  };
  writeFileSync(paths.form, form);
  const start = performance.now();
  let size = 0;
  let peak = 0;
  for (let i = 0; i < filings; i++) {
    writeFileSync(paths.values, xfdf(sample.values(i)));
    const { status } = spawnSync('pdftk', [paths.form, 'fill_form', paths.values, 'output', paths.output, 'flatten']);
    if (status !== 0) return 'pdftk failed on this form';
    size += statSync(paths.output).size;
    peak = Math.max(peak, process.resourceUsage().maxRSS / 1024);
  }
  const seconds = (performance.now() - start) / 1000;
  return { filings, seconds, cpuSeconds: seconds, bytesPerFiling: size / filings, peakMegabytes: peak };
}

function xfdf(values: Readonly<Record<string, string>>): string {
  const fields = Object.entries(values).map(
    ([name, value]) => `<field name="${xml(name)}"><value>${xml(value)}</value></field>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/"><fields>${fields.join('')}</fields></xfdf>`;
}

function xml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

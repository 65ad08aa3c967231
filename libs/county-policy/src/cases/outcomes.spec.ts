import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomesSheet } from '@clearway/rules';

it('docs/outcomes.csv is current: npm run law:outcomes writes it', () => {
  const written = readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'outcomes.csv'), 'utf8');
  expect(written.replace(/\r\n/g, '\n')).toBe(outcomesSheet());
});

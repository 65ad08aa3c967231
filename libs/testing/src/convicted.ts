import { type History } from '@clearway/record';
import { aCharge, aCount, aCycle, aHistory, aStep } from './histories';

/** Person number `n` with one felony conviction of a section of the Health and Safety Code, of 1 June 2005. */
export const aPersonConvicted = (n: number, section: string, given: Partial<History> = {}): History => {
  const date = 20050601;
  const convicted = { kind: 'convicted', text: 'CONVICTED', date, dispositionDate: date } as const;
  const count = aCount(n, {
    charged: aCharge(section),
    dispositions: [{ ...convicted, severity: 'felony', severityText: 'FELONY', row: 0 }],
  });
  return aHistory(n, { cycles: [aCycle([aStep([count])])], ...given });
};

import { loadTemplates } from './load-templates';
import { UncitableCaseError } from './authorities';

const { authorities } = loadTemplates();

describe('the cases of papers', () => {
  it.each([
    'People v. Samra (2018) is our ground.',
    'See *People v. Overstreet* (2019, E069373).',
    'people v. villalobos\n(2023)',
    'the opinion in C096077',
    'People v. Walker (2016)',
  ])('an authority may not cite: %s', (text) => {
    expect(() => authorities.requireCitable(['fine', text])).toThrow(UncitableCaseError);
    expect(() => authorities.requireCitable([text])).toThrow(/take it out of the policy/);
  });

  it.each([
    'People v. Saelee (2018) 28 Cal.App.5th 744',
    'People v. Smith (1999) 1 Cal.4th 1',
    'Resolution 7 of the board, moved by Walker in 2016',
    '',
  ])('an authority may say: %s', (text) => expect(() => authorities.requireCitable([text])).not.toThrow());

  it('are each cited as the law knows them, with the name in italics', () => {
    for (const { id, cite } of authorities.all.filter(({ citable }) => citable)) {
      const runs = authorities.cite(id);
      if (typeof runs === 'string') throw new Error(runs);
      expect(runs.map(({ style }) => style)).toEqual(['italic', 'regular']);
      expect(runs.map(({ text }) => text).join('')).toBe(cite.replaceAll('*', ''));
    }
  });

  it('say why, where they may not be cited', () => {
    const not = authorities.all.filter(({ citable }) => !citable);
    expect(not.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['overstreet', 'samra', 'villalobos', 'smith', 'hall']),
    );
    for (const { reason } of not) expect(reason).not.toBe('');
  });
});

import { filled } from './filled';
import { personIdOf } from './person-id';

describe('personIdOf', () => {
  it('is 16 characters, always the same, and another for every key', () => {
    const ids = [
      personIdOf({ cii: 'A0000001' }),
      personIdOf({ cii: 'A0000002' }),
      personIdOf({ fileSha256: 'f'.repeat(64), subjectId: 'A0000001' }),
      personIdOf({ fileSha256: 'e'.repeat(64), subjectId: 'A0000001' }),
    ];
    for (const id of ids) expect(id).toMatch(/^[a-z2-7]{16}$/);
    expect(new Set(ids).size).toBe(4);
    expect(personIdOf({ cii: 'A0000001' })).toBe(ids[0]);
  });
});

describe('filled', () => {
  it.each(['', '   ', 'NULL  ', 'null', '  -  ', '--'])('takes %j for nothing', (text) =>
    expect(filled(text)).toBe(''),
  );
  it.each([
    ['  x ', 'x'],
    ['-5', '-5'],
    ['12 140189-B', '12 140189-B'],
  ])('keeps %j', (text, kept) => expect(filled(text)).toBe(kept));
});

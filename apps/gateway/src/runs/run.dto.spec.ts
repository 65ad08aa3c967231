import { CreateRunSchema, OfficeSchema } from './run.dto';

const request = {
  files: [{ sha256: 'a'.repeat(64), name: 'fresno.dat' }],
  county: ' FRESNO ',
  policy: { name: 'los-angeles-2020' },
  asOf: '2020-07-01',
};

describe('CreateRunSchema', () => {
  it('fills what is not said: letters, no identity numbers, no papers of a replay; which papers is for the policy to say', () => {
    expect(CreateRunSchema.parse(request)).toEqual({
      ...request,
      county: 'FRESNO',
      papersOfAReplay: false,
      letters: true,
      facts: [],
      done: [],
      courts: [],
      templates: [],
      withIdentityNumbers: false,
    });
  });

  it('takes the statute where no policy is named', () => {
    const { policy: _policy, ...rest } = request;
    expect(CreateRunSchema.parse(rest).policy).toEqual({ name: 'california-statute' });
  });

  const wrong: [what: string, change: object, path: string][] = [
    ['no file', { files: [] }, 'files'],
    ['a hash that is none', { files: [{ sha256: 'x', name: 'a' }] }, 'files.0.sha256'],
    ['a path for a name', { files: [{ sha256: 'a'.repeat(64), name: '../a' }] }, 'files.0.name'],
    ['a blank county', { county: '  ' }, 'county'],
    ['a day that no calendar has', { asOf: '2021-02-29' }, 'asOf'],
    ['a year only', { asOf: '2021' }, 'asOf'],
    ['two policies', { policy: { name: 'a', text: 'b' } }, 'policy'],
    ['no policy', { policy: {} }, 'policy'],
    ['another kind of papers', { papers: 'some' }, 'papers'],
    ['a field that is not known', { colour: 'red' }, ''],
  ];
  it.each(wrong)('refuses %s', (_what, change, path) => {
    const result = CreateRunSchema.safeParse({ ...request, ...change });
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});

describe('OfficeSchema', () => {
  it.each(['fresno-da', 'a', 'la-2'])('takes %s', (office) =>
    expect(OfficeSchema.safeParse(office).success).toBe(true),
  );
  it.each(['', 'Fresno', '-a', 'a-', 'a.b', '../x', 'a*', 'a'.repeat(41)])('refuses "%s"', (office) =>
    expect(OfficeSchema.safeParse(office).success).toBe(false),
  );
});

import vm from 'node:vm';

interface Compiled {
  readonly isKept: boolean;
  readonly call: (...given: readonly unknown[]) => unknown;
}

/** As Jest asks for it, in the environment that `tools/jest-environment.js` makes. */
function compile(source: string, parameters: string[] = []): Compiled {
  const made = vm.compileFunction(source, parameters, { parsingContext: vm.createContext({}) });
  return {
    isKept: made.cachedDataRejected === false,
    call: (...given) => Reflect.apply(made, undefined, given) as unknown,
  };
}

describe('what was compiled for one spec file', () => {
  it('is taken for the next', () => {
    const source = `return 'compiled-once.spec, the same text';`;
    expect(compile(source).isKept).toBe(false);
    expect(compile(source).isKept).toBe(true);
  });

  it('is never taken for another text of the same length, or for other parameters', () => {
    expect(['return "one";', 'return "two";', 'return "one";'].map((each) => compile(each).call())).toEqual([
      'one',
      'two',
      'one',
    ]);
    expect([compile('return a;', ['a', 'b']).call(1, 2), compile('return a;', ['b', 'a']).call(1, 2)]).toEqual([1, 2]);
  });

  it('is a function of its own context, with what stands there', () => {
    const source = 'return (globalThis.times = (globalThis.times ?? 0) + 1);';
    const [first, second] = [compile(source), compile(source)];
    expect([first.call(), first.call(), second.call()]).toEqual([1, 2, 1]);
  });
});

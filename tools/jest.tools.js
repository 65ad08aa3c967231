const preset = require('../jest.preset.js');

const [typescript, options] = preset.transform['^.+\\.ts$'];

/** The tools are plain modules that run before anything is built; their specs load them through swc, as everything else. */
module.exports = {
  ...preset,
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  transform: { '^.+\\.(ts|mjs)$': [typescript, options] },
};

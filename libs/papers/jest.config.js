module.exports = {
  displayName: 'papers',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/papers',
};

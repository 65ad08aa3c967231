module.exports = {
  displayName: 'bench-papers',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/tools/bench-papers',
};

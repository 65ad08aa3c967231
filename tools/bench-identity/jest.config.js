module.exports = {
  displayName: 'bench-identity',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/tools/bench-identity',
};

module.exports = {
  displayName: 'synthetic-county',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/tools/synthetic-county',
};

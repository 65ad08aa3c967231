module.exports = {
  displayName: 'outputs',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/outputs',
};

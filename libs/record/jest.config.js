module.exports = {
  displayName: 'record',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/record',
};

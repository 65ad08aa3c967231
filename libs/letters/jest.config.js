module.exports = {
  displayName: 'letters',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/letters',
};

module.exports = {
  displayName: 'court-exchange',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/court-exchange',
};

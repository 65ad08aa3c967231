module.exports = {
  displayName: 'court-forms',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/court-forms',
};

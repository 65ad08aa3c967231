module.exports = {
  displayName: 'court-extract',
  preset: '../../../jest.preset.js',
  coverageDirectory: '../../../coverage/libs/sources/court-extract',
};

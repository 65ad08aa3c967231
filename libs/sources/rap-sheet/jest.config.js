module.exports = {
  displayName: 'rap-sheet',
  preset: '../../../jest.preset.js',
  coverageDirectory: '../../../coverage/libs/sources/rap-sheet',
};

module.exports = {
  displayName: 'law-diff',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/tools/law-to-confirm',
};

module.exports = {
  displayName: 'law-to-confirm',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/tools/law-to-confirm',
};

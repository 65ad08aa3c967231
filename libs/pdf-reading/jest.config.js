module.exports = {
  displayName: 'pdf-reading',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/pdf-reading',
};

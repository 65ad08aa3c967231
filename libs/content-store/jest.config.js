module.exports = {
  displayName: 'content-store',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/content-store',
};

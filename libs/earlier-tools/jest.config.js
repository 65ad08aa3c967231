module.exports = {
  displayName: 'earlier-tools',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/earlier-tools',
};

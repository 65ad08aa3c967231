module.exports = {
  displayName: 'yaml-with-lines',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/yaml-with-lines',
};

module.exports = {
  displayName: 'county-policy',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/county-policy',
};

module.exports = {
  displayName: 'case-facts',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/case-facts',
};

module.exports = {
  displayName: 'typesetting',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/typesetting',
};

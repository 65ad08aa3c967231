module.exports = {
  displayName: 'filing-book',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/libs/filing-book',
};

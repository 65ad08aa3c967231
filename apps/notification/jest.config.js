module.exports = {
  displayName: 'notification',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/apps/notification',
};

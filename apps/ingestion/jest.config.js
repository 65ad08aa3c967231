module.exports = {
  displayName: 'ingestion',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/apps/ingestion',
};

module.exports = {
  displayName: 'eligibility',
  preset: '../../jest.preset.js',
  coverageDirectory: '../../coverage/apps/eligibility',
};

module.exports = { displayName: 'doj-bulk', preset: '../../../jest.preset.js', coverageDirectory: '../../../coverage/libs/sources/doj-bulk' };

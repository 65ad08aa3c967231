module.exports = { displayName: 'population', preset: '../../jest.preset.js', coverageDirectory: '../../coverage/libs/population' };

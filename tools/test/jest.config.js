module.exports = { displayName: 'test-runner', preset: '../jest.tools.js' };

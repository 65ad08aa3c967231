module.exports = { displayName: 'check-repository', preset: '../jest.tools.js' };

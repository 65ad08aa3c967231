module.exports = { displayName: 'build', preset: '../jest.tools.js' };

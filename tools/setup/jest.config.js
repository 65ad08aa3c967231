module.exports = { displayName: 'setup', preset: '../jest.tools.js' };

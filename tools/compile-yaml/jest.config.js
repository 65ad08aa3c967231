module.exports = { displayName: 'compile-yaml', preset: '../jest.tools.js' };

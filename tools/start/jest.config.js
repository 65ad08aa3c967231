module.exports = { displayName: 'start', preset: '../jest.tools.js' };

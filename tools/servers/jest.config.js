module.exports = { displayName: 'servers', preset: '../jest.tools.js' };

module.exports = { displayName: 'bench', preset: '../jest.tools.js' };

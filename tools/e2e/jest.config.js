// Each test starts processes: what takes a minute on a busy machine is not wrong yet.
module.exports = { displayName: 'e2e', preset: '../jest.tools.js', testTimeout: 300_000 };

const tools = require('./jest.tools.js');

/**
 * Every spec of the workspace as one project, for `npm test`: one map of the files, and a module is compiled once and not once for
 * each project that imports it. The projects' own configurations are for a project alone.
 */
module.exports = { ...tools, rootDir: '..', roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'] };

// Gives each service its own schema and roles, as the administrator of the database, in a process of its own that then ends:
// node tools/start/provision.cjs SERVICE... with the administrator's address in CLEARWAY_ADMIN_DATABASE_URL.
const { createRequire } = require('node:module');
const { join } = require('node:path');

const { provisionServices } = createRequire(join(__dirname, '..', '..', 'dist', 'index.js'))('@clearway/persistence');

provisionServices(process.env.CLEARWAY_ADMIN_DATABASE_URL, process.argv.slice(2)).then(
  (provisioned) => process.stdout.write(JSON.stringify(provisioned)),
  (error) => {
    process.stderr.write(String(error.message ?? error));
    process.exitCode = 1;
  },
);

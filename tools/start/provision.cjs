// Gives each service its own schema and roles, as the administrator of the database, in a process of its own that then ends:
// node tools/start/provision.cjs SERVICE... with the administrator's address in CLEARWAY_ADMIN_DATABASE_URL.
// The addresses go to standard output as JSON; with CLEARWAY_PROVISION_DIR each goes to DIR/SERVICE/env instead, for a shell to read.
const { chmodSync, mkdirSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const { provisionServices } = createRequire(join(__dirname, '..', '..', 'dist', 'index.js'))('@clearway/persistence');

/** @param {{ service: string, databaseUrl: string, ownerUrl: string }[]} provisioned */
function handOver(provisioned) {
  const folder = process.env.CLEARWAY_PROVISION_DIR;
  if (!folder) return process.stdout.write(JSON.stringify(provisioned));
  for (const { service, databaseUrl, ownerUrl } of provisioned) {
    mkdirSync(join(folder, service), { recursive: true });
    const file = join(folder, service, 'env');
    writeFileSync(file, `CLEARWAY_DATABASE_URL='${databaseUrl}'\nCLEARWAY_OWNER_DATABASE_URL='${ownerUrl}'\n`, {
      mode: 0o600,
    });
    chmodSync(file, 0o600);
  }
}

provisionServices(process.env.CLEARWAY_ADMIN_DATABASE_URL, process.argv.slice(2))
  .then(handOver)
  .catch((error) => {
    process.stderr.write(String(error.message ?? error));
    process.exitCode = 1;
  });

#!/usr/bin/env node
// Writes the migration that a change of a service's entities needs: node tools/migrations/write.cjs SERVICE NAME
// with an administrator's database address in DATABASE_URL. A scratch database is made, brought to the migrations that
// there are, compared with the entities, and dropped. Read what was written before it is committed.
const { existsSync, mkdirSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
require(join(root, 'libs', 'platform', 'typescript-register.cjs'));
require('reflect-metadata');
const { scratchDatabase, serviceDataSource } = require(join(root, 'libs', 'persistence', 'src', 'index.ts'));

async function write(service, name) {
  const { DATABASE } = require(join(root, 'apps', service, 'src', 'database.ts'));
  const scratch = await scratchDatabase([service], process.env.DATABASE_URL);
  try {
    const source = await serviceDataSource(DATABASE, scratch.of(service).ownerUrl, 2).initialize();
    try {
      await source.runMigrations({ transaction: 'each' });
      const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
      if (upQueries.length === 0)
        return console.log(`${service}: entities and migrations agree, there is nothing to write`);
      save(service, name, upQueries, downQueries.reverse());
    } finally {
      await source.destroy();
    }
  } finally {
    await scratch.drop();
  }
}

function save(service, name, up, down) {
  const folder = join(root, 'apps', service, 'src', 'migrations');
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const number = Date.now();
  const title = name.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());
  const body = (queries) =>
    queries.map(({ query }) => `    await runner.query(\`${query.replaceAll('`', '\\`')}\`);`).join('\n');
  const text = `import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class ${title}${number} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
${body(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${body(down)}
  }
}
`;
  writeFileSync(join(folder, `${number}-${name}.ts`), text);
  const files = readdirSync(folder)
    .filter((file) => /^\d+-.*\.ts$/.test(file))
    .sort();
  const classes = files.map((file) => {
    const [, at, words] = /^(\d+)-(.*)\.ts$/.exec(file);
    return {
      file: file.replace(/\.ts$/, ''),
      name: `${words.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase())}${at}`,
    };
  });
  const imports = classes.map(({ file, name: one }) => `import { ${one} } from './${file}';`).join('\n');
  const list = `/** In the order in which they run. */\nexport const ${service.toUpperCase()}_MIGRATIONS: ServiceDatabase['migrations'] = [${classes.map((one) => one.name).join(', ')}];\n`;
  writeFileSync(
    join(folder, 'index.ts'),
    `import { type ServiceDatabase } from '@clearway/persistence';\n${imports}\n\n${list}`,
  );
  console.log(`${service}: wrote ${number}-${name}.ts with ${up.length} statement(s); read it before it is committed`);
}

const [service, name] = process.argv.slice(2);
if (!service || !/^[a-z][a-z-]*$/.test(name ?? '') || !process.env.DATABASE_URL) {
  console.error(
    'Give the service and a name, and the address of a database server: DATABASE_URL=postgres://... node tools/migrations/write.cjs ingestion first-tables',
  );
  process.exitCode = 1;
} else {
  write(service, name).catch((error) => {
    console.error(`the migration was not written: ${error.message}`);
    process.exitCode = 1;
  });
}

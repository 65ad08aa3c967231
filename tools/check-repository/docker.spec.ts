import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const WORKSPACE = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(WORKSPACE, path), 'utf8');

interface Service {
  readonly network_mode?: string;
  readonly ports?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly command?: readonly string[];
}

describe('docker', () => {
  const compose = parse(read('docker/compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  const ours = readdirSync(join(WORKSPACE, 'apps')).filter((name) => !['cli', 'console'].includes(name));

  it('starts every service, each with its own roles only', () => {
    for (const name of ours) {
      const service = compose.services[name];
      expect(service?.environment['SERVICE']).toBe(name);
      expect(service?.volumes.filter((volume) => volume.includes('-roles:'))).toEqual([
        `${name}-roles:/run/clearway/own:ro`,
      ]);
    }
  });

  it('opens nothing beyond the loopback address', () => {
    for (const [name, { ports, network_mode }] of Object.entries(compose.services)) {
      for (const port of ports ?? [])
        expect({ name, port }).toEqual({ name, port: expect.stringMatching(/^127\.0\.0\.1:/) as string });
      expect(network_mode === 'host' || (ports ?? []).length > 0).toBe(true);
    }
  });

  it('declares every volume that it mounts', () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes }) =>
      volumes.map((volume) => volume.split(':')[0]!),
    );
    expect(mounted.filter((volume) => !(volume in compose.volumes))).toEqual([]);
  });

  it('keeps rows out of the logs of Postgres', () => {
    expect(compose.services['postgres']?.command).toEqual(
      expect.arrayContaining([
        '-clog_min_error_statement=panic',
        '-clog_error_verbosity=terse',
        '-clog_min_messages=log',
        '-clog_parameter_max_length_on_error=0',
      ]),
    );
  });

  it('installs before it copies sources, and does not run as root', () => {
    const dockerfile = read('docker/Dockerfile');
    expect(dockerfile.indexOf('npm ci')).toBeGreaterThan(0);
    expect(dockerfile.indexOf('npm ci')).toBeLessThan(dockerfile.indexOf('COPY apps'));
    expect(dockerfile).toMatch(/^USER node$/m);
    for (const name of ours) expect(dockerfile).toContain(name);
  });
});

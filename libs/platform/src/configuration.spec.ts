import { ConfigurationError, SERVICE_SETTINGS, readConfiguration } from './index';

const whole = {
  CLEARWAY_DATABASE_URL: 'postgres://a:b@127.0.0.1:5432/c',
  CLEARWAY_OWNER_DATABASE_URL: 'postgres://a:b@127.0.0.1:5432/c',
  CLEARWAY_NATS_URL: 'nats://127.0.0.1:4222',
  CLEARWAY_CONTENT_DIR: '/var/lib/clearway',
};

describe('the configuration of a process', () => {
  it('has defaults for all that can have one', () => {
    expect(readConfiguration(SERVICE_SETTINGS, whole)).toMatchObject({
      subjectPrefix: 'clearway',
      maxAttempts: 5,
      crashPointsEnabled: false,
    });
  });

  it('reports every problem at once, with its cure and without the value', () => {
    const read = (): unknown =>
      readConfiguration(SERVICE_SETTINGS, {
        CLEARWAY_DATABASE_URL: 'mysql://root:hunter2@x',
        CLEARWAY_HTTP_PORT: '99999',
      });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(
      /5 problem\(s\)[^]*CLEARWAY_DATABASE_URL is not usable[^]*CLEARWAY_NATS_URL is missing: give nats:/,
    );
    expect(read).not.toThrow(/hunter2/);
  });
});

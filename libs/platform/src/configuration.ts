import { z } from 'zod';
import { CodedError } from './coded-error';

/** A setting: the name of its environment variable, its schema, and what to do when it is wrong. */
export interface Setting<Value> {
  readonly env: string;
  readonly schema: z.ZodType<Value>;
  readonly cure: string;
}

export function setting<Value>(env: string, schema: z.ZodType<Value>, cure: string): Setting<Value> {
  return { env, schema, cure };
}

export type Configured<Settings> = {
  readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Value : never;
};

/** One line for each setting that is missing or wrong, each with its cure. */
export class ConfigurationError extends CodedError {
  constructor(readonly problems: readonly string[]) {
    super(
      'configuration.invalid',
      `the configuration has ${problems.length} problem(s):\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
  }
}

/** Reads the environment once, at start; reports every problem at once. Values are never part of the report. */
export function readConfiguration<Settings extends Readonly<Record<string, Setting<unknown>>>>(
  settings: Settings,
  environment: Readonly<Record<string, string | undefined>>,
): Configured<Settings> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { env, schema, cure }] of Object.entries(settings)) {
    const raw = environment[env];
    const parsed = schema.safeParse(raw === '' ? undefined : raw);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${env} ${raw === undefined || raw === '' ? 'is missing' : 'is not usable'}: ${cure}`);
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return Object.freeze(values) as Configured<Settings>;
}

export const asPort = z.coerce.number().int().min(0).max(65_535);
export const asCount = z.coerce.number().int().min(1);
export const asPath = z.string();
export const asFlag = z.enum(['yes', 'no']).transform((value) => value === 'yes');

const url = (...schemes: string[]) =>
  z.string().refine((value) => schemes.some((scheme) => value.startsWith(`${scheme}://`)));

/** The settings that every service has. */
export const SERVICE_SETTINGS = {
  databaseUrl: setting(
    'CLEARWAY_DATABASE_URL',
    url('postgres', 'postgresql'),
    "give the service's own role: postgres://ROLE:PASSWORD@HOST:PORT/DATABASE",
  ),
  ownerUrl: setting(
    'CLEARWAY_OWNER_DATABASE_URL',
    url('postgres', 'postgresql'),
    "give the role that owns the service's schema and migrates it: postgres://ROLE:PASSWORD@HOST:PORT/DATABASE",
  ),
  natsUrl: setting('CLEARWAY_NATS_URL', url('nats', 'tls'), 'give nats://HOST:PORT'),
  contentDir: setting('CLEARWAY_CONTENT_DIR', z.string().min(1), 'name the folder of the content store'),
  subjectPrefix: setting(
    'CLEARWAY_SUBJECT_PREFIX',
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,40}$/)
      .default('clearway'),
    'use lower-case letters, digits and hyphens',
  ),
  httpPort: setting('CLEARWAY_HTTP_PORT', asPort.default(0), 'give a port, or 0 for any free one'),
  logLevel: setting(
    'CLEARWAY_LOG_LEVEL',
    z.enum(['debug', 'info', 'warn', 'error']).default('info'),
    'use debug, info, warn or error',
  ),
  maxAttempts: setting(
    'CLEARWAY_MAX_ATTEMPTS',
    asCount.default(5),
    'give how often a message is tried before it goes to the dead letters',
  ),
  ackWaitSeconds: setting(
    'CLEARWAY_ACK_WAIT_SECONDS',
    asCount.default(30),
    'give the seconds after which an unanswered message is delivered again',
  ),
  reconcileSeconds: setting(
    'CLEARWAY_RECONCILE_SECONDS',
    asCount.default(30),
    'give the seconds between two looks of the reconciler',
  ),
  crashPointsEnabled: setting('CLEARWAY_CRASH_POINTS', asFlag.default(false), 'use yes (only in tests) or no'),
  crashAt: setting(
    'CLEARWAY_CRASH_AT',
    z
      .string()
      .regex(/^[a-z-]+:[a-z-]+:[1-9]\d*$/)
      .optional(),
    'use SERVICE:POINT:N, for example ingestion:after-copy-before-commit:3',
  ),
  diskFreeBytes: setting(
    'CLEARWAY_DISK_FREE_BYTES',
    z.coerce
      .number()
      .int()
      .min(0)
      .default(256 * 1024 * 1024),
    'give the bytes that must stay free on the disk',
  ),
} as const;

export type ServiceConfiguration = Configured<typeof SERVICE_SETTINGS>;

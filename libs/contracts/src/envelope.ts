import { z } from 'zod';
import { Actor, Count, Office, RunId } from './primitives';

/** Envelope 1: what stands around every message. */
export const Envelope = z.strictObject({
  envelope: z.literal(1),
  /** UUID v7; also the `Nats-Msg-Id`. A replay gets a new one. */
  id: z.uuid(),
  type: z.string().min(1).max(80),
  /** Version of the schema of `data`. */
  version: z.int().min(1),
  office: Office,
  run: RunId,
  revision: z.int().min(1),
  /** Number of the batch within the stage, from 0; null where the message is about the whole run. */
  batch: Count.nullable(),
  /** Id of the message that this one follows from. */
  causation: z.uuid().nullable(),
  actor: Actor,
});
export type Envelope = z.infer<typeof Envelope>;

export type Message<Data> = Envelope & { readonly data: Data };

/** A message whose bytes cannot be what they claim to be: poison, never retried. */
export class ContractError extends Error {
  constructor(
    readonly code:
      | 'message.not-json'
      | 'message.bad-envelope'
      | 'message.unknown-type'
      | 'message.unknown-version'
      | 'message.bad-data',
    message: string,
  ) {
    super(message);
    this.name = 'ContractError';
  }
}

export interface MessageContract<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly version: number;
  readonly stream: StreamName;
  readonly data: z.ZodType<Data>;
  /** The version before, when there is one: its schema, and how its data becomes today's. */
  readonly previous?: { readonly version: number; readonly data: z.ZodType; readonly upgrade: (old: never) => Data };
}

/** The families of messages; each is one JetStream stream. */
export const STREAMS = ['RUNS', 'HISTORIES', 'DETERMINATIONS', 'PACKETS', 'NOTICES'] as const;
export type StreamName = (typeof STREAMS)[number];

export function defineMessage<Type extends string, Data>(
  contract: MessageContract<Type, Data>,
): MessageContract<Type, Data> {
  return contract;
}

/** `clearway.histories.batch.OFFICE.RUN`: never anything personal. */
export function subjectOf(prefix: string, type: string, office: string, run: string): string {
  return `${prefix}.${type}.${office}.${run}`;
}

/**
 * Reads a message of one contract: this version as it is, the version before upgraded. Messages name kinds and places
 * in the schema, never values.
 */
export function readMessage<Data>(contract: MessageContract<string, Data>, bytes: Uint8Array): Message<Data> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new ContractError('message.not-json', `a ${contract.type} message is not JSON: look at what published it`);
  }
  const { data, ...rest } = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  const envelope = Envelope.safeParse(rest);
  if (!envelope.success)
    throw new ContractError(
      'message.bad-envelope',
      `a ${contract.type} message has a bad envelope at ${placesOf(envelope.error)}`,
    );
  if (envelope.data.type !== contract.type)
    throw new ContractError(
      'message.unknown-type',
      `a message of another type stands on the subject of ${contract.type}`,
    );
  return { ...envelope.data, version: contract.version, data: readData(contract, envelope.data.version, data) };
}

function readData<Data>(contract: MessageContract<string, Data>, version: number, data: unknown): Data {
  if (version === contract.version) return parseData(contract.type, contract.data, data);
  if (version === contract.previous?.version)
    return contract.previous.upgrade(parseData(contract.type, contract.previous.data, data) as never);
  throw new ContractError(
    'message.unknown-version',
    `a ${contract.type} message has version ${version}; this process reads ${contract.version} and the one before: update the older of the two services`,
  );
}

function parseData<Data>(type: string, schema: z.ZodType<Data>, data: unknown): Data {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new ContractError(
    'message.bad-data',
    `the data of a ${type} message does not fit its schema at ${placesOf(parsed.error)}`,
  );
}

/** The places in a schema that did not fit, without the values. */
export function placesOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.map(String).join('.') || '(top)'} [${issue.code}]`).join(', ');
}

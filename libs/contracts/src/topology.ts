import { type MessageContract, type StreamName } from './envelope';
import { determinationsBatch, determinationsSealed } from './messages/determinations';
import { historiesBatch, historiesSealed } from './messages/histories';
import { noticesBatch, noticesSealed, packetsBatch, packetsSealed } from './messages/outputs';
import { runCancelled, runFailed, runPurged, runRequested, stageStalled, stageStarted } from './messages/run';

export const SERVICES = ['ingestion', 'eligibility', 'documents', 'notification', 'gateway'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** Every message that there is. */
export const MESSAGES = [
  runRequested,
  runCancelled,
  runFailed,
  runPurged,
  stageStarted,
  stageStalled,
  historiesBatch,
  historiesSealed,
  determinationsBatch,
  determinationsSealed,
  packetsBatch,
  packetsSealed,
  noticesBatch,
  noticesSealed,
] as const satisfies readonly MessageContract<string, unknown>[];

export type MessageType = (typeof MESSAGES)[number]['type'];

/**
 * Who consumes what. Each pair is one durable consumer, and every process creates all of them when it starts: streams keep
 * a message only while somebody still has to see it, so a service that starts late must already be known.
 */
export const CONSUMERS: Readonly<Record<ServiceName, readonly MessageType[]>> = {
  ingestion: ['run.requested', 'run.cancelled', 'run.failed', 'run.purged'],
  eligibility: ['histories.batch', 'histories.sealed', 'run.cancelled', 'run.failed', 'run.purged'],
  documents: ['determinations.sealed', 'notices.sealed', 'run.cancelled', 'run.failed', 'run.purged'],
  notification: ['determinations.sealed', 'run.cancelled', 'run.failed', 'run.purged'],
  gateway: [
    'run.failed',
    'stage.started',
    'stage.stalled',
    'histories.sealed',
    'determinations.batch',
    'determinations.sealed',
    'packets.batch',
    'packets.sealed',
    'notices.batch',
    'notices.sealed',
  ],
};

/** Most bytes that each stream may hold; a full stream refuses new messages, and the outboxes wait. */
export const STREAM_BYTES: Readonly<Record<StreamName, number>> = {
  RUNS: 16 << 20,
  HISTORIES: 64 << 20,
  DETERMINATIONS: 64 << 20,
  PACKETS: 64 << 20,
  NOTICES: 64 << 20,
};

/** `histories.batch` of eligibility is the durable consumer `eligibility_histories-batch`. */
export function durableOf(service: ServiceName, type: MessageType): string {
  return `${service}_${type.replaceAll('.', '-')}`;
}

/** `clearway` and `HISTORIES` give the stream `clearway_HISTORIES`. */
export function streamOf(prefix: string, stream: StreamName): string {
  return `${prefix.replaceAll('.', '-')}_${stream}`;
}

/** The subjects of a stream: one wildcard for each type in it. */
export function subjectsOf(prefix: string, stream: StreamName): string[] {
  return MESSAGES.filter((message) => message.stream === stream).map((message) => `${prefix}.${message.type}.>`);
}

export function contractOf(type: MessageType): MessageContract<string, unknown> {
  const contract = MESSAGES.find((message) => message.type === type);
  if (!contract) throw new RangeError(`no message is called ${type}: add it to MESSAGES`);
  return contract;
}

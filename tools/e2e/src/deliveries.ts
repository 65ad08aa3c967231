import { CONSUMERS, type ServiceName, contractOf, durableOf, streamOf } from '@clearway/contracts';
import { type JetStreamManager, connect } from 'nats';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How often the broker delivered something to a service's consumers, again and for the first time, since they exist. More
 * deliveries for the same work mean that something was delivered again.
 */
export async function deliveriesTo(natsUrl: string, prefix: string, services: readonly ServiceName[]): Promise<number> {
  const connection = await connect({ servers: natsUrl });
  try {
    const manager: JetStreamManager = await connection.jetstreamManager();
    let deliveries = 0;
    for (const service of services) {
      for (const type of CONSUMERS[service]) {
        const { delivered } = await manager.consumers.info(
          streamOf(prefix, contractOf(type).stream),
          durableOf(service, type),
        );
        deliveries += delivered.consumer_seq;
      }
    }
    return deliveries;
  } finally {
    await connection.close();
  }
}

/**
 * How many messages of a run a service took more than once, read from what the services said at the level `debug`. It does
 * not ask the broker, whose own counts can be lost when it is killed.
 */
export function takenAgain(logFolder: string, run: string): number {
  const taken = new Map<string, number>();
  for (const name of readdirSync(logFolder)) {
    for (const line of readFileSync(join(logFolder, name), 'utf8').split('\n')) {
      if (!line.includes('"a message is taken"') || !line.includes(run) || !line.endsWith('}')) continue;
      const {
        service,
        type,
        message_id: id,
      } = JSON.parse(line) as { service: string; type: string; message_id: string };
      const key = `${service} ${type} ${id}`;
      taken.set(key, (taken.get(key) ?? 0) + 1);
    }
  }
  return [...taken.values()].filter((times) => times > 1).length;
}

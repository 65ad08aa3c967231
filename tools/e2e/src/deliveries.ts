import { CONSUMERS, type ServiceName, contractOf, durableOf, streamOf } from '@clearway/contracts';
import { type JetStreamManager, connect } from 'nats';

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
        const { delivered } = await manager.consumers.info(streamOf(prefix, contractOf(type).stream), durableOf(service, type));
        deliveries += delivered.consumer_seq;
      }
    }
    return deliveries;
  } finally {
    await connection.close();
  }
}

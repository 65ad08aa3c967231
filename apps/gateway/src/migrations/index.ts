import { GatewayTables1795428000000 } from './1795428000000-gateway-tables';

/** In the order of time; a migration that ran somewhere is never changed. */
export const GATEWAY_MIGRATIONS = [GatewayTables1795428000000] as const;

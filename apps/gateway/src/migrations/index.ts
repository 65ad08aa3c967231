import { type ServiceDatabase } from '@clearway/persistence';
import { GatewayTables1795428000000 } from './1795428000000-gateway-tables';
import { Revisions1795739201627 } from './1795739201627-revisions';
import { FilesOfRevisions1795743097010 } from './1795743097010-files-of-revisions';

/** In the order in which they run. */
export const GATEWAY_MIGRATIONS: ServiceDatabase['migrations'] = [
  GatewayTables1795428000000,
  Revisions1795739201627,
  FilesOfRevisions1795743097010,
];

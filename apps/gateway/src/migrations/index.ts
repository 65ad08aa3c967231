import { type ServiceDatabase } from '@clearway/persistence';
import { GatewayTables1795428000000 } from './1795428000000-gateway-tables';
import { Revisions1795739201627 } from './1795739201627-revisions';
import { FilesOfRevisions1795743097010 } from './1795743097010-files-of-revisions';
import { FailuresAndUnpackedUploads1795757400000 } from './1795757400000-failures-and-unpacked-uploads';

/** In the order in which they run. */
export const GATEWAY_MIGRATIONS: ServiceDatabase['migrations'] = [
  GatewayTables1795428000000,
  Revisions1795739201627,
  FilesOfRevisions1795743097010,
  FailuresAndUnpackedUploads1795757400000,
];

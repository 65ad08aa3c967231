import { type ServiceDatabase } from '@clearway/persistence';
import { FirstTables1795431058629 } from './1795431058629-first-tables';
import { DecisionsOfAttorneys1795719155375 } from './1795719155375-decisions-of-attorneys';
import { Revisions1795739203666 } from './1795739203666-revisions';
import { OtherRowsOfConvictions1795743097824 } from './1795743097824-other-rows-of-convictions';
import { DecisionsAboutTwoRecords1796010000000 } from './1796010000000-decisions-about-two-records';
import { Corrections1796020000000 } from './1796020000000-corrections';
import { PeopleOfLists1796030000000 } from './1796030000000-people-of-lists';

/** In the order in which they run. */
export const ELIGIBILITY_MIGRATIONS: ServiceDatabase['migrations'] = [FirstTables1795431058629, DecisionsOfAttorneys1795719155375, Revisions1795739203666, OtherRowsOfConvictions1795743097824, DecisionsAboutTwoRecords1796010000000, Corrections1796020000000, PeopleOfLists1796030000000];

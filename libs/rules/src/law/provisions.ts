import { type Provision } from './provision';
import { anotherOffence } from './reach/another-offence';
import { actInForce } from './reach/act-in-force';
import { hs11361NotAmended } from './reach/hs-11361-not-amended';
import { raybon } from './reach/raybon';
import { conspiracyNotNamed } from './reach/conspiracy-not-named';
import { attemptNotNamed } from './reach/attempt-not-named';
import { predecessorNotNamed } from './reach/predecessor-not-named';
import { accessoryNotReached } from './reach/accessory-not-reached';
import { relatedNotNamed } from './reach/related-not-named';
import { hs11362_1Possession } from './yardstick/hs-11362.1-possession';
import { hs11362_2HomeGrown } from './yardstick/hs-11362.2-home-grown';
import { hs11357a1 } from './yardstick/hs-11357-a-1';
import { hs11357a2 } from './yardstick/hs-11357-a-2';
import { hs11357b2 } from './yardstick/hs-11357-b-2';
import { hs11357c } from './yardstick/hs-11357-c';
import { hs11357d } from './yardstick/hs-11357-d';
import { hs11362_1Plants } from './yardstick/hs-11362.1-plants';
import { hs11358a } from './yardstick/hs-11358-a';
import { hs11358b } from './yardstick/hs-11358-b';
import { hs11358c } from './yardstick/hs-11358-c';
import { hs11358d } from './yardstick/hs-11358-d';
import { hs11359a } from './yardstick/hs-11359-a';
import { hs11359b } from './yardstick/hs-11359-b';
import { hs11359c } from './yardstick/hs-11359-c';
import { hs11362_1Gift } from './yardstick/hs-11362.1-gift';
import { hs11360b } from './yardstick/hs-11360-b';
import { hs11360a1 } from './yardstick/hs-11360-a-1';
import { hs11360a2 } from './yardstick/hs-11360-a-2';
import { hs11360a3 } from './yardstick/hs-11360-a-3';
import { boatwright } from './yardstick/boatwright';
import { pleaTheory } from './yardstick/plea-theory';
import { pleaTheoryInfraction } from './yardstick/plea-theory-infraction';
import { pleaTheoryMisdemeanor } from './yardstick/plea-theory-misdemeanor';
import { hs11361_8fDismiss } from './relief/hs-11361.8-f-dismiss';
import { hs11361_8fInfraction } from './relief/hs-11361.8-f-infraction';
import { hs11361_8fMisdemeanor } from './relief/hs-11361.8-f-misdemeanor';
import { hs11361_8bDismiss } from './relief/hs-11361.8-b-dismiss';
import { hs11361_8bRecall } from './relief/hs-11361.8-b-recall';
import { noLesserOffence } from './relief/no-lesser-offence';

/**
 * Every provision, in the order in which an explanation reads them: does the statute reach the conviction, what would the Act
 * have made of the conduct, what does the court do.
 */
export const PROVISIONS: readonly Provision[] = [
  anotherOffence,
  actInForce,
  hs11361NotAmended,
  raybon,
  conspiracyNotNamed,
  attemptNotNamed,
  predecessorNotNamed,
  accessoryNotReached,
  relatedNotNamed,
  hs11362_1Possession,
  hs11362_2HomeGrown,
  hs11357a1,
  hs11357a2,
  hs11357b2,
  hs11357c,
  hs11357d,
  hs11362_1Plants,
  hs11358a,
  hs11358b,
  hs11358c,
  hs11358d,
  hs11359a,
  hs11359b,
  hs11359c,
  hs11362_1Gift,
  hs11360b,
  hs11360a1,
  hs11360a2,
  hs11360a3,
  boatwright,
  pleaTheory,
  pleaTheoryInfraction,
  pleaTheoryMisdemeanor,
  hs11361_8fDismiss,
  hs11361_8fInfraction,
  hs11361_8fMisdemeanor,
  hs11361_8bDismiss,
  hs11361_8bRecall,
  noLesserOffence,
];

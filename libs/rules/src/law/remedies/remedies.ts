import { type RemedyProvision } from './remedy';
import { hs11361_5a } from './hs-11361.5-a';
import { hs11361_5b } from './hs-11361.5-b';
import { hs11361_8m } from './hs-11361.8-m';
import { pc17b } from './pc-17-b';

/** Every remedy beside the relief of 11361.8, in the order in which an explanation reads them. */
export const REMEDIES: readonly RemedyProvision[] = [hs11361_5a, hs11361_5b, pc17b, hs11361_8m];

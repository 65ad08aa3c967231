export { COLUMNS } from './columns';
export { UnknownCountyError, COUNTIES } from './catalogue/places';
export { type Expectation } from './expectation';
export { KINDS, UnknownKindError } from './kinds';
export { synthesize, synthesizeSync, type SynthesisOptions } from './synthesize';
export { type TrueConviction, type TrueFile, type TruePerson } from './truth';
export { Random } from './random';

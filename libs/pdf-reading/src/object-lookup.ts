import { type PdfObjects } from './objects';

/** How objects of a file are looked up, whatever keeps them. */
export type ObjectLookup = Pick<PdfObjects, 'resolve' | 'dictionary' | 'array' | 'number' | 'name' | 'text' | 'stream'>;

export * from './canonical-json';
export * from './content-store';
export * from './members';

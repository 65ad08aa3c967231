export * from './copy';
export * from './data-source';
export * from './database-error';
export * from './migrate';
export * from './names';
export * from './provision';
export * from './scratch-database';

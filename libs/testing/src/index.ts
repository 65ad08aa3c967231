export * from './convicted';
export * from './crash-points';
export * from './histories';
export * from './service-process';
export * from './state-file';
export * from './service-under-test';
export * from './tables-under-test';

export * from './clock';
export * from './coded-error';
export * from './configuration';
export * from './health.controller';
export * from './log';
export * from './worker-pool';

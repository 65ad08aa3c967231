export * from './formats/codes';
export * from './formats/batch-manifest';
export * from './formats/court-update';
export * from './formats/match';
export * from './formats/receipt';

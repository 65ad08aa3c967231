export * from './history';
export * from './offence';
export * from './partial-date';

export * from './content-store';
export * from './members';

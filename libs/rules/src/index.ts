export * from './engine/determination';
export * from './engine/relief-filed';

export * from './engine/determination';

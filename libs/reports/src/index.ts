export * from './results/annotation';

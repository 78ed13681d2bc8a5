// What other features may use of the reports.
export { StartProbability } from './StartProbability';

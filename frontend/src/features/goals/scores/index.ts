// What other features may use of the assessment.
export { Scores } from './Scores';

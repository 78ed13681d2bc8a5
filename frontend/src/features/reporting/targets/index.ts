// What other features may use of the targets.
export { useTargetBreakdown } from './TargetBreakdown';

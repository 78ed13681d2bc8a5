// What other features may use of stages, gates and their verification.
export { Denied } from './Denied';
export { StageGate } from './StageGate';
export { type StagePosition, StageSteps } from './StageSteps';
export { Verification } from './Verification';

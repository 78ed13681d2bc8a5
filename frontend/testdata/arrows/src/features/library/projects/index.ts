export { inside } from './inside';
export { clients } from './clients';

export { nothing } from './nothing';

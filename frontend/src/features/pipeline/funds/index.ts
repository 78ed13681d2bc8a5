// What other features may use of money in place and the plans by year.
export { Funds } from './Funds';
export { planOf } from './yearPlan';

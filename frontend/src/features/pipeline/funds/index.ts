// What other features may use of money in place and the plans by year.
export { Funds } from './Funds';
export { VerifyFund } from './VerifyFund';
export { planOf } from './yearPlan';

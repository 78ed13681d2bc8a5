// What other features may use of signings and how their credit is split.
export { CreditSplit } from './CreditSplit';
export { Signings } from './Signings';

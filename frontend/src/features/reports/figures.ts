import type { Schemas } from '@/shared/api/client';
import type { Search } from '@/shared/ui/ListPage';

export type Report = Schemas['ConversionOut'];
export type Analysis = Schemas['AnalysisOut'];
export type Point = Schemas['CurvePoint'];

/** Go changes the address, which holds all that the page is counted by. */
export type Go = (next: Search) => void;

/** bare is a share as 56.9; the unit stands once beside it. */
export const bare = (share: number) => (share * 100).toFixed(1);

/** whole is a share of a hundred. */
export const whole = (share: number) => Math.round(share * 100);

/** yi is an amount of 元 in 亿元 for a column that says its unit. */
export const yi = (yuan: number) => (yuan / 1e8).toFixed(2);

/** filterOf is the part of the address that narrows and counts; the rest is how the page shows it. */
export function filterOf(search: Search): Search {
  const { by, view, compare, months, cohorts, ...filter } = search;
  return filter;
}

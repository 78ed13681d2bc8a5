import type { Schemas } from '@/shared/api/client';
import type { paths } from '@/shared/api/schema.gen';
import { scale, tenths } from '@/shared/lib/format';

export type Report = Schemas['ConversionOut'];
export type Analysis = Schemas['AnalysisOut'];
export type Point = Schemas['CurvePoint'];

/** Grouping is what the rows behind a figure are grouped by. */
export type Grouping = NonNullable<NonNullable<paths['/reports/rows']['get']['parameters']['query']>['by']>;

/** bare is a share as 56.9; the unit stands once beside it. */
export const bare = tenths;

/** whole is a share of a hundred. */
export const whole = (share: number) => Math.round(share * 100);

/** yi is an amount of 元 in 亿元 for a column that says its unit. */
export const yi = (yuan: number) => (yuan / scale().yi).toFixed(2);

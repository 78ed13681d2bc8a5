import type { Schemas } from '@/shared/api/client';

type Plans = Schemas['YearPlan'][] | undefined;

/** planOf returns what a project is to bring into place in a year, in 元, or null where nobody has said. */
export const planOf = (project: { year_plans?: Plans }, year: number) => project.year_plans?.find((y) => y.year === year)?.amount ?? null;

import type { Column } from './types';

/** exportAddress is where a list's workbook is: of the filter in force, with the columns that show, in their order. */
export function exportAddress<T>(list: string, { sort: _, ...terms }: Record<string, string>, columns: Column<T>[]): string {
  const fields = columns.flatMap((c) => c.fields ?? []);
  return `/api/v1/exports/${list}?${new URLSearchParams({ ...terms, ...(fields.length > 0 ? { columns: fields.join(',') } : {}) })}`;
}

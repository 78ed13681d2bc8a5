import type { MouseEvent, ReactNode } from 'react';
import type { Layout } from './layout';
import type { Selecting } from './selection';
import type { Column, Density, Group, Grouping, Query, Totals } from './types';

/** Shown is a column as the table draws it: how wide, and where it is frozen how far from the left. */
export type Shown<T> = Column<T> & { width: number; left?: number };

export type RowsProps<T> = {
  rows: T[];
  columns: (Column<T> & { width: number })[];
  layout: Layout;
  onLayout: (l: Layout) => void;
  rowKey: (row: T) => string;
  card: (row: T) => ReactNode;
  density: Density;
  sort?: string;
  onSort: (sort: string | undefined) => void;
  /** now is the row that the keyboard is at. */
  now?: string;
  onNow: (id: string) => void;
  /** opened is the row whose drawer is open. */
  opened?: string;
  onPress?: (id: string, e: MouseEvent<HTMLElement>) => void;
  chosen?: Selecting;
  totals?: Totals;
  /** grouped puts the rows under heads; each is read when it is opened. */
  grouped?: Grouped<T>;
};

export type Grouped<T> = {
  by: string;
  groups: Group[];
  name: Grouping['name'];
  unfolded: string[];
  toggle: (key: string) => void;
  load: (query: Query) => Promise<{ items: T[]; next: string }>;
  queryKey: string;
  terms: Record<string, string>;
};

/** cellProps returns what all cells of a column have in common: the side the text is aligned to, and whether they are frozen. */
export function cellProps<T>(c: Shown<T>) {
  const names = [c.align === 'end' ? 'r' : '', c.left === undefined ? '' : 'stick'].filter(Boolean).join(' ');
  return { ...(names ? { className: names } : {}), ...(c.left === undefined ? {} : { style: { left: c.left } }) };
}

/** nameOf returns what a row is called where it is ticked. */
export const nameOf = (row: object) => String(Object.entries(row).find(([k]) => ['name', 'subject', 'company'].includes(k))?.[1] ?? '');

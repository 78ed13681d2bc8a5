import type { ReactNode } from 'react';
import type { BatchSpec } from './batch';
import type { Layout } from './layout';

export type Search = Record<string, string | undefined>;

/** Filter is one field of the query form; options make it a choice. */
export type Filter = { key: string; label: string; options?: { value: string; label: string }[]; width?: number };

/** Column is a table's column; sort names what the server sorts by. */
export type Column<T> = {
  title: string;
  key: string;
  render: (row: T) => ReactNode;
  sort?: string;
  width?: number;
  align?: 'end';
  fixed?: 'start';
};

export type Page<T> = { items: T[]; next: string; count: number; capped: boolean };

export type Query = Record<string, string | number | undefined>;

/** ListName is a list that saved views are kept for. */
export type ListName = 'projects' | 'clients' | 'enterprises' | 'leads' | 'visits';

/** Totals is what the whole filter comes to: its rows, and what is said under columns, by their keys. */
export type Totals = { count: number; cells: Record<string, ReactNode> };

export type ListProps<T> = {
  title: string;
  /** queryKey names the list: among queries, among what is remembered of a person. */
  queryKey: string;
  load: (query: Query) => Promise<Page<T>>;
  columns: Column<T>[];
  filters: Filter[];
  rowKey: (row: T) => string;
  /** card is a row on a phone. */
  card: (row: T) => ReactNode;
  actions?: ReactNode;
  /** exports names the list among /exports: what is filtered is what is exported. */
  exports?: string;
  /** views lets people save views of the list. */
  views?: ListName;
  /** path is where the records are: Enter opens one there. */
  path?: string;
  /** mayEdit lets e open a record's form. */
  mayEdit?: boolean;
  /** drawer shows a row's record beside the list. */
  drawer?: (id: string) => ReactNode;
  /** batch lets people change many rows at once. */
  batch?: BatchSpec;
  /** totals gives what the last row says under columns, by their keys. */
  totals?: (query: Query) => Promise<Totals>;
};

/** Density is how close rows stand. */
export type Density = 'compact' | 'comfortable';

/** Memory is what the server remembers of how a person likes a list. */
export type Memory = { layout?: Layout; density?: Density; view?: string };

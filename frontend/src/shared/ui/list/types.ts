import type { ReactNode } from 'react';
import type { Schemas } from '@/shared/api/client';
import type { BatchSpec } from './batch';
import type { Layout } from './layout';

export type Search = Record<string, string | undefined>;

/** Filter is one field of the query form; options make it a choice. A kept one is shown only as a chip, where an address asks for it. */
export type Filter = {
  key: string;
  label: string;
  hint?: string;
  options?: { value: string; label: string }[];
  /** many lets more than one option be chosen. */
  many?: boolean;
  /** kind says how a text is read: money in 万元, a day as people write it. */
  kind?: 'money' | 'day';
  kept?: boolean;
};

/** Column is a table's column; sort names what the server sorts by, fields what of an export it shows. */
export type Column<T> = {
  title: string;
  key: string;
  render: (row: T) => ReactNode;
  sort?: string;
  width?: number;
  align?: 'end';
  fixed?: 'start';
  /** off keeps a column hidden until somebody chooses it. */
  off?: boolean;
  fields?: string[];
};

export type Page<T> = { items: T[]; next: string; count: number; capped: boolean };

export type Query = Record<string, string | number | undefined>;

/** ListName is a list that saved views are kept for. */
export type ListName = 'projects' | 'clients' | 'enterprises' | 'leads' | 'visits';

/** Totals is what the whole filter comes to: its rows, and what is said under columns, by their keys. */
export type Totals = { count: number; cells: Record<string, ReactNode> };

/** Ready is a view that everybody has, with how many rows it holds. */
export type Ready = { key: string; name: string; terms: Record<string, string>; count?: string };

export type Group = Schemas['GroupOut'];

/** Grouping is how rows can be grouped; the server counts and sums the groups of the whole filter. */
export type Grouping = {
  by: { key: string; label: string }[];
  load: (by: string, query: Query) => Promise<Group[]>;
  name: (by: string, group: Group) => string;
};

/** Shape is one way of showing a filter: table, board, calendar, area. */
export type Shape = { key: string; label: string; to: string; body?: (terms: Record<string, string>) => ReactNode };

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
  /** exports names the list among /exports: what is filtered, and which columns show, is what is exported. */
  exports?: string;
  /** views lets people save views of the list. */
  views?: ListName;
  /** ready are the views that everybody has; the first one is all of the list. */
  ready?: Ready[];
  /** path is where the records are: Enter opens one there. */
  path?: string;
  /** mayEdit lets e open a record's form. */
  mayEdit?: boolean;
  /** drawer shows a row's record beside the list. */
  drawer?: (id: string) => ReactNode;
  /** batch lets people change many rows at once. */
  batch?: BatchSpec;
  /** totals returns what the last row says under columns, by their keys. */
  totals?: (query: Query) => Promise<Totals>;
  groups?: Grouping;
  /** shapes are the ways of showing the filter, the table first; shape is the one that is shown. */
  shapes?: Shape[];
  shape?: string;
  /** order is how the server sorts where nobody asked otherwise. */
  order?: string;
};

/** Density is how close rows stand. */
export type Density = 'compact' | 'comfortable';

/** ListPreferences is how a person likes a list. */
export type ListPreferences = { layout?: Layout; density?: Density; view?: string };

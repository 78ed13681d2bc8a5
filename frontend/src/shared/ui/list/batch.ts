import type { Schemas } from '@/shared/api/client';
import type { Field, Values } from '../FormDrawer';
import { type FormReader, readForm } from '../form/readForm';
import type { Selecting } from './selection';

export type BatchAnswer = Schemas['BatchOut'];

/** BatchBody is which rows, and what is set and emptied on them. */
export type BatchBody = {
  rows?: { id: string; version: number }[];
  all?: boolean;
  as_of?: string;
  set: Values;
  clear: string[];
};

/** BatchSpec is what a batch can change on a list's rows, and the requests that do it. */
export type BatchSpec = {
  fields: Field[];
  /** clearable are the fields that may be emptied. */
  clearable: string[];
  preview: (terms: Record<string, string>, body: BatchBody) => Promise<BatchAnswer>;
  apply: (terms: Record<string, string>, body: BatchBody & { id: string }) => Promise<BatchAnswer>;
  /** keys are the queries that show the rows. */
  keys: string[];
};

const blank = (v: unknown) => v === undefined || v === null || v === '' || (Array.isArray(v) && v.length === 0);

/** bodyOf turns the chosen fields and their values into a request; what was left empty is emptied on the rows. */
export function bodyOf(chosen: string[], values: Values, s: Pick<Selecting, 'all' | 'rows'>): BatchBody {
  const set = Object.fromEntries(chosen.flatMap((k) => (blank(values[k]) ? [] : [[k, values[k]]])));
  const clear = chosen.filter((k) => blank(values[k]));
  if (s.all) return { all: true, set, clear };
  return { rows: [...s.rows].map(([id, version]) => ({ id, version })), set, clear };
}

/** withSet returns a request whose set is read by the types that the list's fields have. */
export const withSet = <B extends BatchBody, S>(body: B, set: (v: FormReader) => S) => ({ ...body, set: set(readForm(body.set)) });

/** word returns a value of a field in the reader's language. */
export function word(fields: Field[], key: string, value: string): string {
  return fields.find((f) => f.key === key)?.options?.find((o) => o.value === value)?.label ?? value;
}

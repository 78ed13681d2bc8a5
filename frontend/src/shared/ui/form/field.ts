import type { ReactNode } from 'react';
import type { SubjectKind } from '../record/subject';

/** Field is one field of a form; the type says how it is entered. */
export type Field = {
  key: string;
  label: string;
  type:
    | 'text'
    | 'area'
    | 'password'
    | 'money'
    | 'date'
    | 'eventDay'
    | 'number'
    | 'code'
    | 'phone'
    | 'select'
    | 'industry'
    | 'multi'
    | 'switch'
    | 'unit'
    | 'leader'
    | 'leaders'
    | 'person'
    | 'client'
    | 'clients'
    | 'projects'
    | 'enterprises'
    | 'leads'
    | 'referrer'
    | 'said'
    | 'list';
  required?: boolean;
  options?: { value: string; label: string }[];
  help?: string;
  /** below is what is to be seen under the field once it has a value. */
  below?: (value: unknown) => ReactNode;
  known?: { value: string; label: string }[];
  /** on is the record whose readers a text may name. */
  on?: { kind: SubjectKind; id: string };
};

export type Values = Record<string, unknown>;

/** sameValue compares two values of a field; nothing at all is the same however it is written. */
export function sameValue(a: unknown, b: unknown): boolean {
  return plain(a) === plain(b);
}

function plain(v: unknown): string {
  if (v === undefined || v === null || v === '' || v === false || (Array.isArray(v) && v.length === 0)) return '';
  return Array.isArray(v) ? JSON.stringify([...v].sort()) : JSON.stringify(v);
}

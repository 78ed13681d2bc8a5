import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, api, must } from '@/shared/api/client';
import type { Reread } from '../conflict/merge';
import { type Field, sameValue, type Values } from '../form/field';
import type { SubjectKind } from './subject';
import { labelOf } from './timelineText';

type Versioned = { id: string; version: number };

/** Sheet is what a feature says of its record, so that its facts can be read, changed in place and changed by form. */
export type Sheet<T extends Versioned> = {
  kind: SubjectKind;
  record: T;
  fields: Field[];
  values: (record: T) => Values;
  /** save writes values over a version of the record. */
  save: (values: Values, over: T) => Promise<T>;
  load: () => Promise<T>;
  /** lists are the queries that show the record besides its own page. */
  lists: string[];
  may: boolean;
};

/** Back undoes a change. */
export type Back = () => Promise<void>;

/** BoundSheet is a sheet as its page uses it. */
export type BoundSheet = {
  kind: SubjectKind;
  id: string;
  fields: Field[];
  values: Values;
  may: boolean;
  /** put changes some fields in place, also where others changed other fields meanwhile; it gives how to take that back. */
  put: (part: Values) => Promise<Back | undefined>;
  /** write sends the whole form over the version that was read; it gives how to take back what it changed. */
  write: (values: Values) => Promise<Back | undefined>;
  /** reread reads the record as it is now, with who changed it since. */
  reread: () => Promise<Reread>;
};

/** useSheet binds a sheet to the version that is shown. */
export function useSheet<T extends Versioned>(s: Sheet<T>): BoundSheet {
  const client = useQueryClient();
  const { t } = useTranslation('enums');
  const { record } = s;
  async function shown(made?: T) {
    if (made) client.setQueryData([s.kind, record.id], made);
    const keys = [
      ...(made ? [] : [[s.kind, record.id]]),
      ...s.lists.map((l) => [l]),
      ['timeline', s.kind, record.id],
      ['stage', record.id],
    ];
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  }
  async function over(part: Values, version: T): Promise<T> {
    try {
      return await s.save({ ...s.values(version), ...part }, version);
    } catch (e) {
      if (!(e instanceof ApiError) || e.status !== 412) throw e;
      const now = await s.load();
      const [read, there] = [s.values(version), s.values(now)];
      // Others wrote elsewhere: this field is still what it was, and is changed over theirs.
      if (Object.keys(part).some((k) => !sameValue(read[k], there[k]))) throw e;
      return await s.save({ ...there, ...part }, now);
    }
  }
  // A phone was read with its middle hidden: what it was is not known here.
  function backTo(before: Values, keys: string[], made: T): Back | undefined {
    const back = Object.fromEntries(keys.map((k) => [k, before[k]]));
    const hidden = s.fields.some((f) => f.type === 'phone' && keys.includes(f.key) && String(before[f.key] ?? '').includes('*'));
    return hidden ? undefined : async () => shown(await over(back, made));
  }
  return {
    kind: s.kind,
    id: record.id,
    fields: s.fields,
    values: s.values(record),
    may: s.may,
    put: async (part) => {
      const before = s.values(record);
      const made = await over(part, record);
      await shown(made);
      return backTo(before, Object.keys(part), made);
    },
    write: async (values) => {
      const before = s.values(record);
      const made = await s.save({ ...before, ...values }, record);
      await shown(made);
      return backTo(
        before,
        Object.keys(values).filter((k) => !sameValue(before[k], values[k])),
        made,
      );
    },
    reread: async () => {
      const now = await s.load();
      return {
        values: s.values(now),
        changes: await since(s.kind, record, now, s.fields, t),
        save: async (values) => shown(await s.save(values, now)),
        refresh: () => shown(),
      };
    },
  };
}

/** since returns who changed a record between two of its versions, newest first: one line of its timeline a version. */
async function since(kind: SubjectKind, read: Versioned, now: Versioned, fields: Field[], t: (key: string) => string) {
  const query = { subject_kind: kind, subject_id: read.id, sort: '-recorded', limit: 100 };
  const lines = must(await api.GET('/timeline', { params: { query } })).items;
  const versions = lines.filter(
    (l) => l.source_id === read.id && [kind, 'stage', 'signing', 'split'].includes(l.action.split('.')[0] ?? ''),
  );
  return versions.slice(0, now.version - read.version).map((l) => ({
    who: l.actor_name,
    at: l.at,
    fields: l.changes.length > 0 ? l.changes.map((c) => labelOf(c.field, fields, t)) : [t(`action.${l.action.replaceAll('.', '_')}`)],
  }));
}

const Context = createContext<BoundSheet | undefined>(undefined);

/** SheetProvider makes a sheet known to the facts inside it. */
export const SheetProvider = Context.Provider;

/** useBoundSheet returns the sheet that facts are of, if any. */
export const useBoundSheet = () => useContext(Context);

import { type Field, sameValue, type Values } from '../form/field';

/** Reread is a record as it is now: its values, who changed it since the form was opened, and how to write over this version. */
export type Reread = {
  values: Values;
  changes: { who: string; at: string; fields: string[] }[];
  save: (values: Values) => Promise<unknown>;
  /** refresh shows what is there now, where one gives one's own up. */
  refresh: () => Promise<void>;
};

/** Row is a field on which the record as read, mine and theirs are not all the same. */
export type Row = { field: Field; base: unknown; mine: unknown; theirs: unknown; both: boolean };

/** rowsOf compares three states field by field; both says that two people wrote different things. */
export function rowsOf(fields: Field[], base: Values, mine: Values, theirs: Values): Row[] {
  return fields.flatMap((field) => {
    const [b, m, th] = [base[field.key], mine[field.key], theirs[field.key]];
    if (sameValue(m, th)) return [];
    return [{ field, base: b, mine: m, theirs: th, both: !sameValue(b, m) && !sameValue(b, th) }];
  });
}

export type Side = 'mine' | 'theirs';

/** sideOf is whose value stands where nobody has to choose: that of the one who changed it. */
export function sideOf(row: Row, chosen: Record<string, Side>): Side | undefined {
  if (row.both) return chosen[row.field.key];
  return chosen[row.field.key] ?? (sameValue(row.base, row.mine) ? 'theirs' : 'mine');
}

/** merged returns the values of the record as it is now, with one's own in the chosen fields. */
export function merged(rows: Row[], theirs: Values, chosen: Record<string, Side>): Values {
  const out = { ...theirs };
  for (const r of rows) if (sideOf(r, chosen) === 'mine') out[r.field.key] = r.mine;
  return out;
}

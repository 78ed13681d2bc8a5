import type { Schemas } from '@/shared/api/client';
import type { Sheet } from './data';

/** Column is a column of a sheet as it is shown: its header in the file, and the field it is read as. */
export type Column = {
  letter: string;
  header: string;
  at: number;
  name: string;
  field: string;
  type: string;
  choices: string[];
  required: boolean;
  money: boolean;
  code: boolean;
  leads: boolean;
};

type Field = Schemas['LedgerFieldOut'];

/** orderedColumns returns the columns in use: the one that names a row first, then those with findings where only problems are shown. */
export function orderedColumns(s: Sheet, fields: Field[], unit: string, wrong: Set<string>): Column[] {
  const field = (key: string) => fields.find((f) => f.key === key);
  const used = s.columns.map((c, at) => ({ ...c, at })).filter((c) => c.field !== '' && field(c.field)?.type !== 'ignored');
  const first = used.find((c) => field(c.field)?.required);
  const rank = (c: { field: string }) => (c.field === first?.field ? 0 : wrong.has(c.field) ? 1 : 2);
  return used
    .sort((a, b) => rank(a) - rank(b) || a.at - b.at)
    .map((c) => ({
      letter: c.letter,
      header: c.header,
      at: c.at,
      field: c.field,
      type: field(c.field)?.type ?? '',
      choices: field(c.field)?.choices ?? [],
      required: field(c.field)?.required ?? false,
      name: (field(c.field)?.name ?? c.field) + (field(c.field)?.type === 'money' && !/[(\uFF08]/.test(c.header) ? unit : ''),
      code: field(c.field)?.type === 'credit_code',
      money: ['money', 'decimal', 'integer'].includes(field(c.field)?.type ?? ''),
      leads: c.field === first?.field,
    }));
}

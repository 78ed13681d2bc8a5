import { Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/shared/api/client';
import { type Choices, isChoice } from '@/shared/api/complete';
import { type Import, type Sheet, useKinds, useSteps } from './data';

const units = [0, 1, 10_000, 100_000_000];

const ledgerKinds = {
  '': true,
  project: true,
  lead: true,
  visit: true,
  enterprise: true,
  client: true,
  fund: true,
  problem: true,
} satisfies Choices<Schemas['ReadingIn']['kind']>;
const moneyUnits = [1, 1000, 10000, 1000000, 100000000] as const;

// What the server itself said of a sheet, or the page offered, is among these; anything else would be read by nobody.
function ledgerKind(kind: string) {
  if (isChoice(kind, ledgerKinds)) return kind;
  throw new Error(`no kind of ledger: ${kind}`);
}

/** moneyUnit returns a unit of money as the request has it; 0, as the title says, is none. */
function moneyUnit(unit: number) {
  if (unit === 0) return undefined;
  const known = moneyUnits.find((u) => u === unit);
  if (known === undefined) throw new Error(`no unit of money: ${unit}`);
  return known;
}

/** Mapping lets a person choose how a sheet is read: its kind, its header, the field of each column, the unit of money. */
export function Mapping({ i, s }: { i: Import; s: Sheet }) {
  const { t } = useTranslation('imports');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t('changeMapping')}
      </Button>
      <Drawer title={`${t('changeMapping')} · ${s.sheet}`} open={open} onClose={() => setOpen(false)} size={640} destroyOnHidden>
        <Form i={i} s={s} />
      </Drawer>
    </>
  );
}

function Form({ i, s }: { i: Import; s: Sheet }) {
  const { t } = useTranslation('imports');
  const steps = useSteps(i);
  const kinds = useKinds();
  const fields = kinds.find((k) => k.kind === s.kind)?.fields ?? [];
  const said = {
    sheet: s.sheet,
    kind: ledgerKind(s.kind),
    header_rows: s.header_rows,
    columns: s.columns.map((c) => c.field),
    unit: moneyUnit(s.unit),
  };
  const taken = (field: string) => s.columns.some((c) => c.field === field);
  const missing = fields.filter((f) => f.required && !taken(f.key));
  const rows = s.top.map((_, n) => n + 1);
  const first = s.header_rows[0] ?? 0;
  return (
    <>
      <p className="muted">{t('mappingHint')}</p>
      <div className="import-field">
        <span>{t('kindOf')}</span>
        <Select
          aria-label={t('kindOf')}
          value={s.kind}
          options={[{ value: '', label: t('leaveOut') }, ...kinds.map((k) => ({ value: k.kind, label: t(`kind.${k.kind}`) }))]}
          onChange={(kind) =>
            steps.read({ ...said, kind: ledgerKind(kind), columns: [], header_rows: s.header_rows.length > 0 ? s.header_rows : [1] })
          }
        />
      </div>
      {s.kind !== '' && (
        <>
          <div className="import-field">
            <span>{t('headerRows')}</span>
            <Select
              mode="multiple"
              aria-label={t('headerRows')}
              value={s.header_rows}
              options={rows.map((n) => ({
                value: n,
                label: t('rowN', { n, text: (s.top[n - 1] ?? []).filter(Boolean).slice(0, 4).join(' ') }),
              }))}
              onChange={(picked: number[]) => {
                if (picked.length === 0) return;
                const top = Math.min(...picked);
                const through = Array.from({ length: Math.max(...picked) - top + 1 }, (_, n) => top + n);
                void steps.read({ ...said, columns: [], header_rows: through });
              }}
            />
          </div>
          <div className="import-field">
            <span>{t('moneyUnit')}</span>
            <Select
              aria-label={t('moneyUnit')}
              value={s.unit}
              options={units.map((value) => ({ value, label: t(`moneyUnits.${value}`) }))}
              onChange={(unit) => steps.read({ ...said, unit: moneyUnit(unit) })}
            />
          </div>
          {missing.length > 0 && <p className="problem-cell">{t('missing', { names: missing.map((f) => f.name).join(t('comma')) })}</p>}
          <table className="rates">
            <thead>
              <tr>
                <th>{t('column')}</th>
                <th>{t('sample')}</th>
                <th>{t('meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {s.columns.map((c, at) => (
                <tr key={c.letter}>
                  <td>
                    <span className="small muted">{c.letter}</span> {c.header || '—'}
                  </td>
                  <td className="small">{s.top[s.header_rows.at(-1) ?? first]?.[at] ?? ''}</td>
                  <td>
                    <Select
                      aria-label={t('fieldOf', { column: c.letter })}
                      style={{ width: 220 }}
                      allowClear
                      showSearch={{ optionFilterProp: 'label' }}
                      placeholder={t('unused')}
                      value={c.field || undefined}
                      options={fields.map((f) => ({
                        value: f.key,
                        label: f.required ? `${f.name} *` : f.name,
                        disabled: f.key !== c.field && taken(f.key),
                      }))}
                      onChange={(field) => steps.read({ ...said, columns: said.columns.map((x, n) => (n === at ? (field ?? '') : x)) })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}

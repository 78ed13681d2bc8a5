import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useMay, useMe } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import type { Field } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';
import { Help } from '@/shared/ui/Help';
import { useUnits } from '@/shared/ui/Pick';
import { rows, sharesFrom } from './shares';

/** CreditSplit shows how a project's figures are shared among units, since when and on what ground. */
export function CreditSplit({ id }: { id: string }) {
  const { t } = useTranslation('signing');
  const may = useMay();
  const units = useUnits();
  const today = useMe()?.today ?? '';
  const list = useQuery({
    queryKey: ['credit', id],
    queryFn: async () => must(await api.GET('/projects/{id}/credit', { params: { path: { id } } })).items,
  });
  if (!list.data || (list.data.length === 0 && !may('rule.manage'))) return null;
  const name = (unit: string) => units.find((u) => u.id === unit)?.name ?? '—';
  return (
    <>
      <h2>
        {t('credit')}
        <Help topic="credit" />
      </h2>
      {list.data.length === 0 && <p className="small muted">{t('noCredit')}</p>}
      <ul className="list">
        {[...list.data].reverse().map((c) => (
          <li key={c.recorded_at} style={{ padding: '6px 0' }}>
            <span className="two">
              <span>{c.shares.map((s) => `${name(s.unit_id)} ${(s.share ?? 0) / 100} %`).join('、')}</span>
              <span className="small">
                {t('since', { on: c.from_on })} · {c.basis} · {c.by_name}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {may('rule.manage') && (
        <Editor
          label={t('share')}
          title={t('share')}
          hint={t('shareNote')}
          keys={['credit', 'conversion']}
          initial={{ from_on: today }}
          fields={[
            { key: 'from_on', label: t('from'), type: 'date', required: true },
            { key: 'basis', label: t('basis'), type: 'text', required: true },
            ...rows.flatMap((i): Field[] => [
              { key: `unit_${i}`, label: `${t('unit')} ${i + 1}`, type: 'unit', required: i < 2 },
              { key: `share_${i}`, label: `${t('percent')} ${i + 1}`, type: 'number' },
            ]),
          ]}
          save={async (v) =>
            must(
              await api.POST('/projects/{id}/credit', {
                params: { path: { id } },
                body: { from_on: readForm(v).text('from_on') ?? '', basis: readForm(v).text('basis') ?? '', shares: sharesFrom(v) },
              }),
            )
          }
        />
      )}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '@/app/me';
import { api, must, newId, type Schemas } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import { useOptions } from '@/shared/ui/options';
import { Money } from '@/shared/ui/Show';

/** Verification shows which stages are confirmed and which only claimed, and lets a verifier say. */
export function Verification({ id }: { id: string }) {
  const { t } = useTranslation('figures');
  const may = useMay();
  const history = useQuery({
    queryKey: ['stage', id],
    queryFn: async () => must(await api.GET('/projects/{id}/stage-events', { params: { path: { id } } })),
  });
  const events = history.data?.events.filter((e) => e.holds) ?? [];
  if (events.length === 0) return null;
  return (
    <>
      <h2>{t('claims')}</h2>
      <ul className="list">
        {events.map((e) => (
          <li key={e.id} style={{ padding: '6px 0' }}>
            <span className="two">
              <span>{t(`enums:stage.${e.code}`)}</span>
              <span className="small">
                {e.occurred_on} · {e.confirmed ? t('confirmed') : t('claimed')} {e.verdicts.map((v) => v.by_name).join('、')}
              </span>
            </span>
            {may('stage.confirm') && !e.confirmed && <Say event={e} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Say({ event }: { event: Schemas['StageEventOut'] }) {
  const { t } = useTranslation('figures');
  return (
    <Editor
      label={t('verify')}
      title={`${t('verify')} · ${t(`enums:stage.${event.code}`)}`}
      hint={t('project:confirmHint')}
      initial={{ agrees: 'yes' }}
      keys={['stage', 'project', 'conversion']}
      fields={[
        {
          key: 'agrees',
          label: t('verdict'),
          type: 'select',
          required: true,
          options: [
            { value: 'yes', label: t('agree') },
            { value: 'no', label: t('disagree') },
          ],
        },
        { key: 'note', label: t('why'), type: 'area' },
      ]}
      save={async (v) =>
        must(
          await api.POST('/stage-events/{id}/verdicts', {
            params: { path: { id: event.id } },
            body: { agrees: v.agrees === 'yes', note: String(v.note ?? '') },
          }),
        )
      }
    />
  );
}

/** Funds shows money in place, reported against verified, and takes more. */
export function Funds({ id }: { id: string }) {
  const { t } = useTranslation('figures');
  const may = useMay();
  const options = useOptions();
  const today = useMe()?.today ?? '';
  const funds = useQuery({
    queryKey: ['funds', id],
    queryFn: async () => must(await api.GET('/projects/{id}/funds', { params: { path: { id } } })),
  });
  const files = useQuery({
    queryKey: ['files', 'project', id],
    queryFn: async () => must(await api.GET('/attachments', { params: { query: { subject_kind: 'project', subject_id: id } } })).items,
  });
  if (!funds.data) return null;
  const sums = [
    ['thisMonth', funds.data.month],
    ['year', funds.data.year],
    ['cumulative', funds.data.cumulative],
  ] as const;
  return (
    <>
      <h2>{t('funds')}</h2>
      <table className="rates small">
        <thead>
          <tr>
            <th />
            <th className="num">{t('reported')}</th>
            <th className="num">{t('verified')}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map(([key, sum]) => (
            <tr key={key}>
              <td>{t(key)}</td>
              <td className="num">
                <Money yuan={sum.reported} />
              </td>
              <td className="num">
                <Money yuan={sum.verified} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="list">
        {funds.data.items
          .filter((f) => f.holds)
          .map((f) => (
            <li key={f.id} style={{ padding: '6px 0' }}>
              <span className="two">
                <span>
                  {t(`enums:fundCategory.${f.category}`)} <Money yuan={f.amount} />
                </span>
                <span className="small">
                  {f.paid_on} · {f.voucher} · {f.verified === null ? t('waiting') : <Money yuan={f.verified} />}
                </span>
              </span>
              {may('stage.confirm') && (
                <Editor
                  label={t('verify')}
                  title={`${t('verify')} · ${f.voucher}`}
                  initial={{ amount: f.amount }}
                  keys={['funds', 'project']}
                  fields={[
                    { key: 'amount', label: t('found'), type: 'money', required: true },
                    { key: 'note', label: t('note'), type: 'area' },
                  ]}
                  save={async (v) =>
                    must(
                      await api.POST('/funds/{id}/verdicts', {
                        params: { path: { id: f.id } },
                        body: { amount: Number(v.amount), note: String(v.note ?? '') },
                      }),
                    )
                  }
                />
              )}
            </li>
          ))}
      </ul>
      {may('stage.move') && (
        <div style={{ marginTop: 8 }}>
          <Editor
            label={t('reportFund')}
            title={t('reportFund')}
            initial={{ paid_on: today, category: 'equipment' }}
            keys={['funds', 'project']}
            fields={[
              { key: 'category', label: t('category'), type: 'select', required: true, options: options('fundCategory') },
              { key: 'amount', label: t('fundAmount'), type: 'money', required: true },
              { key: 'paid_on', label: t('paidOn'), type: 'date', required: true },
              { key: 'voucher', label: t('voucher'), type: 'text', required: true },
              { key: 'outside', label: t('outside'), type: 'select', options: options('outside') },
              { key: 'outside_percent', label: t('outsideShare'), type: 'number' },
              {
                key: 'evidence',
                label: t('evidence'),
                type: 'multi',
                options: (files.data ?? []).map((f) => ({ value: f.id, label: f.name })),
              },
              { key: 'note', label: t('note'), type: 'area' },
            ]}
            save={async ({ outside_percent, ...v }) => {
              const body = { id: newId(), ...v, outside_share: Math.round(Number(outside_percent ?? 0) * 100) } as Schemas['FundIn'];
              return must(await api.POST('/projects/{id}/funds', { params: { path: { id } }, body }));
            }}
          />
        </div>
      )}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { api, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import { Money } from '@/shared/ui/Show';

/** FundEntries lists the payments behind money in place, and lets a verifier say what of each is there. */
export function FundEntries({ entries }: { entries: Schemas['FundOut'][] }) {
  const { t } = useTranslation('figures');
  const may = useMay()('stage.confirm');
  return (
    <ul className="list">
      {entries.map((f) => (
        <li key={f.id}>
          <span className="two">
            <span>
              {t(`enums:fundCategory.${f.category}`)} <Money yuan={f.amount} />
            </span>
            <span className="small">
              {f.paid_on} · {f.voucher} · {f.verified === null ? t('waiting') : <Money yuan={f.verified} />}
            </span>
          </span>
          {may && (
            <Editor
              label={t('verify')}
              title={`${t('verify')} · ${f.voucher}`}
              record={`fund/${f.id}`}
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
  );
}

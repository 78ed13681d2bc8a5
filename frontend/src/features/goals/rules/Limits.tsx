import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, etag, must, type Schemas } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Editor } from '@/shared/ui/Editor';
import type { Values } from '@/shared/ui/FormDrawer';
import { Failed, Loading } from '@/shared/ui/State';
import { checks, fromForm, type Limit, limitsOf, toForm } from './limits';
import './limits.css';

type Held = Schemas['SuspicionLimitsOut'];

const read = async () => must(await api.GET('/suspicion-limits'));

/** Limits lists every check of suspicions with what it asks about and from where on; the office changes the thresholds here. */
export function Limits() {
  const { t } = useTranslation('suspicion');
  const limits = useQuery({ queryKey: ['suspicion-limits'], queryFn: read });
  if (limits.isPending) return <Loading />;
  if (limits.isError) return <Failed error={limits.error} retry={() => limits.refetch()} />;
  const held = limits.data;
  const form = toForm(held);
  return (
    <>
      <div className="limits-head">
        <p className="muted">
          {t('limitsNote')} {held.version > 1 ? t('limitsVersion', { v: held.version }) : t('limitsStandard')}
        </p>
        <EditLimits held={held} />
      </div>
      <table className="rates limits">
        <thead>
          <tr>
            {['check', 'asks', 'limitNow'].map((k) => (
              <th key={k} scope="col">
                {t(k)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checks.map((c) => (
            <tr key={c.kind}>
              <th scope="row">{t(`enums:suspicion.${c.kind}`)}</th>
              <td>{t(`meaning.${c.kind}`)}</td>
              <td>
                {c.limits.length === 0 && <span className="muted">{t('noLimit')}</span>}
                {c.limits.map((l) => (
                  <span key={l.key} className="limit">
                    {t(`says.${l.key}`, { v: form[l.key] })}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function EditLimits({ held }: { held: Held }) {
  const { t } = useTranslation('suspicion');
  const client = useQueryClient();
  if (!useMay()('rule.manage')) return null;
  const field = (l: Limit) => ({
    key: l.key,
    label: t('entered', { name: t(`limit.${l.key}`), unit: t(`unit.${l.unit}`) }),
    type: 'number' as const,
    required: true,
  });
  const over = (version: number) => async (v: Values) =>
    must(await api.PUT('/suspicion-limits', { params: { header: { 'If-Match': etag(version) } }, body: fromForm(v) }));
  const refresh = () => client.invalidateQueries({ queryKey: ['suspicion-limits'] });
  return (
    <Editor
      label={t('editLimits')}
      title={t('editLimits')}
      keys={['suspicion-limits']}
      initial={toForm(held)}
      fields={limitsOf.map(field)}
      save={over(held.version)}
      reread={async () => {
        const now = await read();
        return {
          values: toForm(now),
          changes: [],
          save: async (v) => {
            await over(now.version)(v);
            await refresh();
          },
          refresh,
        };
      }}
    />
  );
}

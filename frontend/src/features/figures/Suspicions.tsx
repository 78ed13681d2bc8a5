import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/app/me';
import { api, etag, must, type Schemas } from '@/shared/api/client';
import { Editor } from '@/shared/ui/Editor';
import { Help } from '@/shared/ui/Help';
import type { Search } from '@/shared/ui/ListPage';
import { Money } from '@/shared/ui/Show';
import { Failed, Loading, Nothing } from '@/shared/ui/State';

/** Suspicions lists what looks false: the unit answers, a verifier closes. */
export default function Suspicions() {
  const { t } = useTranslation('figures');
  const may = useMay();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { state }: Search = useSearch({ strict: false });
  const list = useQuery({
    queryKey: ['suspicions', state],
    queryFn: async () => must(await api.GET('/suspicions', { params: { query: { state: state as never } } })).items,
  });
  async function scan() {
    const { added } = must(await api.POST('/suspicions/scan', {}));
    void message.info(t('scanned', { n: added }));
    await client.invalidateQueries({ queryKey: ['suspicions'] });
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('suspicions')}
          <Help topic="suspicions" />
        </h1>
        {(may('stage.confirm') || may('rule.manage')) && (
          <Button type="primary" onClick={scan}>
            {t('scan')}
          </Button>
        )}
      </div>
      {state && (
        <p className="muted">
          {t(`enums:suspicionState.${state}`)} · <Link to="/suspicions">{t('common:clear')}</Link>
        </p>
      )}
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} retry={() => list.refetch()} />}
      {list.data?.length === 0 && <Nothing text={t('noSuspicions')} />}
      <ul className="list">
        {list.data?.map((s) => (
          <li key={s.id}>
            <Item s={s} />
          </li>
        ))}
      </ul>
    </div>
  );
}

// What a check found that is an amount.
const money = new Set(['reported', 'verified', 'limit', 'last_week', 'sum', 'signed_amount', 'capital']);

function Item({ s }: { s: Schemas['SuspicionOut'] }) {
  const { t } = useTranslation('figures');
  const may = useMay();
  const target = { path: { id: s.id }, header: { 'If-Match': etag(s.version) } };
  return (
    <>
      <span className="two">
        <span>
          <b>{t(`enums:suspicion.${s.kind}`)}</b>{' '}
          <Link to="/projects/$id" params={{ id: s.project_id }} className="link">
            {s.project}
          </Link>
        </span>
        <span className="small">
          {s.unit} · {s.found_on} ·{' '}
          {Object.entries(s.evidence)
            .filter(([k]) => !k.endsWith('_id'))
            .map(([k, v]) => (
              <span key={k} style={{ marginLeft: 8 }}>
                {t(`fact.${k}`)}{' '}
                {money.has(k) && typeof v === 'number' ? <Money yuan={v} /> : k === 'stage' ? t(`enums:stage.${v}`) : String(v)}
              </span>
            ))}
        </span>
        {s.answer && (
          <span className="small">
            {t('answer')}：{s.answer} — {s.answered_by}
          </span>
        )}
      </span>
      <span className="actions" style={{ flexWrap: 'nowrap' }}>
        <span className="small">
          {t(`enums:suspicionState.${s.state}`)} {s.verdict && t(s.verdict)}
        </span>
        {s.state !== 'closed' && may('project.write') && (
          <Editor
            label={t('answer')}
            title={t('answer')}
            initial={{ answer: s.answer }}
            keys={['suspicions']}
            fields={[{ key: 'answer', label: t('answer'), type: 'area', required: true }]}
            save={async (v) => must(await api.POST('/suspicions/{id}/answer', { params: target, body: { answer: String(v.answer) } }))}
          />
        )}
        {s.state === 'answered' && may('stage.confirm') && (
          <Editor
            label={t('close')}
            title={t('close')}
            initial={{}}
            keys={['suspicions']}
            fields={[
              {
                key: 'verdict',
                label: t('verdict'),
                type: 'select',
                required: true,
                options: ['cleared', 'upheld'].map((v) => ({ value: v, label: t(v) })),
              },
            ]}
            save={async (v) =>
              must(
                await api.POST('/suspicions/{id}/close', {
                  params: target,
                  body: { verdict: v.verdict === 'upheld' ? 'upheld' : 'cleared' },
                }),
              )
            }
          />
        )}
      </span>
    </>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { useMay } from '@/shared/session/me';
import { Help } from '@/shared/ui/Help';
import type { Search } from '@/shared/ui/ListPage';
import { Failed, Loading, Nothing } from '@/shared/ui/State';
import { Item } from './Item';
import '@/shared/ui/switch.css';
import './suspicions.css';

const states = ['open', 'answered', 'closed'] as const;

/** Suspicions lists what looks false with its reasons and evidence: the unit answers, a verifier of another unit closes. */
export default function Suspicions() {
  const { t } = useTranslation(['figures', 'suspicion']);
  const may = useMay();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const search: Search = useSearch({ strict: false });
  const state = states.find((s) => s === search.state);
  const list = useQuery({
    queryKey: ['suspicions', state],
    queryFn: async () => must(await api.GET('/suspicions', { params: { query: { state } } })).items,
    placeholderData: (before) => before,
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
        <span className="actions">
          <Link to="/rules" search={{ tab: 'limits' }}>
            {t('suspicion:toLimits')}
          </Link>
          {(may('stage.confirm') || may('rule.manage')) && (
            <Button type="primary" onClick={scan}>
              {t('scan')}
            </Button>
          )}
        </span>
      </div>
      <fieldset className="switch suspicion-states" aria-label={t('suspicion:byState')}>
        {[undefined, ...states].map((s) => (
          <button
            key={s ?? ''}
            type="button"
            aria-pressed={s === state}
            onClick={() => navigate({ to: '.', search: s ? { state: s } : {} })}
          >
            {s ? t(`enums:suspicionState.${s}`) : t('common:all')}
          </button>
        ))}
      </fieldset>
      {list.isPending && <Loading />}
      {list.isError && <Failed error={list.error} retry={() => list.refetch()} />}
      {list.data?.length === 0 && (
        <Nothing text={state ? t('suspicion:noneLeft', { state: t(`enums:suspicionState.${state}`) }) : t('noSuspicions')} />
      )}
      <ul className="list suspicions">
        {list.data?.map((s) => (
          <li key={s.id}>
            <Item s={s} />
          </li>
        ))}
      </ul>
    </div>
  );
}

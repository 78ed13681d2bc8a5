import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { Basis } from '@/shared/ui/Basis';
import { Money } from '@/shared/ui/Show';
import { Failed } from '@/shared/ui/State';
import { useScopeName } from '@/shared/ui/scopeWords';

/** WorkLists counts what wants doing: 应开未开, 具备条件未开工, 一张纸, 停滞; each number opens its projects. */
export function WorkLists({ unit }: { unit?: string }) {
  const { t } = useTranslation('figures');
  const scope = useScopeName();
  const lists = useQuery({
    queryKey: ['work-lists', unit],
    queryFn: async () => must(await api.GET('/reports/work-lists', { params: { query: { unit_id: unit } } })),
  });
  if (lists.isError) return <Failed error={lists.error} retry={() => lists.refetch()} />;
  return (
    <section aria-busy={lists.isPending}>
      <div className="numbers four">
        {(lists.data?.items ?? []).map((l) => (
          <div key={l.key}>
            <div className="muted small">{t(`list.${l.key}`)}</div>
            <div className="big">
              <Link to="/projects" search={l.query} className="figure" data-testid={`list-${l.key}`}>
                {l.count}
              </Link>
              <span className="small muted">
                {' '}
                {t('count')} · <Money yuan={l.amount} />
              </span>
            </div>
            <div className="small muted">{t(`listNote.${l.key}`)}</div>
          </div>
        ))}
      </div>
      {lists.data && <Basis b={lists.data} more={scope(lists.data.scope)} />}
    </section>
  );
}

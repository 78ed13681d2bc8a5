import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, must } from '@/shared/api/client';
import { Money } from '@/shared/ui/Show';
import { Failed } from '@/shared/ui/State';

/** WorkLists counts what wants doing: 应开未开, 具备条件未开工, 一张纸, 停滞; each number opens its projects. */
export function WorkLists({ unit }: { unit?: string }) {
  const { t } = useTranslation('figures');
  const lists = useQuery({
    queryKey: ['work-lists', unit],
    queryFn: async () => must(await api.GET('/reports/work-lists', { params: { query: { unit_id: unit } } })).items,
  });
  if (lists.isError) return <Failed error={lists.error} retry={() => lists.refetch()} />;
  return (
    <section className="numbers four" aria-busy={lists.isPending}>
      {(lists.data ?? []).map((l) => (
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
    </section>
  );
}
